"""What pages ask about follow-up: what was planned and done, what is next, and which contracts have no plan."""

from datetime import date, timedelta

import polars as pl
import streamlit as st

from dashboard.data import metrics
from dashboard.data.edition import Edition
from dashboard.data.row_frames.ask import Ask, Tables, month, narrowed
from dashboard.data.row_frames.members import contract_members
from dashboard.filters import Filters
from dashboard.rules.ends import with_ends_on
from dashboard.rules.follow_up.limits import FollowUpLimits, follow_up_limits
from dashboard.rules.follow_up.outcome import with_outcome
from dashboard.rules.follow_up.risk_class import with_class_in_force

YEAR = timedelta(days=365)
SOON = timedelta(days=60)
OF_CONTRACT = ("number", "title", "supplier_name", "controller", "risk_class")


def active_contracts(tables: Tables, today: date) -> pl.DataFrame:
    """The contracts that hold today and are not secret: the table's columns, `ends_on` and the class in force.

    A contract whose end is not known holds: what nobody has entered is no reason to leave it out.
    """
    known = with_ends_on(tables["contract"].filter(~pl.col("is_secret")), tables["option"], today)
    holds = (pl.col("ends_on") >= today).fill_null(True) & (pl.col("start_on") <= today).fill_null(True)
    return with_class_in_force(known.filter(holds).with_columns(day=today), tables["risk_score"], "day").drop("day")


def planned_rows(tables: Tables, today: date, limits: FollowUpLimits) -> pl.DataFrame:
    """One row a planned follow-up of a contract that is not secret, by day: `row_id` (contract.id), OF_CONTRACT,
    `plan_id`, `method`, `planned_on`, `period`, `responsible`, `done_on`, `last_on`, `state`, `has_unproven`, `is_over`
    (the contract has ended) and `is_overtaken` (the same was done on the contract later on).

    `risk_class` is the one in force today. What is planned after the contract's end is left out.
    """
    known = with_ends_on(tables["contract"].filter(~pl.col("is_secret")), tables["option"], today).with_columns(
        day=today
    )
    contracts = with_class_in_force(known, tables["risk_score"], "day")
    plan = with_outcome(tables["follow_up_plan"], tables["follow_up_activity"], today, limits.tolerance_days)
    return (
        plan.rename({"id": "plan_id", "contract_id": "row_id"})
        .join(contracts.select("ends_on", *OF_CONTRACT, row_id="id"), on="row_id")
        .filter((pl.col("planned_on") <= pl.col("ends_on")).fill_null(True))
        .with_columns(
            month("planned_on"),
            is_over=(pl.col("ends_on") < today).fill_null(False),
            is_overtaken=(pl.col("done_on").max().over("row_id", "method") >= pl.col("planned_on")).fill_null(False),
        )
        .drop("ends_on", "version")
        .sort("planned_on", "number", "plan_id")
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def plan(edition: Edition, today: date) -> pl.DataFrame:
    """Every planned follow-up; columns as `planned_rows`."""
    return planned_rows(metrics.tables(edition), today, limits(edition, today))


@st.cache_resource(max_entries=4, show_spinner=False)
def limits(edition: Edition, today: date) -> FollowUpLimits:
    """The limits of follow-up on the day."""
    return follow_up_limits(metrics.tables(edition)["rule_limit"], today)


@st.cache_resource(max_entries=16, show_spinner=False)
def chosen_plan(edition: Edition, filters: Filters, today: date) -> pl.DataFrame:
    """The planned follow-ups of the department, category and supplier chosen, whatever their month."""
    return _chosen(plan(edition, today), edition, filters)


def of_period(rows: pl.DataFrame, filters: Filters) -> pl.DataFrame:
    """Those planned within the months chosen."""
    return rows.filter(pl.col("period").is_between(filters.period_from, filters.period_to))


def to_do(rows: pl.DataFrame, today: date) -> pl.DataFrame:
    """What is not done and should be, on contracts that hold: the gravest class first, then by planned day.

    Overdue by at most a year, unless the same was done on the contract later on; or to come within sixty days.
    """
    overdue = (pl.col("state") == "not_done") & (pl.col("planned_on") > today - YEAR) & ~pl.col("is_overtaken")
    soon = (pl.col("state") == "coming") & (pl.col("planned_on") <= today + SOON)
    return rows.filter(~pl.col("is_over"), overdue | soon).sort(
        "risk_class", "planned_on", "number", descending=[True, False, False], nulls_last=True
    )


@st.cache_resource(max_entries=16, show_spinner=False)
def unprepared(edition: Edition, filters: Filters, today: date) -> pl.DataFrame:
    """Contracts that hold but lack a class, or a follow-up in the coming twelve months: OF_CONTRACT, `row_id`,
    `has_class`, `has_plan`; those of the gravest class first."""
    tables = metrics.tables(edition)
    ahead = plan(edition, today).filter(pl.col("state") == "coming", pl.col("planned_on") <= today + YEAR)
    rows = active_contracts(tables, today).select(*OF_CONTRACT, row_id="id")
    judged = rows.with_columns(
        has_class=pl.col("risk_class").is_not_null(),
        has_plan=pl.col("row_id").is_in(ahead["row_id"].unique().implode()),
    )
    lacking = judged.filter(~pl.col("has_class") | ~pl.col("has_plan"))
    return _chosen(lacking, edition, filters).sort("risk_class", "number", descending=[True, False], nulls_last=False)


def _chosen(rows: pl.DataFrame, edition: Edition, filters: Filters) -> pl.DataFrame:
    chosen = (filters.unit_id, filters.category_id, filters.supplier_id)
    ask = Ask((), edition.as_of, (), *chosen, filters.scope, filters.left_out)
    return narrowed(rows, ask, contract_members(metrics.tables(edition)))
