"""What kind of file this is, told from its first rows: a ledger, a register, statistics, or codes.

A ledger is told by its amounts and its suppliers; only where these are not found is the file asked whether it is one
of the other kinds. What nobody recognises goes on as a ledger, whose reader says what is missing.
"""

import csv
import io
import zipfile
from pathlib import Path

import fastexcel

from data_access.importers.column_names import NAMES
from data_access.importers.columns import normal
from data_access.importers.encoding import to_utf8, with_line_feeds
from data_access.importers.workbook_size import open_workbook
from data_access.kinds import KINDS

HEAD_BYTES = 65_536
HEAD_ROWS = 60
LARGEST_OTHER = 200 << 20
PACKED = (b"\x1f\x8b", b"BZh")
ZIP, OLD_WORKBOOK = b"PK", b"\xd0\xcf\x11\xe0"
MARKS = ";,\t|"
# A register may have a value or a sum, but not what a line of a ledger has.
AMOUNTS = frozenset((*NAMES["amount"], *NAMES["gross"])) - {"value", "summa", "spend", "net", "nett"}
SUPPLIERS = frozenset((*NAMES["supplier_name"], *NAMES["supplier_no"], *NAMES["orgnr"]))


def recognise(path: Path) -> str:
    """'ledger', 'register', 'statistics' or 'cpv'."""
    if not path.is_file() or _looks_like_a_ledger(path) or path.stat().st_size > LARGEST_OTHER:
        return "ledger"
    return next((kind.name for kind in KINDS if kind.recognises(path)), "ledger")


def _looks_like_a_ledger(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    is_workbook = head.startswith(OLD_WORKBOOK) or _is_new_workbook(path)
    if head.startswith(PACKED) or head[257:262] == b"ustar" or (head.startswith(ZIP) and not is_workbook):
        return True  # only ledgers come packed
    rows = _workbook_rows(path) if is_workbook else _text_rows(head)
    return any(_is_ledger_header(row) for row in rows)


def _is_ledger_header(row: list[str]) -> bool:
    names = {normal(cell) for cell in row}
    return bool(names & AMOUNTS) and bool(names & SUPPLIERS)


def _text_rows(head: bytes) -> list[list[str]]:
    whole = head[: max(head.rfind(b"\n"), head.rfind(b"\r"))] if len(head) == HEAD_BYTES else head
    text = with_line_feeds(to_utf8(whole)[0]).decode("utf-8", "replace").replace("\0", "")
    if text.lstrip("\ufeff \n\r").startswith(("{", "[")):
        return [text.replace(",", ":").replace('"', "").replace("\ufeff", "").split(":")]
    lines = "\n".join(text.splitlines()[:HEAD_ROWS])
    try:
        return [row for mark in MARKS for row in csv.reader(io.StringIO(lines), delimiter=mark)]
    except csv.Error:
        return []


def _is_new_workbook(path: Path) -> bool:
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return any(name.startswith(("xl/", "xl\\")) for name in archive.namelist())


def _workbook_rows(path: Path) -> list[list[str]]:
    try:
        book = open_workbook(path.read_bytes())
        sheets = [
            book.load_sheet(name, header_row=None, n_rows=HEAD_ROWS, dtypes="string").to_polars()
            for name in book.sheet_names
        ]
    except fastexcel.FastExcelError:
        return []  # broken: the ledger's reader says so
    return [[cell or "" for cell in row] for sheet in sheets for row in sheet.iter_rows()]
