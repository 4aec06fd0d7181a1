"""What pages ask about the ladder: the board, the cases on it, and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl
import streamlit as st

from dashboard.data.case_facts import READERS
from dashboard.data.edition import Edition
from dashboard.data.narrowing import contracts_for
from dashboard.data.registers import OF_REGISTERS, register
from dashboard.filters import Filters
from dashboard.rules.escalation.active import active_spans
from dashboard.rules.escalation.case_facts import facts_of
from dashboard.rules.escalation.facts import CaseFacts
from dashboard.rules.escalation.ladder import steps_by_month
from dashboard.rules.escalation.missing import Missing, missing
from dashboard.rules.escalation.standing import case_standing
from dashboard.rules.escalation.step_rules import StepRules, step_rules
from dashboard.rules.escalation.time_limits import step_time
from data_access.engine import reading

MONTHS_SHOWN = 12
CASE = {
    "case_id": pl.Int64,
    "supplier_id": pl.Int64,
    "contract_id": pl.Int64,
    "step": pl.Int64,
    "entered_on": pl.Date,
    "days": pl.Int64,
    "event": pl.String,  # the last move; null: opened and never moved
    "moved_on": pl.Date,
    "who": pl.String,
    "reason": pl.String,
    "standing": pl.String,
    "plan": pl.String,
    "clock": pl.String,  # none, reminder, proposal
    "missing": pl.Int64,
    "overdue": pl.Int64,
    "next_due": pl.Date,
}
GAP = {
    "case_id": pl.Int64,
    "key": pl.String,
    "kind": pl.String,
    "step": pl.Int64,
    "role": pl.String,
    "due_on": pl.Date,
    "is_overdue": pl.Boolean,
    "is_from_fast_track": pl.Boolean,
    "record_id": pl.Int64,  # the record that lacks a number
}


@st.cache_resource(max_entries=3, show_spinner=False)
def frames(edition: Edition) -> dict[str, pl.DataFrame]:
    """Every table the ladder's rules read: those of work as of one moment, the registers as they are kept."""
    kept = {name: register(edition, name) for name in READERS if name in OF_REGISTERS}
    with reading() as connection:
        return kept | {name: read(connection) for name, read in READERS.items() if name not in OF_REGISTERS}


@st.cache_resource(max_entries=3, show_spinner=False)
def rules(edition: Edition, today: date) -> StepRules:
    """The rules valid today."""
    return step_rules(frames(edition), today)


@st.cache_resource(max_entries=3, show_spinner=False)
def all_facts(edition: Edition, today: date) -> Mapping[int, CaseFacts]:
    """Every case by its id, the ended ones too."""
    return facts_of(frames(edition), today)


@st.cache_resource(max_entries=3, show_spinner=False)
def all_missing(edition: Edition, today: date) -> Mapping[int, list[Missing]]:
    """What is missing in each case where anything is."""
    valid = rules(edition, today)
    found = {key: missing(facts, valid, today) for key, facts in all_facts(edition, today).items()}
    return {key: gaps for key, gaps in found.items() if gaps}


@dataclass(frozen=True)
class Board:
    """What the board shows for a selection."""

    cases: pl.DataFrame  # the open ones: CASE, `supplier`, `contract`; highest step, longest stay first
    missing: pl.DataFrame  # GAP, `supplier_id`, `supplier`, `contract_id`, `contract`; the earliest due first
    gaps: pl.DataFrame  # key, count, overdue: how many rows of `missing` there are of each, and how many late
    ladder: pl.DataFrame  # supplier_id, name, period, step: twelve months, in the order of the cases


@st.cache_resource(max_entries=8, show_spinner=False)
def board(edition: Edition, today: date, filters: Filters) -> Board:
    """The board for the supplier, category and department chosen; the period does not narrow it."""
    cases = _narrowed(open_cases(edition, today), edition, filters)
    gaps = _narrowed(_gaps(edition, today), edition, filters)
    counted = gaps.group_by("key").agg(count=pl.len(), overdue=pl.col("is_overdue").sum())
    ladder = _narrowed(_ladder(edition, today), edition, filters)
    return Board(cases, gaps, counted.sort("overdue", "count", "key", descending=[True, True, False]), ladder)


def _narrowed(rows: pl.DataFrame, edition: Edition, filters: Filters) -> pl.DataFrame:
    """Those of the supplier; of contracts that cover the category; of contracts the department may use."""
    if filters.supplier_id is not None:
        rows = rows.filter(pl.col("supplier_id") == filters.supplier_id)
    fits = contracts_for(edition, filters)
    if fits is None:
        return rows
    if "contract_id" in rows.columns:
        return rows.filter(pl.col("contract_id").is_in(fits.implode()))
    held = register(edition, "contract_supplier").filter(pl.col("contract_id").is_in(fits.implode()))
    return rows.filter(pl.col("supplier_id").is_in(held["supplier_id"].unique().implode()))


