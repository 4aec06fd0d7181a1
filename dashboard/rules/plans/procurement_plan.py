"""The procurement plan: the lines somebody has put into it, and the contracts whose decision point is near.

A contract whose decision point comes within the months of the plan, and that nobody has decided about, stands in it as
a line of its own until it is decided on. Days that nobody has planned are scheduled backwards from the day the new
contract must hold.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from dashboard.rules.decisions.day_algebra import (
    add_days,
    add_months,
    closed_weekdays,
    next_working_day,
    previous_working_day,
)
from dashboard.rules.decisions.handled import with_handled
from dashboard.rules.plans.lead_parts import Timing, with_parts

MONTHS = 24
DECISION, GATE, NEED, PLANNED = "decision", "gate", "need", "planned"
SOURCES = (DECISION, PLANNED, NEED, GATE)
UNDECIDED = "undecided"  # the state of a line that nobody has put into the plan
WAITING = ("planned", UNDECIDED)
FINISHED = ("signed", "cancelled")
ENDING = ("terminate", "expire")
SCOPED = ("category_id", "unit_id")
YEARS = (1990, 2120)
LONGEST_YEARS = 4  # lead time and review together reach no further back
LINES: Mapping[str, Any] = {
    "item_id": pl.Int64,
    "contract_id": pl.Int64,
    "number": pl.String,
    "title": pl.String,
    "source": pl.String,
    "needed_on": pl.Date,
    "start_on": pl.Date,
    "publish_on": pl.Date,
    "sign_on": pl.Date,
    "hours": pl.Int64,
    "value_ore": pl.Int64,
    "procedure": pl.String,
    "complexity": pl.String,
    "review_risk": pl.String,
    "responsible": pl.String,
    "unit_id": pl.Int64,
    "category_id": pl.Int64,
    "state": pl.String,
    "late_days": pl.Int64,
    "version": pl.Int64,
}


@dataclass(frozen=True)
class PlanFrames:
    """Beside the contracts: the tables plan_item, plan_stage, contract_decision and contract_scope."""

    items: pl.DataFrame
    stages: pl.DataFrame
    decisions: pl.DataFrame
    scope: pl.DataFrame
    timing: Timing


def plan_lines(dated: pl.DataFrame, frames: PlanFrames, today: date, months: int = MONTHS) -> pl.DataFrame:
    """One row a line with the columns LINES, the first to start first; lines without a known start last.

    `dated`: every contract as `with_decision_dates`, with `is_ended`. `item_id` and `version` are null for a contract
    that is in the plan by its decision point only. Procedure, complexity and risk are codes, null where the word is
    not known. `late_days`: since the day to start, where nobody has started. Lines that are finished or cancelled are
    there, by their `state`. Secret contracts are left out, and lines about them.
    """
    lines = pl.concat([_of_items(dated, frames.items), _of_gates(dated, frames, today, months)])
    scheduled = _scheduled(with_parts(lines, frames.timing), today)
    is_late = pl.col("state").is_in(WAITING) & (pl.col("start_on") < today)
    late = (pl.lit(today) - pl.col("start_on")).dt.total_days()
    coded = {"procedure": "procedure_code", "complexity": "complexity_code", "review_risk": "risk_code"}
    return (
        scheduled.with_columns(
            late_days=pl.when(is_late).then(late).otherwise(0),
            **{name: pl.col(code) for name, code in coded.items()},
        )
        .select(pl.col(name).cast(kind) for name, kind in LINES.items())
        .sort("start_on", "needed_on", "item_id", "contract_id", nulls_last=True)
    )


def _of_items(dated: pl.DataFrame, items: pl.DataFrame) -> pl.DataFrame:
    """The lines that are in the plan, but for those about secret contracts."""
    of_contract = dated.select(pl.col("id").alias("contract_id"), "number", "is_secret")
    known = items.join(of_contract, on="contract_id", how="left", maintain_order="left")
    source = (
        pl.when(pl.col("decision_id").is_not_null())
        .then(pl.lit(DECISION))
        .when(pl.col("contract_id").is_null())
        .then(pl.lit(NEED))
        .otherwise(pl.lit(PLANNED))
    )
    return _columns(
        known.filter(~pl.col("is_secret").fill_null(False)).rename(
            {"id": "item_id", "estimated_value_ore": "value_ore"}
        ),
        source=source,
        start_on="planned_start_on",
        publish_on="planned_publish_on",
        sign_on="planned_sign_on",
    )


def _of_gates(dated: pl.DataFrame, frames: PlanFrames, today: date, months: int) -> pl.DataFrame:
    """A line for each contract whose decision point is near, that has no line and that is not to end for good."""
    until = add_months(pl.lit(today), pl.lit(months))
    in_plan = frames.items.filter(pl.col("state") != "cancelled")["contract_id"].drop_nulls()
    near = dated.filter(
        pl.col("decision_gate") <= until,
        ~pl.col("is_ended"),
        ~pl.col("is_secret"),
        ~pl.col("id").is_in(in_plan.implode()),
        ~pl.col("id").is_in(_ending(dated, frames).implode()),
    )
    return _columns(
        near.join(_only_scope(frames.scope), left_on="id", right_on="contract_id", how="left", maintain_order="left"),
        item_id=pl.lit(None, pl.Int64),
        contract_id="id",
        source=pl.lit(GATE),
        needed_on=add_days(pl.col("effective_end"), pl.lit(1)),
        start_on="reprocure_start_latest",
        publish_on=pl.lit(None, pl.Date),
        sign_on=pl.lit(None, pl.Date),
        hours=pl.lit(None, pl.Int64),
        value_ore="estimated_value_ore",
        responsible="owner",
        state=pl.lit(UNDECIDED),
        version=pl.lit(None, pl.Int64),
    )


def _columns(rows: pl.DataFrame, **made: str | pl.Expr) -> pl.DataFrame:
    """The columns of a line, late days aside: those named here, the others as they are called."""
    given = {name: pl.col(what) if isinstance(what, str) else what for name, what in made.items()}
    return rows.select(
        given.get(name, pl.col(name)).cast(kind).alias(name) for name, kind in LINES.items() if name != "late_days"
    )


def _ending(dated: pl.DataFrame, frames: PlanFrames) -> pl.Series:
    """The contracts that a decision lets end for good, while the end it saw still holds."""
    ends = dated.select("id", "current_end", "decision_gate", "gate_no_later_than")
    handled = with_handled(ends, frames.decisions, frames.items, frames.stages)
    return handled.filter(pl.col("decision_kind").is_in(ENDING))["id"]


def _only_scope(scope: pl.DataFrame) -> pl.DataFrame:
    """`contract_id, category_id, unit_id`, each where the contract has but one."""
    only = [pl.when(pl.col(name).n_unique() == 1).then(pl.col(name).first()).alias(name) for name in SCOPED]
    return scope.group_by("contract_id").agg(only)


def _scheduled(lines: pl.DataFrame, today: date) -> pl.DataFrame:
    """The days nobody planned: as late as the day it is needed allows, but not before the part ahead is done."""
    years = [today.year, *lines["needed_on"].drop_nulls().dt.year().clip(*YEARS).to_list()]
    closed = closed_weekdays(min(years) - LONGEST_YEARS, max(years) + LONGEST_YEARS)
    needed, buffer = pl.col("needed_on"), pl.col("buffer_days")

    def back(*parts: str) -> pl.Expr:
        days = pl.sum_horizontal([f"{part}_days" for part in parts], ignore_nulls=False)
        return previous_working_day(add_days(needed, -days - (buffer if len(parts) > 1 else 0)), closed)

    after = ("transition", "signing", "evaluation", "publication")
    tendered = pl.col("publication_days") + pl.col("evaluation_days") + pl.col("signing_days")
    prepared = next_working_day(add_days(pl.col("start_on"), pl.col("preparation_days")), closed)
    signed = next_working_day(add_days(pl.col("publish_on"), tendered), closed)
    return (
        lines.with_columns(start_on=pl.coalesce("start_on", back(*after, "preparation")))
        .with_columns(publish_on=pl.coalesce("publish_on", pl.max_horizontal(back(*after), prepared)))
        .with_columns(sign_on=pl.coalesce("sign_on", pl.max_horizontal(back("transition"), signed)))
    )
