"""What is bought without a contract, and what will be if nothing is decided, within the filters."""

from dataclasses import dataclass, replace
from datetime import date

import polars as pl
import streamlit as st

from dashboard.data.chosen import chosen_cube
from dashboard.data.decision_page import on_day, portfolio
from dashboard.data.edition import Edition
from dashboard.data.plans import every_line
from dashboard.data.purchases import with_names
from dashboard.data.registers import names, register
from dashboard.filters import Filters, rolling
from dashboard.rules.needs.bought import daily_spend, needs_by, unknown_ore
from dashboard.rules.needs.coming import YEAR, by_month, coming_months, gaps_of, last_days, yearly_growth
from dashboard.rules.needs.successors import next_contracts

SHOWN = ("number", "title", "ends_on", "follows_on", "follows_by", "gap_days", "is_incomplete", "daily_spend_ore")


@dataclass(frozen=True)
class Needs:
    """The year looked at (`first` to `last`, months), what was bought without a contract in it, and what is coming.

    `by_category`, `by_unit`: `id, name, amount_ore, lines, documented_ore`. `by_period`: the same by `period`.
    `gaps`: a row a contract, the largest amount first: the columns of `gaps_of` and SHOWN. `months`: `period,
    amount_ore, too_late_ore` of the coming ones. `undated`: contracts in force whose last day is not known.
    """

    first: int
    last: int
    now_ore: int
    documented_ore: int
    unknown_ore: int
    by_category: pl.DataFrame
    by_unit: pl.DataFrame
    by_period: pl.DataFrame
    gaps: pl.DataFrame
    months: pl.DataFrame
    peak: tuple[int, int] | None  # the month in which a year's purchases without a contract are the largest, and those
    undated: int

    @property
    def coming_ore(self) -> int:
        """Everything bought in the gaps to come."""
        return int(self.months["amount_ore"].sum())

    @property
    def too_late_ore(self) -> int:
        """The part no decision can avoid."""
        return int(self.months["too_late_ore"].sum())


@st.cache_resource(max_entries=16, show_spinner=False)
def needs(edition: Edition, filters: Filters, today: date) -> Needs:
    """The needs without a contract: the last twelve months of the ledger, and 24 months from `today`."""
    year = rolling(edition.as_of.year * 100 + edition.as_of.month)
    cube = chosen_cube(edition, replace(filters, period_from=year.period_from, period_to=year.period_to))
    categories = needs_by(cube, "category_id")
    contracts = _contracts(edition, today).join(daily_spend(cube, YEAR), on="contract_id")
    months = coming_months(contracts, today)
    now = int(categories["amount_ore"].sum())
    growth = yearly_growth(contracts, months).sort("yearly_ore", "period", descending=[True, False])
    peak = (growth["period"][0], now + growth["yearly_ore"][0]) if growth.height else None
    return Needs(
        first=year.period_from,
        last=year.period_to,
        now_ore=now,
        documented_ore=int(categories["documented_ore"].sum()),
        unknown_ore=unknown_ore(cube),
        by_category=with_names(categories, "category_id", names(edition, "category")),
        by_unit=with_names(needs_by(cube, "unit_id"), "unit_id", names(edition, "unit")),
        by_period=needs_by(cube, "period").sort("period"),
        gaps=gaps_of(months).join(contracts.select("contract_id", *SHOWN), on="contract_id", maintain_order="left"),
        months=by_month(months, today),
        peak=peak,
        undated=portfolio(edition, filters, today)
        .dated.join(_undated(edition, today), on="contract_id", how="semi")
        .height,
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def _contracts(edition: Edition, today: date) -> pl.DataFrame:
    """Contracts in force that may be shown, with their last possible day and what follows: SHOWN but for the spend."""
    dated = on_day(edition, today).dated.filter(~pl.col("is_secret"))
    known = dated.with_columns(ends_on=last_days(), contract_id=pl.col("id"))
    follows = next_contracts(
        known.select("contract_id", "start_on", "ends_on"),
        _plan(edition, today),
        register(edition, "scope"),
        register(edition, "category"),
        register(edition, "unit"),
        today,
    )
    is_incomplete = pl.col("ends_on").is_null() & ~pl.col("is_open")
    return (
        known.filter(~pl.col("is_ended"))
        .join(follows, on="contract_id", how="left", maintain_order="left")
        .with_columns(is_incomplete=is_incomplete)
        .select("contract_id", *(name for name in SHOWN if name != "daily_spend_ore"))
    )


def _plan(edition: Edition, today: date) -> pl.DataFrame:
    """`contract_id, successor_id, state, sign_on` of the plan's lines: one begun too late is signed as much later."""
    items = register(edition, "plan_item").select("successor_id", item_id="id")
    late = pl.col("sign_on").dt.offset_by(pl.format("{}d", pl.col("late_days")))
    lines = every_line(edition, today).join(items, on="item_id").drop_nulls("contract_id")
    return lines.select("contract_id", "successor_id", "state", sign_on=late)


def _undated(edition: Edition, today: date) -> pl.DataFrame:
    return _contracts(edition, today).filter("is_incomplete")