@st.cache_resource(max_entries=3, show_spinner=False)
def open_cases(edition: Edition, today: date) -> pl.DataFrame:
    """The open cases, highest step and longest stay first: CASE, `supplier`, `contract`."""
    gaps, valid = all_missing(edition, today), rules(edition, today)
    rows = [_row(one, gaps.get(one.id, []), valid, today) for one in all_facts(edition, today).values() if one.is_open]
    named = with_names(pl.DataFrame(rows, schema=CASE, orient="row"), edition)
    return named.sort("step", "days", "supplier", descending=[True, True, False])


def _row(facts: CaseFacts, gaps: list[Missing], valid: StepRules, today: date) -> dict[str, object]:
    last = facts.events[-1] if facts.events else None
    overdue = sum(one.is_overdue for one in gaps)
    time = step_time(facts, valid, today)
    stands = case_standing(facts, today, overdue, time.state != "none")
    return {
        "case_id": facts.id,
        "supplier_id": facts.supplier_id,
        "contract_id": facts.contract_id,
        "step": facts.step,
        "entered_on": facts.entered_on,
        "days": time.days,
        "event": last and last.event,
        "moved_on": last and last.happened_on,
        "who": last and last.who,
        "reason": last and last.reason,
        "standing": stands.standing,
        "plan": stands.plan,
        "clock": time.state,
        "missing": len(gaps),
        "overdue": overdue,
        "next_due": min((one.due_on for one in gaps), default=None),
    }


@st.cache_resource(max_entries=3, show_spinner=False)
def _gaps(edition: Edition, today: date) -> pl.DataFrame:
    facts = all_facts(edition, today)
    rows = [
        {name: getattr(gap, name) for name in GAP if name not in ("case_id", "record_id")}
        | {"case_id": key, "record_id": gap.about[1] if gap.about and gap.about[0] == "record" else None}
        for key, gaps in all_missing(edition, today).items()
        for gap in gaps
    ]
    owners = [(one.id, one.supplier_id, one.contract_id) for one in facts.values()]
    of_cases = pl.DataFrame(
        owners, schema=dict.fromkeys(("case_id", "supplier_id", "contract_id"), pl.Int64), orient="row"
    )
    found = pl.DataFrame(rows, schema=GAP, orient="row").join(of_cases, on="case_id")
    return with_names(found, edition).sort("due_on", "supplier", "key")


def with_names(rows: pl.DataFrame, edition: Edition) -> pl.DataFrame:
    """The rows with `supplier` (name) and `contract` (number)."""
    suppliers = register(edition, "supplier").select(supplier_id="id", supplier="name")
    contracts = register(edition, "contract").select(contract_id="id", contract="number")
    return rows.join(suppliers, on="supplier_id").join(contracts, on="contract_id")


@st.cache_resource(max_entries=3, show_spinner=False)
def _ladder(edition: Edition, today: date) -> pl.DataFrame:
    """Twelve months of every supplier that has stood above 0 in them, in the order of their cases today."""
    known = frames(edition)
    active = active_spans(known["contract"], known["option"], today)
    months = _months(today)
    steps = steps_by_month(known["escalation_event"], known["escalation_case"], active, months, today)
    names = register(edition, "supplier").select(supplier_id="id", name="name")
    now = steps.filter(pl.col("period") == months[-1]).select("supplier_id", now="step")
    days = open_cases(edition, today).group_by("supplier_id").agg(days=pl.col("days").max())
    seen = steps.filter(pl.col("step").max().over("supplier_id") > 0).join(now, on="supplier_id")
    named = seen.join(names, on="supplier_id").join(days, on="supplier_id", how="left")
    return named.sort("now", "days", "name", "period", descending=[True, True, False, False], nulls_last=True)


def _months(today: date) -> list[int]:
    last = today.year * 12 + today.month - 1
    return [(one // 12) * 100 + one % 12 + 1 for one in range(last - MONTHS_SHOWN + 1, last + 1)]


def cases_of(edition: Edition, today: date, supplier_id: int) -> pl.DataFrame:
    """The supplier's open cases, as on the board."""
    return open_cases(edition, today).filter(pl.col("supplier_id") == supplier_id)


def ladder_of(edition: Edition, today: date, supplier_id: int) -> pl.DataFrame:
    """The supplier's last twelve months; empty where it has stood on 0 all the time."""
    return _ladder(edition, today).filter(pl.col("supplier_id") == supplier_id)
