"""Which facts are missing and whose they are, how much of the spend is known, and which rule left out what."""

from datetime import date

import polars as pl

from dashboard import formats
from dashboard.class_words import SPEND_CLASSES
from dashboard.console import print_json, print_table
from dashboard.data.build import current_edition, frame
from dashboard.data.quality import count_register_gaps
from dashboard.rules.coverage_shares import coverage_shares
from dashboard.rules.gap_checks import CHECKS


def show_gaps(today: date, *, as_json: bool) -> None:
    """Prints one row for each check, the largest share first, and one for each rule of addressable spend."""
    edition = current_edition(today)
    cube, audit = frame(edition, "cube"), frame(edition, "spend_audit")
    gaps = count_register_gaps(cube, edition.as_of).rows(named=True)
    if as_json:
        named = [gap | _words(gap["code"]) for gap in gaps]
        shares, rules = (rows.rows(named=True) for rows in (coverage_shares(cube), audit))
        print_json({"as_of": edition.as_of, "gaps": named, "coverage": shares, "spend_audit": rules})
        return
    rows = [
        (words["name"], gap["missing"], gap["of"], formats.share(gap["share"]), words["owner"])
        for gap in gaps
        if gap["missing"] and (words := _words(gap["code"]))
    ]
    title = f"Uppgifter som saknas per {formats.day(edition.as_of)}"
    print_table(title, ("Vad", "Saknas", "Av", "Andel", "Vem"), rows)
    _print_audit(audit)


def _print_audit(audit: pl.DataFrame) -> None:
    """Which rule put how much in which class; without a rule the category said it, or nothing did."""
    rows = [
        (
            SPEND_CLASSES[row["spend_class"]].name.sv,
            row["reason"],
            row["lines"],
            formats.kronor(row["amount_ore"]),
            row["suppliers"],
        )
        for row in audit.rows(named=True)
    ]
    print_table("Vad som räknas som möjligt att påverka", ("Slag", "Regel", "Rader", "Belopp", "Leverantörer"), rows)


def _words(code: str) -> dict[str, str]:
    check = next(check for check in CHECKS if check.code == code)
    return {"name": check.name.sv, "why": check.why.sv, "do": check.do.sv, "owner": check.owner.sv}
