"""What can be chosen in the filters: departments, categories, suppliers and months, with their names."""

from dataclasses import dataclass

import polars as pl
import streamlit as st

from dashboard.data import edition as editions
from dashboard.data.edition import Edition
from dashboard.rules.scope import SCOPES, Scope, left_out
from data_access.engine import reading
from data_access.queries.categories import read_categories
from data_access.queries.organisation import read_units
from data_access.queries.suppliers import read_suppliers

OFFERED_SUPPLIERS = 200  # those bought from most; any other is chosen by a link from its own page
OFFERED_UNITS = ("forvaltning", "bolag")


@dataclass(frozen=True)
class Choices:
    """Names by id, and the first and last month with purchases (None in an empty ledger)."""

    units: dict[int, str]
    categories: dict[int, str]
    suppliers: dict[int, str]
    offered_units: tuple[int, ...]  # departments and companies; committees and units are known but not offered
    offered_suppliers: tuple[int, ...]
    left_out: dict[Scope, tuple[int, ...]]  # the units that do not count, by scope
    first_period: int | None
    last_period: int | None

    @property
    def has_companies(self) -> bool:
        """Whether there is anything but the municipality's own units."""
        return bool(self.left_out["kommun"])

    @property
    def is_empty(self) -> bool:
        """Neither a ledger nor a register has been imported."""
        return self.last_period is None and not self.suppliers


def choices(edition: Edition) -> Choices:
    """What can be chosen in this edition."""
    return _choices(edition.of_registers)


@st.cache_resource(max_entries=4, show_spinner=False)
def _choices(edition: Edition) -> Choices:
    with reading() as connection:
        units, categories, suppliers = read_units(connection), read_categories(connection), read_suppliers(connection)
    cube = editions.cube(edition)
    return Choices(
        units=_names(units),
        offered_units=tuple(units.filter(pl.col("type").is_in(OFFERED_UNITS))["id"].to_list()),
        categories=_names(categories),
        suppliers=_names(suppliers),
        offered_suppliers=_largest(cube),
        left_out={scope: left_out(units, scope) for scope in SCOPES},
        first_period=_first_period(cube),
        last_period=edition.last_period,
    )


def _first_period(cube: pl.DataFrame) -> int | None:
    first = cube["period"].min()
    return first if isinstance(first, int) else None


def _names(frame: pl.DataFrame) -> dict[int, str]:
    rows = frame.select("id", "name").sort("name")
    return dict(rows.iter_rows())


def _largest(cube: pl.DataFrame) -> tuple[int, ...]:
    known = cube.filter(pl.col("supplier_id").is_not_null())
    totals = known.group_by("supplier_id").agg(pl.col("amount_ore").sum())
    return tuple(totals.top_k(OFFERED_SUPPLIERS, by="amount_ore")["supplier_id"].to_list())
