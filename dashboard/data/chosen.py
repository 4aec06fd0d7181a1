"""The part of the cube a visitor looks at."""

import polars as pl
import streamlit as st

from dashboard.data import edition as editions
from dashboard.data.edition import Edition
from dashboard.filters import Filters
from dashboard.rules.scope import counts, is_of


def chosen(cube: pl.DataFrame, filters: Filters) -> pl.DataFrame:
    """The rows of `cube` within the months chosen, of the unit (or scope), category and supplier chosen."""
    wanted = [
        is_of(name, value)
        for name in ("unit_id", "category_id", "supplier_id")
        if (value := getattr(filters, name)) is not None
    ]
    if filters.unit_id is None and filters.left_out:
        wanted.append(counts(filters.left_out, filters.scope))
    return cube.filter(pl.col("period").is_between(filters.period_from, filters.period_to), *wanted)


def chosen_cube(edition: Edition, filters: Filters) -> pl.DataFrame:
    """The edition's cube within `filters`."""
    return _chosen_cube(edition.of_registers, filters)


@st.cache_resource(max_entries=8, show_spinner=False)
def _chosen_cube(edition: Edition, filters: Filters) -> pl.DataFrame:
    return chosen(editions.cube(edition), filters)
