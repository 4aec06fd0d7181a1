"""The official procurement statistics: contracted value of each procurement, as the authority publishes it.

A procurement with the value nought has not said its value; one below what any announced procurement is worth has
given a price a unit. Both are kept and flagged: a sum of them is the publisher's sum, and a reader can leave them out.
"""

from collections.abc import Sequence

import polars as pl

from data_access.importers import register_values as values
from data_access.importers.amounts import in_kronor
from data_access.importers.headed_sheet import Content, Layout, Rows
from data_access.importers.register_problems import Found

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


def _places(header: Sequence[str]) -> dict[str, int]:
    if not set(COLUMNS.values()) <= set(header):
        return {}
    return {column: header.index(name) for column, name in COLUMNS.items()}


def _content(rows: Rows, names: dict[str, str]) -> Content:
    """One row a procurement."""
    found: list[Found] = []
    taken = [row for at, cells in rows if (row := _row(at, cells, found)) is not None]
    frame = pl.DataFrame(taken, schema=FRAME, orient="row")
    found += [Found(flag, row=row) for row, flag in frame.drop_nulls("flag").select("row", "flag").iter_rows()]
    return Content(frame, len(taken), found, in_kronor(int(frame["value_ore"].sum())))


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


LAYOUT = Layout("upphandlingsstatistik", "statistics_header_missing", FRAME, _places, _content)
recognises, read = LAYOUT.recognises, LAYOUT.read
