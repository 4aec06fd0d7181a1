"""How large a sheet a workbook's cells span: one cell far out would make its reader ask for more memory than there is.

The reader lays a sheet out as a full rectangle before it gives anything away, and where memory is refused it ends the
whole process. So the corners are looked for first, in the sheet's text, a piece at a time.
"""

import io
import re
import zipfile
from collections.abc import Iterator

import fastexcel

from data_access.errors import Refused

MOST_CELLS = 60_000_000  # some two gigabytes in the reader's hands
_PIECE, _LONGEST_PLACE = 1 << 20, 64
_LETTERS = re.compile(rb"""\br\s*=\s*["']([A-Za-z]+)\d""")
_LARGE_ROW = re.compile(rb"""\br\s*=\s*["'][A-Za-z]*(\d{6,})["']""")
_ANY_ROW = re.compile(rb"""\br\s*=\s*["'][A-Za-z]*(\d+)["']""")
_SMALL_ROWS = 99_999


def open_workbook(content: bytes) -> fastexcel.ExcelReader:
    """The workbook, where its sheets are of a size that can be read. Raises Refused, or the reader's own error."""
    check_size(content)
    return fastexcel.read_excel(content)


def check_size(content: bytes) -> None:
    """Raises Refused where a sheet of the workbook spans more than MOST_CELLS. Other kinds of files pass."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            sheets = [entry for entry in book.infolist() if "worksheets/" in entry.filename.replace("\\", "/")]
            spans = [_cells(book, sheet) for sheet in sheets]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return  # no workbook of this kind, or a broken one: its reader says so
    if max(spans, default=0) > MOST_CELLS:
        raise Refused("workbook_too_wide")


def _cells(book: zipfile.ZipFile, sheet: zipfile.ZipInfo) -> int:
    """At least as many cells as the sheet's rectangle has. Rows are counted only where the columns make it matter."""
    letters: set[bytes] = {b"A"}
    rows = _SMALL_ROWS
    for piece in _pieces(book, sheet):
        letters.update(_LETTERS.findall(piece))
        rows = max(rows, _largest(_LARGE_ROW, piece))
    columns = max(map(_column, letters))
    if rows == _SMALL_ROWS and rows * columns > MOST_CELLS:
        rows = max((_largest(_ANY_ROW, piece) for piece in _pieces(book, sheet)), default=0)
    return rows * columns


def _pieces(book: zipfile.ZipFile, sheet: zipfile.ZipInfo) -> Iterator[bytes]:
    """The sheet's text a piece at a time, each with the end of the one before, lest a place is cut in two."""
    kept = b""
    with book.open(sheet) as file:
        while piece := file.read(_PIECE):
            yield kept + piece
            kept = piece[-_LONGEST_PLACE:]


def _largest(rows: re.Pattern[bytes], piece: bytes) -> int:
    return max(map(int, rows.findall(piece)), default=0)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
