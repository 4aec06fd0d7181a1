"""The dossier of a supplier: its step and why, cases, deviations, follow-ups, requirements, audits and comments."""

from dataclasses import dataclass
from datetime import date

import polars as pl
import streamlit as st

from dashboard.data import deviations as reported
from dashboard.data import escalation
from dashboard.data.edition import Edition
from dashboard.data.registers import register
from dashboard.rules.escalation.active import active_spans
from dashboard.rules.escalation.audit_conflict import AuditBeside, beside_our_step
from dashboard.rules.escalation.ladder import step_words, supplier_steps
from dashboard.rules.signals.limits import signal_limits
from dashboard.text import Text

AT_REST = {"step": 0, "cases": 0, "ended": 0, "ended_step": 0}


@dataclass(frozen=True)
class Dossier:
    """What is known of how the supplier keeps its contracts; frames keep the columns of their tables."""

    step: dict[str, object]  # the supplier's row of `supplier_steps`
    step_says: Text  # with that row's values in its braces
    cases: pl.DataFrame  # open ones, as on the board
    ended: pl.DataFrame  # escalation_case of those that have ended, with `contract`
    ladder: pl.DataFrame  # the last twelve months, empty where it has stood on 0 all the time
    deviations: pl.DataFrame  # as in the register of deviations
    follow_ups: pl.DataFrame  # method, planned_on, responsible, done_on, result, evidence, contract_id, contract
    requirements: pl.DataFrame  # of its contracts, with `contract`
    audits: pl.DataFrame  # the newest first
    audit_beside: AuditBeside | None  # of the newest
    comments: pl.DataFrame  # the newest first


@st.cache_resource(max_entries=64, show_spinner=False)
def dossier(edition: Edition, today: date, supplier_id: int) -> Dossier:
    """The dossier as of today."""
    of_this = pl.col("supplier_id") == supplier_id
    step = _step(edition, today, supplier_id)
    audits = register(edition, "audit_result").filter(of_this).sort("assessed_on", "id", descending=True)
    held = register(edition, "contract_supplier").filter(of_this).select("contract_id").unique()
    contracts = register(edition, "contract").filter(~pl.col("is_secret")).select("number", contract_id="id")
    names = held.join(contracts.rename({"number": "contract"}), on="contract_id")
    return Dossier(
        step=step,
        step_says=step_words(int(str(step["cases"])), int(str(step["ended"]))),
        cases=escalation.cases_of(edition, today, supplier_id),
        ended=_ended(edition, supplier_id),
        ladder=escalation.ladder_of(edition, today, supplier_id),
        deviations=reported.deviations(edition, today).filter(of_this),
        follow_ups=_follow_ups(edition, names),
        requirements=register(edition, "requirement").join(names, on="contract_id").sort("contract", "id"),
        audits=audits,
        audit_beside=_beside(edition, audits, int(str(step["step"])), today),
        comments=register(edition, "supplier_comment").filter(of_this).sort("said_on", "id", descending=True),
    )


@st.cache_resource(max_entries=2, show_spinner=False)
def steps(edition: Edition, today: date) -> pl.DataFrame:
    """`supplier_steps` of every supplier with an open case."""
    known = escalation.frames(edition)
    active = active_spans(known["contract"], known["option"], today)
    return supplier_steps(known["escalation_event"], known["escalation_case"], active, today)


def _step(edition: Edition, today: date, supplier_id: int) -> dict[str, object]:
    found = steps(edition, today).filter(pl.col("supplier_id") == supplier_id)
    return dict(AT_REST) if found.is_empty() else found.row(0, named=True)


def _ended(edition: Edition, supplier_id: int) -> pl.DataFrame:
    cases = escalation.frames(edition)["escalation_case"]
    ended = cases.filter(pl.col("supplier_id") == supplier_id, pl.col("closed_on").is_not_null())
    return escalation.with_names(ended, edition).sort("closed_on", descending=True)


def _follow_ups(edition: Edition, contracts: pl.DataFrame) -> pl.DataFrame:
    done = register(edition, "follow_up_activity").select("plan_id", "done_on", "result", "evidence")
    plan = register(edition, "follow_up_plan").join(contracts, on="contract_id")
    return plan.join(done, left_on="id", right_on="plan_id", how="left").sort("planned_on", "id", descending=True)


def _beside(edition: Edition, audits: pl.DataFrame, step: int, today: date) -> AuditBeside | None:
    if audits.is_empty():
        return None
    months = signal_limits(register(edition, "rule_limit"), today).audit_months
    newest = audits.row(0, named=True)
    return beside_our_step(newest["result"], newest["assessed_on"], step, months, today)


@st.cache_resource(max_entries=2, show_spinner=False)
def audit_conflicts(edition: Edition, today: date) -> pl.DataFrame:
    """Each supplier whose newest audit and our step disagree, or is stale while a case is open.

    `supplier_id, supplier, result, assessed_on, step, verdict`.
    """
    months = signal_limits(register(edition, "rule_limit"), today).audit_months
    newest = (
        register(edition, "audit_result")
        .sort("assessed_on", "id")
        .unique("supplier_id", keep="last")
        .join(steps(edition, today).select("supplier_id", "step"), on="supplier_id", how="left")
        .join(register(edition, "supplier").select(supplier_id="id", supplier="name"), on="supplier_id")
        .with_columns(pl.col("step").fill_null(0))
        .select("supplier_id", "supplier", "result", "assessed_on", "step")
        .sort("supplier")
    )
    verdicts = [
        beside_our_step(row["result"], row["assessed_on"], row["step"], months, today).verdict
        for row in newest.iter_rows(named=True)
    ]
    judged = newest.with_columns(verdict=pl.Series(verdicts, dtype=pl.String))
    is_conflict = pl.col("verdict").is_in(["theirs_worse", "ours_worse"])
    return judged.filter(is_conflict | ((pl.col("verdict") == "stale") & (pl.col("step") > 0)))
