"""The plan's hours by month beside what there is to do it with, and what they would be if contracts were extended."""

from dataclasses import dataclass
from datetime import date

import polars as pl
import streamlit as st

from dashboard.data import plans
from dashboard.data.decision_page import on_day
from dashboard.data.edition import Edition
from dashboard.data.registers import register
from dashboard.filters import Filters
from dashboard.rules.decisions.limits import decision_limits
from dashboard.rules.plans.hours import plan_hours, with_hours
from dashboard.rules.plans.months import Load, against, load_of, worst
from dashboard.rules.plans.what_if import extendable, extended, redated


@dataclass(frozen=True)
class Workload:
    """`load`: the hours of the plan. `months`: as `against`. `worst`: the month that lacks most hours, or None.

    Capacity is the whole office's: with a part of the plan (`is_part`) it is not compared, and null in every month.
    """

    load: Load
    months: pl.DataFrame
    worst: int | None
    is_part: bool = False

    @property
    def late(self) -> int:
        """How many procurements should have begun already; all of them must begin in the first month."""
        return self.load.lines.filter(pl.col("late_days") > 0).height

    @property
    def unknown(self) -> int:
        """How many months nobody has said the capacity of."""
        return self.months["capacity"].null_count()


@st.cache_resource(max_entries=16, show_spinner=False)
def workload(edition: Edition, filters: Filters, today: date, chosen: tuple[int, ...] = ()) -> Workload:
    """The next 24 months of the lines chosen; with `chosen` contracts as if each were extended today."""
    found = hours(edition, filters, today)
    if chosen:
        found = extended(found, _redated(edition, today, chosen), plans.plan_frames(edition, today), today)
    load = load_of(found, today)
    is_part = filters != filters.with_all_but_period()
    capacity = register(edition, "officer_capacity")
    months = against(load, capacity.clear() if is_part else capacity)
    return Workload(load, months, worst(months), is_part)


@st.cache_resource(max_entries=16, show_spinner=False)
def hours(edition: Edition, filters: Filters, today: date) -> pl.DataFrame:
    """The plan's lines with `needed_hours` and `hours_from`; our own hours are of the whole plan."""
    estimates = plan_hours(register(edition, "rule_limit"), today)
    return with_hours(plans.lines(edition, filters, today), plans.every_line(edition, today), estimates)


@st.cache_resource(max_entries=16, show_spinner=False)
def offered(edition: Edition, filters: Filters, today: date) -> pl.DataFrame:
    """The contracts whose extension would move a line: columns as `extendable`."""
    found = on_day(edition, today)
    lines = plans.lines(edition, filters, today)
    return extendable(lines, found.ways, found.dated, register(edition, "option"))


def suggested(edition: Edition, filters: Filters, today: date, count: int = 4) -> tuple[int, ...]:
    """The contracts whose extension takes most hours from the worst month; none where no month is known to lack any."""
    now, every = workload(edition, filters, today), tuple(offered(edition, filters, today)["contract_id"])
    if now.worst is None or not every:
        return ()
    after = workload(edition, filters, today, every)
    eased = _in_month(now, now.worst).join(_in_month(after, now.worst), on="contract_id", how="left", suffix="_after")
    saved = eased.with_columns(saved=pl.col("month_hours") - pl.col("month_hours_after").fill_null(0))
    best = saved.filter(pl.col("saved") > 0, pl.col("contract_id").is_in(every)).sort(
        "saved", "contract_id", descending=[True, False]
    )
    return tuple(sorted(best["contract_id"].head(count)))


def _in_month(found: Workload, period: int) -> pl.DataFrame:
    """`contract_id, month_hours` of the lines from decision points: one a contract."""
    return found.load.in_month(period).filter(pl.col("source") == "gate").select("contract_id", "month_hours")


def _redated(edition: Edition, today: date, chosen: tuple[int, ...]) -> pl.DataFrame:
    known = on_day(edition, today)
    limits = decision_limits(register(edition, "rule_limit"), today)
    wanted = known.dated.filter(pl.col("id").is_in(chosen))
    tables = register(edition, "contract"), register(edition, "option")
    return redated(*tables, wanted, today, known.lead_times, limits)
