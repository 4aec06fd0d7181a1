"""The procurement plan's lines for the filters, and what one line is: its contract, stages and links."""

from collections.abc import Mapping
from datetime import date

import polars as pl
import streamlit as st

from dashboard.data.decision_page import on_day, portfolio
from dashboard.data.edition import Edition
from dashboard.data.narrowing import contracts_for
from dashboard.data.registers import register
from dashboard.filters import Filters
from dashboard.rules.plans.lead_parts import timing_on
from dashboard.rules.plans.procurement_plan import MONTHS, PlanFrames, plan_lines
from dashboard.rules.scope import is_of

TABLES: Mapping[str, str] = {
    "items": "plan_item",
    "stages": "plan_stage",
    "decisions": "contract_decision",
    "scope": "scope",
}
OWN = {"category_id": "category_id", "unit_id": "unit_id"}


@st.cache_resource(max_entries=8, show_spinner=False)
def plan_frames(edition: Edition, today: date) -> PlanFrames:
    """What `plan_lines` asks for beside the contracts' dates; also for a plan of dates that are only supposed."""
    timing = timing_on(register(edition, "lead_time"), on_day(edition, today).lead_times, today)
    read = {name: register(edition, table) for name, table in TABLES.items()}
    return PlanFrames(timing=timing, **read)


@st.cache_resource(max_entries=8, show_spinner=False)
def every_line(edition: Edition, today: date, months: int = MONTHS) -> pl.DataFrame:
    """The plan's lines, as `plan_lines`, whatever is filtered."""
    return plan_lines(on_day(edition, today).dated, plan_frames(edition, today), today, months)


@st.cache_resource(max_entries=32, show_spinner=False)
def lines(edition: Edition, filters: Filters, today: date) -> pl.DataFrame:
    """The plan's lines, as `plan_lines`: by department, category and supplier. The months narrow nothing."""
    return narrowed(edition, every_line(edition, today), filters)


def narrowed(edition: Edition, found: pl.DataFrame, filters: Filters) -> pl.DataFrame:
    """Of lines with `contract_id, category_id, unit_id`: of a contract by what it covers, a new need by what it says.

    A new need has no supplier.
    """
    fits = contracts_for(edition, filters)
    if fits is not None:
        wanted = [
            is_of(column, getattr(filters, name)) for name, column in OWN.items() if getattr(filters, name) is not None
        ]
        is_need = pl.col("contract_id").is_null()
        found = found.filter(
            pl.when(is_need).then(pl.all_horizontal(wanted)).otherwise(pl.col("contract_id").is_in(fits.implode()))
        )
    if filters.supplier_id is not None:
        links = register(edition, "contract_supplier").filter(is_of("supplier_id", filters.supplier_id))
        found = found.filter(pl.col("contract_id").is_in(links["contract_id"].implode()))
    return found


def incomplete(edition: Edition, filters: Filters, today: date) -> int:
    """How many contracts in force have no decision point since something is missing, and so cannot be in the plan."""
    return portfolio(edition, filters, today).count("okanda")
