"""A deviation takes one step at a time, and days stand in order."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.rules.deviations.attaching import attaching_obstacles
from dashboard.rules.deviations.completing import Completion, Known, completion_obstacles, observed_obstacles
from dashboard.rules.deviations.states import is_reopened, may_become
from data_access.tables.escalation import DEVIATION_STATES

TODAY = date(2026, 11, 16)
DAY = timedelta(days=1)
NEW = Completion(
    contract_id=1,
    requirement_id=1,
    clause=None,
    category="late",
    severity=2,
    complained_on=TODAY,
    due_on=TODAY,
    remedy="rectification",
    state="confirmed",
    credited_ore=0,
    note=None,
)
OLD = Known(
    state="reported",
    observed_on=TODAY,
    contract_id=1,
    is_in_case=False,
    is_contract_known=True,
    is_supplier_on_contract=True,
    is_requirement_on_contract=True,
    is_changed=True,
)
ALLOWED = {
    ("reported", "confirmed"),
    ("reported", "dismissed"),
    ("confirmed", "remedied"),
    ("confirmed", "dismissed"),
    ("remedied", "verified"),
    ("remedied", "confirmed"),
    ("verified", "confirmed"),
}


@pytest.mark.parametrize("state", DEVIATION_STATES)
@pytest.mark.parametrize("wanted", DEVIATION_STATES)
def test_these_changes_of_state_are_made_and_no_others(state: str, wanted: str) -> None:
    assert may_become(state, wanted) == (state == wanted or (state, wanted) in ALLOWED)
    assert is_reopened(state, wanted) == ((state, wanted) == ("verified", "confirmed"))


def test_what_is_filled_in_right_meets_no_obstacle() -> None:
    assert completion_obstacles(NEW, OLD, TODAY) == []
    assert completion_obstacles(replace(NEW, requirement_id=None, clause="7.2"), OLD, TODAY) == []
    assert observed_obstacles(TODAY, TODAY) == observed_obstacles(date(2000, 1, 1), TODAY) == []


@pytest.mark.parametrize(
    ("new", "old", "code"),
    [
        ({"state": "verified"}, {}, "deviation_state"),
        ({"state": "verified"}, {"state": "verified"}, "deviation_closed"),
        ({"state": "dismissed"}, {}, "dismissal_needs_reason"),
        ({"contract_id": None}, {}, "contract_needed"),
        ({"contract_id": 9}, {"is_contract_known": False}, "contract_unknown"),
        ({"contract_id": 2}, {"is_in_case": True}, "contract_of_case"),
        ({}, {"is_supplier_on_contract": False}, "supplier_not_on_contract"),
        ({"category": None}, {}, "category_needed"),
        ({"category": "nonsense"}, {}, "value_unknown"),
        ({"severity": 5}, {}, "value_unknown"),
        ({"remedy": "magic"}, {}, "value_unknown"),
        ({"severity": None}, {}, "severity_needed"),
        ({"requirement_id": None}, {}, "breach_needed"),
        ({}, {"is_requirement_on_contract": False}, "requirement_not_on_contract"),
        ({"complained_on": TODAY - DAY}, {}, "complaint_day"),
        ({"complained_on": TODAY + DAY}, {}, "complaint_day"),
        ({"due_on": TODAY - DAY}, {}, "due_before_observed"),
        ({"credited_ore": -1}, {}, "credited_amount"),
        ({"credited_ore": 10**16}, {}, "credited_amount"),
    ],
)
def test_each_thing_wrong_is_one_obstacle(new: dict[str, object], old: dict[str, object], code: str) -> None:
    filled = replace(NEW, **new)  # type: ignore[arg-type]
    known = replace(OLD, **old)  # type: ignore[arg-type]

    assert completion_obstacles(filled, known, TODAY) == [code]


def test_a_dismissed_deviation_needs_a_reason_and_nothing_else() -> None:
    nothing = dict.fromkeys(("contract_id", "requirement_id", "category", "severity", "complained_on", "due_on"))
    empty = replace(NEW, **nothing, remedy=None, state="dismissed", note="Fel leverantör.")

    assert completion_obstacles(empty, OLD, TODAY) == []


def test_a_closed_deviation_takes_a_note_and_an_amount_and_nothing_else() -> None:
    closed = replace(OLD, state="verified")

    assert completion_obstacles(replace(NEW, state="verified"), replace(closed, is_changed=False), TODAY) == []
    assert completion_obstacles(replace(NEW, state="verified"), closed, TODAY) == ["deviation_closed"]


@pytest.mark.parametrize("day", [date(1999, 12, 31), TODAY + DAY])
def test_nothing_was_observed_tomorrow_or_in_another_century(day: date) -> None:
    assert observed_obstacles(day, TODAY) == ["observed_day"]


@pytest.mark.parametrize(
    ("said", "is_case_open", "codes"),
    [
        ({}, False, []),
        ({"contract_id": 2}, False, ["deviation_of_others"]),
        ({"supplier_id": 2, "case_id": 7}, True, ["deviation_of_others", "deviation_in_case"]),
        ({"case_id": 7, "state": "confirmed"}, False, []),
        ({"case_id": 7, "state": "verified"}, False, ["deviation_in_case"]),
        ({"state": "dismissed"}, False, ["deviation_dismissed"]),
    ],
)
def test_only_a_deviation_of_the_same_parties_that_no_open_case_has_comes_to_a_case(
    said: dict[str, object], is_case_open: bool, codes: list[str]
) -> None:
    one = {"contract_id": 1, "supplier_id": 1, "case_id": None, "state": "reported", **said}

    assert attaching_obstacles(one, 1, 1, is_case_open) == codes
