"""Which facts are missing, whose they are, and how much of the spend is known."""

from datetime import date

from dashboard import formats
from dashboard.console import print_json, print_table
from dashboard.data.build import current_edition, frame
from dashboard.data.quality import count_register_gaps
from dashboard.rules.coverage_shares import coverage_shares
from dashboard.rules.gap_checks import CHECKS


def show_gaps(today: date, *, as_json: bool) -> None:
    """Prints one row for each check, the largest share first."""
    edition = current_edition(today)
    cube = frame(edition, "cube")
    gaps = count_register_gaps(cube, edition.as_of).rows(named=True)
    if as_json:
        covered = coverage_shares(cube).rows(named=True)
        print_json({"as_of": edition.as_of, "gaps": [gap | _words(gap["code"]) for gap in gaps], "coverage": covered})
        return
    rows = [
        (words["name"], gap["missing"], gap["of"], formats.share(gap["share"]), words["owner"])
        for gap in gaps
        if gap["missing"] and (words := _words(gap["code"]))
    ]
    title = f"Uppgifter som saknas per {formats.day(edition.as_of)}"
    print_table(title, ("Vad", "Saknas", "Av", "Andel", "Vem"), rows)


def _words(code: str) -> dict[str, str]:
    check = next(check for check in CHECKS if check.code == code)
    return {"name": check.name.sv, "why": check.why.sv, "owner": check.owner.sv}
