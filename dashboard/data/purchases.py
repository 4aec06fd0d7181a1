"""What pages ask about purchases: spend by month, department, category and supplier, and how it was bought."""

from dataclasses import dataclass

import polars as pl
import streamlit as st

from dashboard.data.chosen import chosen_cube
from dashboard.data.edition import Edition
from dashboard.data.lines import Wanted, find_lines
from dashboard.data.registers import names, register
from dashboard.filters import Filters
from dashboard.rules.pooling import pooling_candidates
from dashboard.rules.spend_split import class_mix, pareto, spend_audit, spend_split

DIMENSIONS = {"unit": "unit_id", "category": "category_id", "supplier": "supplier_id"}


@dataclass(frozen=True)
class Purchases:
    """The purchases of one selection."""

    by_month: pl.DataFrame  # spend_split by period
    mix: pl.DataFrame  # class_mix
    audit: pl.DataFrame  # spend_audit
    suppliers: pl.DataFrame  # pareto, with id and name
    pooling: pl.DataFrame  # pooling_candidates, with id and name
    total_ore: int  # what can be competed for
    on_ore: int  # of that, bought on contract
    outside_ore: int  # and outside contract where a contract exists


def purchases(edition: Edition, filters: Filters) -> Purchases:
    """The purchases of this selection."""
    return _purchases(edition.of_registers, filters)


@st.cache_resource(max_entries=16, show_spinner=False)
def _purchases(edition: Edition, filters: Filters) -> Purchases:
    cube = chosen_cube(edition, filters)
    by_month = spend_split(cube, "period").sort("period")
    return Purchases(
        by_month=by_month,
        mix=class_mix(cube),
        audit=spend_audit(cube),
        suppliers=with_names(pareto(cube, "supplier_id"), "supplier_id", names(edition, "supplier")),
        pooling=with_names(
            pooling_candidates(cube, register(edition, "contract")), "category_id", names(edition, "category")
        ),
        total_ore=int(by_month["total_ore"].sum()),
        on_ore=int(by_month["on_ore"].sum()),
        outside_ore=int(by_month["outside_ore"].sum()),
    )


def split_by(edition: Edition, filters: Filters, dimension: str) -> pl.DataFrame:
    """Spend parted by contract use for each `dimension` (unit, category, supplier): `id, name` and `spend_split`."""
    return _split_by(edition.of_registers, filters, dimension)


@st.cache_resource(max_entries=32, show_spinner=False)
def _split_by(edition: Edition, filters: Filters, dimension: str) -> pl.DataFrame:
    column = DIMENSIONS[dimension]
    split = spend_split(chosen_cube(edition, filters), column).sort("total_ore", descending=True)
    return with_names(split, column, names(edition, dimension))


def with_names(frame: pl.DataFrame, column: str, known: dict[int, str]) -> pl.DataFrame:
    """`column` as `id`, and its `name`; null where nobody knows it."""
    return frame.rename({column: "id"}).with_columns(
        name=pl.col("id").cast(pl.Int64).replace_strict(known, default=None, return_dtype=pl.String)
    )


def lines_for_file(edition: Edition, wanted: Wanted, limit: int) -> pl.DataFrame:
    """The largest `limit` lines that fit, for a file: made when asked for, and not kept."""
    return find_lines(edition, wanted, limit).lines
