"""What a contract's page asks about its follow-up: the class and why, the plan, the checklist, the handover."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import polars as pl
import streamlit as st

from dashboard.data.edition import Edition
from dashboard.data.registers import register
from dashboard.rules.ends import with_ends_on
from dashboard.rules.follow_up.limits import FollowUpLimits, follow_up_limits
from dashboard.rules.follow_up.outcome import is_proven, with_outcome
from dashboard.rules.follow_up.proposal import Proposed, proposed_plan, times_a_year
from dashboard.rules.follow_up.requirements import with_requirement_state
from dashboard.rules.follow_up.risk_class import SCORES, risk_class
from dashboard.rules.follow_up.suggested import Suggestion, suggested_history, suggested_value

CLOSED = ("verified", "dismissed")
BACK = timedelta(days=2 * 365)  # how far back the plan is shown


@dataclass(frozen=True)
class ContractFollowUp:
    """All that is known about the follow-up of one contract."""

    contract_id: int
    risk_class: int | None  # the class in force; None: unknown
    scoring: dict[str, Any] | None  # the last one, with its `risk_class`
    suggestions: Mapping[str, Suggestion]  # by score
    wanted: Mapping[str, float]  # method -> times a year that the class asks for at least
    plan: pl.DataFrame  # of the last two years and to come: `rules.follow_up.outcome` and `result`, `evidence`
    proposed: tuple[Proposed, ...]
    requirements: pl.DataFrame  # the table's columns, `due_on`, `state`
    checks: Mapping[str, dict[str, Any]]  # item of the checklist -> the last time it was gone through
    handover: dict[str, Any] | None
    seen_scoring: int  # what a form that scores the risk has seen, 0 for nothing
    seen_plan: int  # and one that adds to the plan


@st.cache_resource(max_entries=64, show_spinner=False)
def contract_follow_up(edition: Edition, contract_id: int, today: date) -> ContractFollowUp | None:
    """The follow-up of one contract; None where there is none with this id, or it is secret."""
    found = register(edition, "contract").filter(pl.col("id") == contract_id, ~pl.col("is_secret"))
    if found.is_empty():
        return None
    row = with_ends_on(found, _of(edition, "option", contract_id), today).row(0, named=True)
    limits = follow_up_limits(register(edition, "rule_limit"), today)
    scoring = _last_scoring(_of(edition, "risk_score", contract_id), today)
    in_force: int | None = scoring["risk_class"] if scoring else row["risk_class"]
    every = _plan(edition, contract_id, today, limits)
    wanted = {} if in_force is None else times_a_year(register(edition, "follow_up_frequency"), in_force, today)
    return ContractFollowUp(
        contract_id=contract_id,
        risk_class=in_force,
        scoring=scoring,
        suggestions=_suggestions(row, _of(edition, "deviation", contract_id), limits),
        wanted=wanted,
        plan=every.filter(pl.col("planned_on") >= today - BACK).sort("planned_on", "id"),
        proposed=_proposed(every, wanted, today, row["ends_on"]),
        requirements=with_requirement_state(_of(edition, "requirement", contract_id), today),
        checks={one["item"]: one for one in _of(edition, "follow_up_check", contract_id).iter_rows(named=True)},
        handover=next(_of(edition, "handover", contract_id).iter_rows(named=True), None),
        seen_scoring=_highest(_of(edition, "risk_score", contract_id)),
        seen_plan=_highest(every),
    )


def _of(edition: Edition, name: str, contract_id: int) -> pl.DataFrame:
    return register(edition, name).filter(pl.col("contract_id") == contract_id)


def _highest(rows: pl.DataFrame) -> int:
    ids: list[int] = rows["id"].to_list()
    return max(ids, default=0)


def _last_scoring(scores: pl.DataFrame, today: date) -> dict[str, Any] | None:
    """The scoring in force: the last one up to today."""
    made = scores.filter(pl.col("scored_on") <= today).sort("scored_on", "id")
    if made.is_empty():
        return None
    last = made.row(-1, named=True)
    return {**last, "risk_class": risk_class({name: last[name] for name in SCORES})}


def _suggestions(row: dict[str, Any], deviations: pl.DataFrame, limits: FollowUpLimits) -> dict[str, Suggestion]:
    value = row["estimated_value_ore"] if row["estimated_value_ore"] is not None else row["ceiling_ore"]
    still_open = deviations.filter(~pl.col("state").is_in(CLOSED))["severity"].to_list()
    return {"value": suggested_value(value, limits), "history": suggested_history(still_open, limits)}


def _plan(edition: Edition, contract_id: int, today: date, limits: FollowUpLimits) -> pl.DataFrame:
    plan = _of(edition, "follow_up_plan", contract_id)
    activities = register(edition, "follow_up_activity").filter(pl.col("plan_id").is_in(plan["id"].implode()))
    told = (
        activities.sort("done_on", "id")
        .group_by(id="plan_id", maintain_order=True)
        .agg(
            evidence=pl.col("evidence").filter(is_proven()).last(),
            result=pl.col("result").drop_nulls().last(),
        )
    )
    return with_outcome(plan, activities, today, limits.tolerance_days).join(told, on="id", how="left")


def _proposed(
    plan: pl.DataFrame, wanted: Mapping[str, float], today: date, ends_on: date | None
) -> tuple[Proposed, ...]:
    """What the plan lacks: an occasion that is still coming counts as planned, one with evidence as done."""
    coming = plan.filter(pl.col("state") == "coming")
    planned = {method: coming.filter(pl.col("method") == method)["planned_on"].to_list() for method in wanted}
    last = plan.drop_nulls("done_on").group_by("method").agg(pl.col("done_on").max())
    return proposed_plan(wanted, planned, dict(last.iter_rows()), today, ends_on)
