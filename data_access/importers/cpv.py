"""The CPV codes with their Swedish and English names: eight digits, the check digit after the hyphen left out."""

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import polars as pl

from data_access.errors import Problem, Refused
from data_access.importers.register_columns import SEARCHED_ROWS, plain
from data_access.importers.register_problems import Found, as_errors, as_problems
from data_access.importers.register_sheets import Sheet, read_sheets
from data_access.importers.report import ImportReport

SOURCE = "cpv"
NAMES = {
    "code": ("cpv", "code", "kod", "cpv code", "cpv kod"),
    "name_sv": ("label sv", "name sv", "namn", "sv"),
    "name_en": ("label en", "name en", "name", "en"),
}
FRAME: dict[str, pl.DataType] = {"code": pl.String(), "name_sv": pl.String(), "name_en": pl.String()}
LENGTH = 400


@dataclass(frozen=True)
class ReadCpv:
    """One row a code in `frame` (FRAME), the report, and the rows that could not be read."""

    frame: pl.DataFrame
    report: ImportReport
    errors: pl.DataFrame


def recognises(path: Path) -> bool:
    """Whether the file names a code and its Swedish and English words."""
    try:
        return any(_places(sheet) for sheet in read_sheets(path, SEARCHED_ROWS))
    except Refused:
        return False


def read(path: Path) -> ReadCpv:
    """Every code of the file; a code that stands twice is taken once."""
    digest = sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    empty = ImportReport(path=str(path), source=SOURCE, sha256=digest)
    try:
        sheet = next((sheet for sheet in read_sheets(path) if _places(sheet)), None)
    except Refused as refused:
        return _nothing(empty, refused.code)
    return _read(sheet, _places(sheet), empty) if sheet else _nothing(empty, "cpv_header_missing")


def _places(sheet: Sheet) -> dict[str, int]:
    header = [plain(cell) for cell in sheet.rows[0]] if sheet.rows else []
    found = {column: at for column, names in NAMES.items() for at, cell in enumerate(header) if cell in names}
    return found if len(found) == len(NAMES) else {}


def _read(sheet: Sheet, places: dict[str, int], empty: ImportReport) -> ReadCpv:
    numbered = [(at, cells) for at, cells in enumerate(sheet.rows[1:], 2) if any(cells)]
    rows = [(at, {name: cells[place] for name, place in places.items()}) for at, cells in numbered]
    good = [(code, cells) for _, cells in rows if (code := _code(cells["code"])) and cells["name_sv"]]
    found = [
        Found("code_unreadable", row=at, column=sheet.rows[0][places["code"]])
        for at, cells in rows
        if not (_code(cells["code"]) and cells["name_sv"])
    ]
    frame = pl.DataFrame(
        [(code, cells["name_sv"][:LENGTH], (cells["name_en"] or cells["name_sv"])[:LENGTH]) for code, cells in good],
        schema=FRAME,
        orient="row",
    ).unique("code", keep="first", maintain_order=True)
    problems = (Problem("rows_refused", count=len(found)),) if found else ()
    report = replace(
        empty,
        encoding=sheet.encoding,
        separator=sheet.separator,
        rows_read=len(rows),
        rows_taken=len(good),
        rows_refused=len(found),
        columns={column: sheet.rows[0][place] for column, place in places.items()},
        problems=(*problems, *as_problems(found)),
    )
    return ReadCpv(frame, report, as_errors(found))


def _code(text: str) -> str | None:
    found = re.fullmatch(r"(\d{8})(?:-\d)?", text)
    return found[1] if found else None


def _nothing(empty: ImportReport, code: str) -> ReadCpv:
    report = replace(empty, problems=(Problem(code, is_fatal=True),))
    return ReadCpv(pl.DataFrame(schema=FRAME), report, as_errors([]))
