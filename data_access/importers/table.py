"""The table inside a text: separator, preamble, header row, and the columns asked for as strings."""

import csv
import io
from dataclasses import dataclass

import polars as pl

from data_access.errors import Refused
from data_access.importers.columns import known_names

_SEPARATORS = (";", ",", "\t", "|")
_SAMPLE_BYTES = 16_384
_HEADER_WITHIN = 60
_EXAMPLES = 100
_FAR_RIGHT = 200


@dataclass(frozen=True)
class Layout:
    """Where the table stands in its text. `header_row` counts from 1; `values[i]` are examples of column i."""

    separator: str | None
    header_row: int
    header: list[str]
    values: list[list[str]]


def layout(text: bytes) -> Layout:
    """The layout of a text: the separator and row that give the most known column names, then the steadiest width."""
    sample = text[:_SAMPLE_BYTES]
    if len(text) > _SAMPLE_BYTES:
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    lines = sample.decode("utf-8", "replace").replace("\0", "")
    present = [separator for separator in _SEPARATORS if separator in lines] or [","]
    best = max((_try(lines, separator) for separator in present), key=lambda tried: tried[0])
    (_, width), rows, separator, header_at = best[0][1:], best[1], best[2], best[3]
    if width < 2:
        raise Refused("table_missing")
    return layout_of(rows, header_at, separator)


def layout_of(rows: list[list[str]], header_at: int, separator: str | None) -> Layout:
    """The layout of a sample of rows whose header stands at index `header_at`."""
    header = [cell.strip().lstrip("\ufeff") for cell in rows[header_at]]
    while header and not header[-1]:
        header.pop()
    if sum(1 for cell in header if cell) < 2:
        raise Refused("table_missing")
    body = rows[header_at + 1 : header_at + 1 + _EXAMPLES]
    values = [[row[i].strip() for row in body if i < len(row)] for i in range(len(header))]
    return Layout(separator, header_at + 1, header, values)


def header_index(rows: list[list[str]]) -> tuple[int, int]:
    """How many known names the best header row has, and its index; the first filled row where none has any."""
    scores = [known_names(row) for row in rows[:_HEADER_WITHIN]]
    best = max(scores, default=0)
    if best:
        return best, scores.index(best)
    return 0, next((i for i, row in enumerate(rows) if sum(1 for c in row if c.strip()) > 1), 0)


def _try(lines: str, separator: str) -> tuple[tuple[int, int, int], list[list[str]], str, int]:
    try:
        rows = list(csv.reader(io.StringIO(lines, newline=""), delimiter=separator))
    except csv.Error:
        rows = []
    known, at = header_index(rows)
    widths = [len(row) for row in rows[at:] if any(row)]
    steady = sum(1 for width in widths if widths and width == widths[0] and width > 1)
    return (known, steady, widths[0] if widths else 0), rows, separator, at


def read_columns(text: bytes, found: Layout, indices: list[int]) -> pl.DataFrame:
    """The rows below the header: `row` (the file's own number), the columns at `indices` by position, `overflow`.

    Everything is a string; empty cells are null. `overflow` is what stands past the last column of the header.
    """
    width = len(found.header)
    wanted = [f"column_{index + 1}" for index in indices] + [f"column_{width + 1}"]
    frame = _read_csv(text, found, width + 1, wanted).slice(found.header_row).rename({wanted[-1]: "overflow"})
    # Rows may be empty but for cells far to the right: rare, and told by a plain search.
    is_blank = frame.select(pl.all_horizontal(pl.exclude("row").is_null()).any()).item()
    if not is_blank or b"\n" + (found.separator or ",").encode() * width not in text:
        return frame
    past = [f"column_{index}" for index in range(width + 1, width + _FAR_RIGHT)]
    far = _read_csv(text, found, width + _FAR_RIGHT, past).slice(found.header_row)
    return frame.with_columns(overflow=far.select(pl.coalesce(past)).to_series())


def _read_csv(text: bytes, found: Layout, width: int, wanted: list[str]) -> pl.DataFrame:
    """`row` and the columns `wanted`. Raises Refused where quotes do not pair."""
    try:
        return pl.read_csv(
            text,
            has_header=False,
            infer_schema=False,
            separator=found.separator or ",",
            schema={f"column_{i + 1}": pl.String() for i in range(width)},
            columns=wanted,
            row_index_name="row",
            row_index_offset=1,
            extra_columns="ignore",
            missing_columns="insert",
        )
    except pl.exceptions.PolarsError as error:
        raise Refused("quotes_broken") from error


def picked(rows: pl.DataFrame, found: Layout, indices: list[int]) -> pl.DataFrame:
    """Of rows already read whole: `row`, the columns at `indices`, and `overflow`."""
    width = len(found.header)
    past = [name for name in rows.columns[1:] if int(name.removeprefix("column_")) > width]
    overflow = pl.coalesce(past) if past else pl.lit(None, dtype=pl.String)
    return rows.select("row", *(f"column_{index + 1}" for index in indices), overflow=overflow)
