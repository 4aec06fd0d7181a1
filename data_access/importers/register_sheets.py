"""The sheets of a register file as rows of text, with the file's own row numbers. A CSV is one sheet.

Registers are small, so everything is text here and is read for what it means later: a workbook's own types differ
from sheet to sheet (a day may be a day, a number or a text in the same column).
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import fastexcel

from data_access.errors import Refused
from data_access.importers.containers import Limits, Member, members
from data_access.importers.encoding import to_utf8, with_line_feeds
from data_access.importers.workbook_size import open_workbook

LIMITS = Limits(file_bytes=200 << 20, unpacked_bytes=800 << 20, members=50)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BLANKS = re.compile(r"[^\S\n]+|[\u200b\ufeff]+")


@dataclass(frozen=True)
class Sheet:
    """`rows[i]` is the file's row i + 1; every cell is tidied text, empty where there is none."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    encoding: str
    separator: str | None = None


def read_sheets(path: Path, rows: int | None = None) -> tuple[Sheet, ...]:
    """Every sheet of the file, its first `rows` only where asked. Raises Refused where it is no table, and why."""
    if is_pdf(path):
        raise Refused("pdf_not_read")
    found = [sheet for member in members(path, LIMITS) for sheet in _sheets(member, rows)]
    return tuple(sheet for sheet in found if any(any(row) for row in sheet.rows))


def is_pdf(path: Path) -> bool:
    """Whether the file is a PDF, whatever it is called."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"%PDF"


def tidy(cell: str | None) -> str:
    """The cell without a workbook's escapes (`_x000D_`), single blanks between words; lines stay lines."""
    if not cell:
        return ""
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), cell).replace("\0", "")
    lines = (_BLANKS.sub(" ", line).strip() for line in plain.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def _sheets(member: Member, rows: int | None) -> Iterator[Sheet]:
    if member.kind == "workbook":
        yield from _workbook(member.content, rows)
    else:
        yield _text_table(member, rows)


def _workbook(content: bytes, rows: int | None) -> Iterator[Sheet]:
    try:
        book = open_workbook(content)
        for name in book.sheet_names:
            frame = book.load_sheet(name, header_row=None, skip_rows=0, n_rows=rows, dtypes="string").to_polars()
            yield Sheet(name, tuple(tuple(map(tidy, row)) for row in frame.iter_rows()), "xlsx")
    except fastexcel.FastExcelError as error:
        raise Refused("workbook_broken") from error


def _text_table(member: Member, limit: int | None) -> Sheet:
    content, encoding = to_utf8(member.content)
    text = with_line_feeds(content).decode("utf-8", "replace")
    lines = text.splitlines()[:50]
    separator = max(";\t,|", key=lambda mark: sum(line.count(mark) for line in lines))
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        rows = tuple(tuple(map(tidy, row)) for row in islice(reader, limit))
    except csv.Error as error:
        raise Refused("text_unreadable") from error
    return Sheet(member.name, rows, encoding, separator)
