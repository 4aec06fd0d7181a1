"""Work that has not begun in time is a state: it stands until something is decided or begun, or dates change."""

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from dashboard.rules.decisions.limits import DecisionLimits
from dashboard.rules.decisions.work_started import STATES, with_work_state
from data_access.tables.goals import rule_limit
from data_access.writes.reference import read_reference
from tests.slow.handled import slow_alert_from

Row = dict[str, Any]
GATE = date(2027, 6, 1)
FIRST = GATE - timedelta(days=234 + 120)
SCHEMA = {
    "decision_gate": pl.Date,
    "gate_no_later_than": pl.Date,
    "lead_days": pl.Int64,
    "is_handled": pl.Boolean,
    "is_begun": pl.Boolean,
}
USUAL: Row = {"decision_gate": GATE, "gate_no_later_than": GATE, "lead_days": 234, "is_handled": False}


def state(today: date, **contract: Any) -> Row:
    """One contract on a day."""
    rows = pl.DataFrame([{**USUAL, "is_begun": False, **contract}], schema=SCHEMA)
    return with_work_state(rows, today).row(0, named=True)


def test_the_alert_begins_a_lead_time_and_the_margin_before_the_gate() -> None:
    assert state(FIRST)["alert_from_on"] == FIRST
    assert state(FIRST)["work_state"] == "not_started"
    assert state(FIRST - timedelta(days=1))["work_state"] == "later"


@pytest.mark.parametrize("later", [1, 30, 354, 355, 900])
def test_the_alert_stands_on_every_day_after_it_began(later: int) -> None:
    assert state(FIRST + timedelta(days=later))["is_alerted"]


@pytest.mark.parametrize(("done", "words"), [("is_handled", "decided"), ("is_begun", "begun")])
def test_a_decision_or_work_begun_takes_the_alert_away(done: str, words: str) -> None:
    found = state(FIRST, **{done: True})

    assert found["work_state"] == words
    assert not found["is_alerted"]


def test_the_alert_is_armed_again_when_the_gate_moves() -> None:
    moved = {"decision_gate": GATE + timedelta(days=365)}

    assert not state(FIRST, **moved)["is_alerted"]
    assert state(FIRST + timedelta(days=365), **moved)["is_alerted"]


def test_without_a_gate_or_a_lead_time_nothing_is_known() -> None:
    nothing = state(FIRST, decision_gate=None, gate_no_later_than=None)
    no_lead = state(FIRST, lead_days=None)

    assert [nothing["work_state"], no_lead["work_state"]] == ["unknown", "unknown"]
    assert not nothing["is_alerted"]
    assert no_lead["alert_from_on"] is None


def test_the_first_part_of_the_gate_that_is_known_counts_where_the_gate_is_not() -> None:
    assert state(FIRST, decision_gate=None)["alert_from_on"] == FIRST


def test_the_margin_is_the_limits() -> None:
    rows = pl.DataFrame([{**USUAL, "is_begun": False}], schema=SCHEMA)

    found = with_work_state(rows, FIRST, DecisionLimits(alert_days=10)).row(0, named=True)

    assert found["alert_from_on"] == GATE - timedelta(days=244)


def test_the_margin_of_the_code_is_the_dated_one() -> None:
    rows = read_reference("rule_limits.csv", rule_limit)

    assert [row["value"] for row in rows if row["key"] == "decision_alert_days"] == [DecisionLimits().alert_days]


@settings(deadline=None, max_examples=150)
@given(
    some.one_of(some.none(), some.dates(date(2026, 1, 1), date(2029, 12, 31))),
    some.one_of(some.none(), some.integers(0, 600)),
    some.booleans(),
    some.booleans(),
    some.dates(date(2024, 1, 1), date(2029, 12, 31)),
)
def test_it_agrees_with_counting_back_day_by_day(
    gate: date | None, lead: int | None, is_handled: bool, is_begun: bool, today: date
) -> None:
    found = state(
        today, decision_gate=gate, gate_no_later_than=gate, lead_days=lead, is_handled=is_handled, is_begun=is_begun
    )

    since = slow_alert_from(gate, lead, 120)
    assert found["alert_from_on"] == since
    assert found["is_alerted"] == (since is not None and since <= today and not is_handled and not is_begun)
    assert found["work_state"] in STATES
