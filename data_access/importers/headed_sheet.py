"""A file in which one sheet has a known header in its first row: found, its rows named, its report written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import polars as pl

from data_access.errors import Problem, Refused
from data_access.importers.register_columns import SEARCHED_ROWS, plain
from data_access.importers.register_problems import Found, as_errors, as_problems
from data_access.importers.register_sheets import Sheet, read_sheets
from data_access.importers.report import ImportReport

Rows = list[tuple[int, dict[str, str]]]  # the row's number in the file, and its cells by column


@dataclass(frozen=True)
class ReadSheet:
    """What was taken (`frame`, columns as the layout says), the report, and the rows that could not be read."""

    frame: pl.DataFrame
    report: ImportReport
    errors: pl.DataFrame


@dataclass(frozen=True)
class Content:
    """The rows that were taken (`taken` of them, before any are joined), and all that was found in them."""

    frame: pl.DataFrame
    taken: int
    found: list[Found]
    amount_sum: str = ImportReport.amount_sum


@dataclass(frozen=True)
class Layout:
    """`places` gives each column's place among the plain header cells, nothing where one is missing.

    `content` makes the rows, with the header's own words by column, into a frame of `schema`. `missing` is the
    problem's code where no sheet has the header.
    """

    source: str
    missing: str
    schema: dict[str, pl.DataType]
    places: Callable[[Sequence[str]], dict[str, int]]
    content: Callable[[Rows, dict[str, str]], Content]

    def recognises(self, path: Path) -> bool:
        """Whether a sheet of the file has the header."""
        try:
            return any(self._places(sheet) for sheet in read_sheets(path, SEARCHED_ROWS))
        except Refused:
            return False

    def read(self, path: Path) -> ReadSheet:
        """The first sheet with the header. A file without one gives a report with one fatal problem."""
        digest = sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        empty = ImportReport(path=str(path), source=self.source, sha256=digest)
        try:
            sheet = next((sheet for sheet in read_sheets(path) if self._places(sheet)), None)
        except Refused as refused:
            return self._nothing(empty, refused.code)
        return self._read(sheet, empty) if sheet else self._nothing(empty, self.missing)

    def _places(self, sheet: Sheet) -> dict[str, int]:
        return self.places([plain(cell) for cell in sheet.rows[0]]) if sheet.rows else {}

    def _read(self, sheet: Sheet, empty: ImportReport) -> ReadSheet:
        places = self._places(sheet)
        numbered = [(at, cells) for at, cells in enumerate(sheet.rows[1:], 2) if any(cells)]
        rows = [(at, {column: cells[place] for column, place in places.items()}) for at, cells in numbered]
        names = {column: sheet.rows[0][place] for column, place in places.items()}
        content = self.content(rows, names)
        refused = len(rows) - content.taken
        problems = (Problem("rows_refused", count=refused),) if refused else ()
        report = replace(
            empty,
            encoding=sheet.encoding,
            separator=sheet.separator,
            rows_read=len(rows),
            rows_taken=content.taken,
            rows_refused=refused,
            amount_sum=content.amount_sum,
            columns=names,
            problems=(*problems, *as_problems(content.found)),
        )
        return ReadSheet(content.frame, report, as_errors(content.found))

    def _nothing(self, empty: ImportReport, code: str) -> ReadSheet:
        report = replace(empty, problems=(Problem(code, is_fatal=True),))
        return ReadSheet(pl.DataFrame(schema=self.schema), report, as_errors([]))
