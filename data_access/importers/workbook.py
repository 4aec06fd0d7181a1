"""Sheets of a workbook as strings; the ones with a ledger in them are told by their column names."""

from dataclasses import dataclass

import fastexcel
import polars as pl

from data_access.errors import Refused
from data_access.importers.columns import normal
from data_access.importers.table import Layout, header_index, layout_of
from data_access.importers.workbook_size import open_workbook

_SAMPLE_ROWS = 260


@dataclass(frozen=True)
class Sheet:
    """One sheet; `rows` has `row` and `column_1`… below the header."""

    name: str
    layout: Layout
    rows: pl.DataFrame
    is_one_of_many: bool


def read_sheets(content: bytes) -> tuple[list[Sheet], list[str]]:
    """The sheet with most known column names, and every other with the same header (a sheet a month).

    Hidden ones of these are left out where one is seen, and named in the second answer: people do not know of them.
    """
    try:
        book = open_workbook(content)
        samples = {name: _rows(book, name, _SAMPLE_ROWS) for name in book.sheet_names}
    except Refused:
        raise
    except Exception as error:  # whatever a broken workbook makes the library raise
        raise Refused("workbook_broken") from error
    scored = {name: (*header_index(rows), len(rows)) for name, rows in samples.items() if rows}
    if not scored:
        raise Refused("table_missing")
    best = max(scored, key=lambda name: (scored[name][0], scored[name][2]))
    header = _header(samples[best], scored[best][1])
    alike = [name for name in scored if _header(samples[name], scored[name][1]) == header]
    seen = [name for name in alike if _is_seen(book, name)] or alike
    sheets = [_sheet(book, name, samples[name], scored[name][1], len(alike) > 1) for name in seen]
    return sheets, [name for name in alike if name not in seen]


def _is_seen(book: fastexcel.ExcelReader, name: str) -> bool:
    return book.load_sheet(name, header_row=None, n_rows=1, dtypes="string").visible == "visible"


def _rows(book: fastexcel.ExcelReader, name: str, most: int) -> list[list[str]]:
    frame = _frame(book, name, most)
    return [[value or "" for value in row] for row in frame.iter_rows()]


def _frame(book: fastexcel.ExcelReader, name: str, most: int | None = None) -> pl.DataFrame:
    sheet = book.load_sheet(name, header_row=None, skip_rows=0, n_rows=most, dtypes="string")
    frame = sheet.to_polars()
    frame.columns = [f"column_{i + 1}" for i in range(frame.width)]
    return frame


def _header(rows: list[list[str]], at: int) -> list[str]:
    return [normal(cell) for cell in rows[at]]


def _sheet(book: fastexcel.ExcelReader, name: str, sample: list[list[str]], at: int, many: bool) -> Sheet:
    layout = layout_of(sample, at, None)
    frame = _frame(book, name).with_row_index("row", offset=1).slice(layout.header_row)
    clean = pl.all().exclude("row").cast(pl.String).str.replace_all("_x000D_", "", literal=True)
    return Sheet(name, layout, frame.with_columns(clean.replace("", None)), many)
