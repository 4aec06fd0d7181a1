"""The official procurement statistics: contracted value of each procurement, as the authority publishes it.

A procurement with the value nought has not said its value; one below what any announced procurement is worth has
given a price a unit. Both are kept and flagged: a sum of them is the publisher's sum, and a reader can leave them out.
"""

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import polars as pl

from data_access.errors import Problem, Refused
from data_access.importers import register_values as values
from data_access.importers.amounts import in_kronor
from data_access.importers.register_columns import SEARCHED_ROWS, plain
from data_access.importers.register_problems import Found, as_errors, as_problems
from data_access.importers.register_sheets import Sheet, read_sheets
from data_access.importers.report import ImportReport

SOURCE = "upphandlingsstatistik"
LEAST_ORE = 10_000 * 100  # an announced procurement below 10,000 SEK costs more to run than it buys
COLUMNS = {
    "year": "ar",
    "buyer": "namn for kopare",
    "reference": "upphandlings id",
    "value_ore": "kontrakterat varde summa",
}
FRAME: dict[str, pl.DataType] = {
    "row": pl.Int64(),
    "year": pl.Int64(),
    "buyer": pl.String(),
    "reference": pl.String(),
    "value_ore": pl.Int64(),
    "flag": pl.String(),  # null, value_missing, unit_price_suspected
}


@dataclass(frozen=True)
class ReadStatistics:
    """One row a procurement in `frame` (FRAME), the report, and the rows that could not be read."""

    frame: pl.DataFrame
    report: ImportReport
    errors: pl.DataFrame


def recognises(path: Path) -> bool:
    """Whether the file has the statistics' columns."""
    try:
        return any(_places(sheet) for sheet in read_sheets(path, SEARCHED_ROWS))
    except Refused:
        return False


def read(path: Path) -> ReadStatistics:
    """Every procurement of the file. One that has none of them gives a report with one fatal problem."""
    digest = sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    empty = ImportReport(path=str(path), source=SOURCE, sha256=digest)
    try:
        sheet = next((sheet for sheet in read_sheets(path) if _places(sheet)), None)
    except Refused as refused:
        return _nothing(empty, refused.code)
    if sheet is None:
        return _nothing(empty, "statistics_header_missing")
    return _read(sheet, _places(sheet), empty)


def _places(sheet: Sheet) -> dict[str, int]:
    """Where each column of COLUMNS stands in the first row; empty where one is missing."""
    names = [plain(cell) for cell in sheet.rows[0]] if sheet.rows else []
    return (
        {column: names.index(name) for column, name in COLUMNS.items()} if set(COLUMNS.values()) <= set(names) else {}
    )


def _read(sheet: Sheet, places: dict[str, int], empty: ImportReport) -> ReadStatistics:
    found: list[Found] = []
    numbered = [(at, cells) for at, cells in enumerate(sheet.rows[1:], 2) if any(cells)]
    rows = [_row(at, {name: cells[place] for name, place in places.items()}, found) for at, cells in numbered]
    taken = [row for row in rows if row is not None]
    frame = pl.DataFrame(taken, schema=FRAME, orient="row")
    found += [Found(flag, row=row) for row, flag in frame.drop_nulls("flag").select("row", "flag").iter_rows()]
    refused = len(rows) - len(taken)
    problems = (Problem("rows_refused", count=refused),) if refused else ()
    names = {column: sheet.rows[0][place] for column, place in places.items()}
    report = replace(
        empty,
        encoding=sheet.encoding,
        separator=sheet.separator,
        rows_read=len(rows),
        rows_taken=len(taken),
        rows_refused=refused,
        amount_sum=in_kronor(int(frame["value_ore"].sum())),
        columns=names,
        problems=(*problems, *as_problems(found)),
    )
    return ReadStatistics(frame, report, as_errors(found))


def _row(at: int, cells: dict[str, str], found: list[Found]) -> dict[str, object] | None:
    if not cells["buyer"] or not cells["reference"]:
        found.append(Found("reference_missing", row=at, column="Upphandlings-ID"))
        return None
    try:
        value = values.ore(cells["value_ore"]) or 0
    except values.Unreadable as unreadable:
        found.append(Found(unreadable.code, row=at, column="Kontrakterat värde, Summa"))
        return None
    year = cells["year"].removesuffix(".0")
    flag = None if value >= LEAST_ORE else "unit_price_suspected" if value else "value_missing"
    return {
        "row": at,
        "year": int(year) if year.isdecimal() else None,
        "buyer": cells["buyer"][:300],
        "reference": cells["reference"][:60],
        "value_ore": value,
        "flag": flag,
    }


def _nothing(empty: ImportReport, code: str) -> ReadStatistics:
    report = replace(empty, problems=(Problem(code, is_fatal=True),))
    return ReadStatistics(pl.DataFrame(schema=FRAME), report, as_errors([]))
