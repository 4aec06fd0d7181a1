"""The edition a page shows, and its cubes: computed once an edition, shared by everybody, read only."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.data import build
from dashboard.data.build import Edition
from dashboard.data.lines import Wanted, find_lines

__all__ = ["Edition", "cube", "current", "lines"]


def current(today: date) -> Edition:
    """The state of the data now; read it once a run, so that all parts of a page agree."""
    return build.current_edition(today)


@st.cache_resource(max_entries=3, show_spinner=False)
def cube(edition: Edition) -> pl.DataFrame:
    """Öre and lines by month, unit, category, supplier, contract, classes and flags (`rules.cube.CUBE_KEYS`)."""
    return build.frame(edition, "cube")


@st.cache_resource(max_entries=32, show_spinner=False)
def lines(edition: Edition, wanted: Wanted, limit: int = 500) -> tuple[pl.DataFrame, int, int]:
    """The largest ledger lines that fit (`data.lines.SHOWN`), and the count and the öre of all that fit."""
    found = find_lines(edition, wanted, limit)
    return found.lines, found.total_rows, found.total_ore
