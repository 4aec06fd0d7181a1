"""The follow-up plan: what is planned in the coming twelve months, and what is overdue."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.data.edition import Edition
from dashboard.data.follow_up import YEAR, chosen_plan
from dashboard.filters import Filters, add_months, months_between

OVERDUE = 0  # stands where the month does, for what should be done already
MONTHS = 12


def months_ahead(today: date) -> list[int]:
    """This month and the eleven after it."""
    first = today.year * 100 + today.month
    return months_between(first, add_months(first, MONTHS - 1))


@st.cache_resource(max_entries=16, show_spinner=False)
def ahead(edition: Edition, filters: Filters, today: date) -> pl.DataFrame:
    """The plan of the department, category and supplier chosen; columns as `with_months` gives them."""
    return with_months(chosen_plan(edition, filters, today), today)


def with_months(rows: pl.DataFrame, today: date) -> pl.DataFrame:
    """Of `planned_rows`: what is overdue and what is planned in the months ahead, with `month`, by day.

    Overdue (`month` is OVERDUE) is what is not done, by at most a year, unless the same was done on the contract later
    on. What was to be done by now and still may be done in time stands in this month. Contracts that have ended are
    left out.
    """
    months = months_ahead(today)
    is_overdue = (pl.col("state") == "not_done") & (pl.col("planned_on") > today - YEAR) & ~pl.col("is_overtaken")
    is_to_come = (pl.col("planned_on") >= today) & (pl.col("period") <= months[-1])
    is_due = (pl.col("state") == "coming") & (pl.col("planned_on") < today)
    return (
        rows.filter(~pl.col("is_over"), is_overdue | is_to_come | is_due)
        .with_columns(month=pl.when(is_overdue).then(OVERDUE).otherwise(pl.col("period").clip(months[0])))
        .sort("planned_on", "number", "plan_id")
    )


def counted(rows: pl.DataFrame, today: date) -> pl.DataFrame:
    """`risk_class` (null: none), `month`, `count`: every class that has something, in every month; gravest first."""
    months = pl.DataFrame({"month": [OVERDUE, *months_ahead(today)]}, schema={"month": pl.Int64})
    found = rows.group_by("risk_class", pl.col("month").cast(pl.Int64)).agg(count=pl.len().cast(pl.Int64))
    return (
        rows.select("risk_class")
        .unique()
        .sort("risk_class", descending=True, nulls_last=True)
        .join(months, how="cross")
        .join(found, on=["risk_class", "month"], how="left", nulls_equal=True, maintain_order="left")
        .with_columns(pl.col("count").fill_null(0))
    )
