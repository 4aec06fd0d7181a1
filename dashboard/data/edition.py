"""The edition a page shows, and its cubes: made once each time the registers change, shared by all, read only."""

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


def cube(edition: Edition) -> pl.DataFrame:
    """Öre and lines by month, unit, category, supplier, contract, classes and flags (`rules.cube.CUBE_KEYS`)."""
    return _cube(edition.of_registers)


@st.cache_resource(max_entries=3, show_spinner=False)
def _cube(edition: Edition) -> pl.DataFrame:
    return build.frame(edition, "cube")


def lines(edition: Edition, wanted: Wanted, limit: int = 500) -> tuple[pl.DataFrame, int, int]:
    """The largest ledger lines that fit (`data.lines.SHOWN`), and the count and the öre of all that fit."""
    return _lines(edition.of_registers, wanted, limit)


@st.cache_resource(max_entries=32, show_spinner=False)
def _lines(edition: Edition, wanted: Wanted, limit: int) -> tuple[pl.DataFrame, int, int]:
    found = find_lines(edition, wanted, limit)
    return found.lines, found.total_rows, found.total_ore
