"""Takes files in, or shows what taking them would do; says what is wrong, where, and what to do."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from dashboard import formats
from dashboard.acts.take_import import take_file
from dashboard.commands.ending import about_failure
from dashboard.console import print_json, progress_bar, say
from dashboard.people import Person
from dashboard.refusals import about_error, about_problem
from data_access.errors import LuleaWayError, Problem, Refused
from data_access.importers.report import ImportReport
from data_access.importing import NotTaken, preview

DONE, REFUSED = 0, 1
STEPS = {"read": "Läser filen", "resolve": "Känner igen leverantörer och konton", "store": "Sparar", "done": "Klart"}
WITH_AMOUNTS = ("ledger", "statistics")
STATES = {
    "new": "kan läsas in",
    "taken": "inläst",
    "unchanged": "fanns redan, inget ändrades",
    "replaces": "ersätter en tidigare import",
    "replaced": "inläst, ersätter en tidigare import",
    "refused": "inte inläst",
}


def take_files(
    files: Sequence[Path],
    source: str | None,
    *,
    dry_run: bool,
    accept_errors: bool,
    as_json: bool,
    person: Person,
    now: datetime,
) -> int:
    """Takes each file by itself: one that is refused does not stop the others. Gives the exit status."""
    answers = []
    with progress_bar(lambda step: STEPS.get(step, step)) as progress:
        for path in files:
            try:
                if dry_run:
                    seen = preview(path, source)
                    refused = seen.report.is_refused
                    answer = _answer(path, seen.kind, "refused" if refused else seen.state, seen.report)
                else:
                    taken = take_file(path, person, now, source, accept_errors=accept_errors, progress=progress)
                    answer = _answer(path, taken.kind, taken.state, taken.report) | {"import_id": taken.import_id}
            except LuleaWayError as error:
                answer = _refused(path, error)
            except Exception as error:  # a fault of ours must not keep the other files out, nor show their values
                answer = _failed(path, error)
            answers.append(answer)
    if as_json:
        print_json({"files": [{k: v for k, v in answer.items() if k != "said"} for answer in answers]})
    else:
        for answer in answers:
            say("\n".join(answer["said"]))
    return REFUSED if any(answer["state"] == "refused" for answer in answers) else DONE


def _answer(path: Path, kind: str, state: str, report: ImportReport) -> dict[str, Any]:
    counted = [_counts(report, kind)] if report.rows_read else []
    said = [f"{path}: {STATES[state]}.", *counted, *_problems(report, kind)]
    return report.to_json() | {"path": str(path), "kind": kind, "state": state, "said": said}


def _refused(path: Path, error: LuleaWayError) -> dict[str, Any]:
    said = [f"{path}: {STATES['refused']}.", f"  {about_error(error)}"]
    if isinstance(error, Refused) and error.code == "rows_refused":
        said.append("  Lägg till --accept-errors om de raderna ska utelämnas.")
    if isinstance(error, NotTaken) and error.report.rows_read:
        return _answer(path, error.kind, "refused", error.report) | {
            "said": [*said, _counts(error.report, error.kind), *_problems(error.report, error.kind)]
        }
    code = error.code if isinstance(error, Refused) else "conflict"
    report = ImportReport(str(path), source="", sha256="", problems=(Problem(code, is_fatal=True),))
    return _answer(path, "", "refused", report) | {"said": said}


def _failed(path: Path, error: Exception) -> dict[str, Any]:
    report = ImportReport(str(path), source="", sha256="", problems=(Problem("failed", is_fatal=True),))
    said = [f"{path}: {STATES['refused']}.", f"  {about_failure(error)}"]
    return _answer(path, "", "refused", report) | {"said": said, "failure": said[1].strip()}


def _counts(report: ImportReport, kind: str) -> str:
    parts = [f"{formats.number(report.rows_read)} rader lästa", f"{formats.number(report.rows_taken)} tas in"]
    if report.rows_refused:
        parts.append(f"{formats.number(report.rows_refused)} kan inte läsas")
    if report.total_rows:
        parts.append(f"{formats.number(report.total_rows)} är summarader")
    amount = formats.number(formats.parse_number(report.amount_sum), 2)
    return f"  {', '.join(parts)}." + (f" Summa {amount} kr." if kind in WITH_AMOUNTS else "")


def _problems(report: ImportReport, kind: str) -> list[str]:
    return [f"  – {about_problem(problem, kind=kind)}" for problem in report.problems]
