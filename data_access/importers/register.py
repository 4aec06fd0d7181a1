"""A contract register, ours or another system's: one row a contract, or a row for each of its suppliers or parts.

Ours has the columns `number, diarienr, title, supplier_orgnr, supplier, type, regime, start_date, initial_end_date,
tills_vidare, notice_buyer_m, notice_supplier_m, options, ceiling_sek, estimated_value_sek, categories, units,
exclusive, procedure, complexity, review_risk, owner, framework`; others are read by what their columns are called. A
value that cannot be read is left out and reported with row and column; a row is refused only where nothing says what
contract it is. A blank ceiling is unknown, and no other amount is ever taken for it.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import polars as pl

from data_access.errors import Problem, Refused
from data_access.importers.frame import empty_errors
from data_access.importers.register_columns import SEARCHED_ROWS, Header, find_header
from data_access.importers.register_contracts import Contracts, to_contracts
from data_access.importers.register_identity import identify, without_persons
from data_access.importers.register_problems import REFUSED_ROWS, Found, as_errors, as_problems
from data_access.importers.register_rows import Cells, Row, is_repeated_header, is_total, read_row
from data_access.importers.register_sheets import Sheet, is_pdf, read_sheets
from data_access.importers.report import ImportReport, MemberReport

SOURCE = "register"


@dataclass(frozen=True)
class ReadRegister:
    """What a register file holds: the frames of register_contracts, the report, and what could not be read."""

    contracts: pl.DataFrame
    options: pl.DataFrame
    scope: pl.DataFrame
    suppliers: pl.DataFrame
    frameworks: pl.DataFrame
    report: ImportReport
    errors: pl.DataFrame


@dataclass
class _Tally:
    """What reading counts while it goes."""

    read: int = 0
    refused: int = 0
    totals: int = 0


def recognises(path: Path) -> bool:
    """Whether a sheet of the file has a contract register's header.

    A PDF is claimed too: registers are handed out as such, and this reader can say what to ask for instead.
    """
    if is_pdf(path):
        return True
    try:
        return any(find_header(sheet.rows) for sheet in read_sheets(path, SEARCHED_ROWS))
    except Refused:
        return False


def read_register(path: Path) -> ReadRegister:
    """The contracts of the file. A file that is no register gives a report with one fatal problem and no rows."""
    digest = sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    try:
        sheets = read_sheets(path)
    except Refused as refused:
        return _nothing(path, digest, Problem(refused.code, is_fatal=True))
    headed = [(sheet, header) for sheet in sheets if (header := find_header(sheet.rows))]
    if not headed:
        return _nothing(path, digest, Problem("register_header_missing", is_fatal=True))
    tally, found, rows, members = _Tally(), _outside(sheets, headed), [], []
    for sheet, header in headed:
        before = tally.read
        rows += _rows(sheet, header, len(headed) > 1, tally, found)
        members.append(_member(sheet, header, tally.read - before))
    identities, about_suppliers = identify(rows)
    made = to_contracts([without_persons(*one) for one in zip(rows, identities, strict=True)], identities)
    return _read(path, digest, made, tally, [*found, *about_suppliers, *made.found], members)


def _rows(sheet: Sheet, header: Header, has_sheets: bool, tally: _Tally, found: list[Found]) -> list[Row]:
    member = sheet.name if has_sheets else None
    rows = []
    for at, cells in enumerate(sheet.rows[header.row + 1 :], header.row + 2):
        if not any(cells):
            continue
        tally.read += 1
        row = _one(Cells(header, cells, member, at), sheet.rows[header.row], tally, found)
        if row:
            rows.append(row)
    return rows


def _one(cells: Cells, head: tuple[str, ...], tally: _Tally, found: list[Found]) -> Row | None:
    if is_total(cells.cells):
        tally.totals += 1
        found.append(Found("total_rows_left_out", cells.member, cells.row))
        return None
    row = None
    if is_repeated_header(cells.header, cells.cells, head):
        cells.note("repeated_header")
    else:
        row = read_row(cells)
    tally.refused += row is None
    found += cells.found
    return row


def _outside(sheets: tuple[Sheet, ...], headed: list[tuple[Sheet, Header]]) -> list[Found]:
    """Sheets and columns that are not read, so that nobody thinks they were."""
    taken = {id(sheet) for sheet, _ in headed}
    skipped = [Found("sheet_skipped", sheet.name) for sheet in sheets if id(sheet) not in taken]
    unused = {name: None for _, header in headed for name in header.unused}
    return skipped + [Found("column_not_used", column=name) for name in unused]


def _member(sheet: Sheet, header: Header, rows: int) -> MemberReport:
    return MemberReport(sheet.name, sheet.encoding, sheet.separator, header.row + 1, rows, header.names)


def _read(
    path: Path, digest: str, made: Contracts, tally: _Tally, found: list[Found], members: list[MemberReport]
) -> ReadRegister:
    problems = as_problems(found)
    if tally.refused:
        row = next((one.row for one in found if one.code in REFUSED_ROWS), None)
        problems = (Problem("rows_refused", row=row, count=tally.refused), *problems)
    if made.contracts.is_empty():
        problems = (Problem("no_rows_taken", is_fatal=True), *problems)
    starts, ends = made.contracts["start_on"], made.contracts["initial_end_on"]
    report = ImportReport(
        path=str(path),
        source=SOURCE,
        sha256=digest,
        encoding=members[0].encoding,
        separator=members[0].separator,
        rows_read=tally.read,
        rows_taken=tally.read - tally.refused - tally.totals,
        rows_refused=tally.refused,
        total_rows=tally.totals,
        masked_rows=len({(one.member, one.row) for one in found if one.code == "suppliers_masked"}),
        date_min=str(starts.min()) if starts.count() else None,
        date_max=str(ends.max()) if ends.count() else None,
        columns=members[0].columns,
        members=tuple(members),
        problems=problems,
    )
    frames = (made.contracts, made.options, made.scope, made.suppliers, made.frameworks)
    return ReadRegister(*frames, report, as_errors(found))


def _nothing(path: Path, digest: str, problem: Problem) -> ReadRegister:
    none = to_contracts([], [])
    report = ImportReport(path=str(path), source=SOURCE, sha256=digest, problems=(problem,))
    frames = (none.contracts, none.options, none.scope, none.suppliers, none.frameworks)
    return ReadRegister(*frames, report, empty_errors())
