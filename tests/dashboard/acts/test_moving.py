"""A case is moved by one person at a time, with every obstacle said, and each move stands in the log for good."""

import pytest
from sqlalchemy import Engine

from dashboard.acts.move_case import move_case
from dashboard.acts.name_member import name_member
from data_access.engine import reading
from data_access.errors import Conflict, Refused
from data_access.queries.escalation import read_escalation_events
from tests.dashboard.acts.cases import (
    CONTROLLER,
    NOW,
    OPERATIONS,
    OTHER_CONTROLLER,
    TODAY,
    case_row,
    complete,
    logged,
    open_one,
    report,
    settle,
    with_step_rules,
)


@pytest.fixture(autouse=True)
def municipality(database: Engine) -> None:
    settle()
    with_step_rules()


def staffed_case() -> int:
    """An open case with a contract controller, at version 2."""
    case_id = open_one()
    name_member(CONTROLLER, "m1", NOW, case_id, 1, "contract_controller", CONTROLLER.id)
    return case_id


def moves(case_id: int) -> list[tuple[int, int, str, str]]:
    with reading() as connection:
        events = read_escalation_events(connection, case_id)
    return events.select("from_step", "to_step", "event", "who").rows()


def test_a_move_is_one_event_and_one_log_row_with_before_and_after() -> None:
    case_id = staffed_case()

    move_case(CONTROLLER, "k", NOW, case_id, 2, "indicator_warning", "Två sena leveranser.", "KS 2026/12")

    assert moves(case_id) == [(0, 1, "indicator_warning", "anna")]
    assert (case_row(case_id)["version"], case_row(case_id)["closed_on"]) == (3, None)
    log = logged("move_case")[0]
    assert (log.before, log.after) == ({"step": 0}, {"step": 1, "event": "indicator_warning"})
    assert log.reason == "Två sena leveranser."


def test_a_refused_move_says_every_obstacle_and_writes_nothing_but_the_refusal() -> None:
    case_id = open_one()

    with pytest.raises(Refused) as refused:
        move_case(OPERATIONS, "k", NOW, case_id, 1, "indicator_warning", " ")

    codes = ("reason_missing", "not_responsible", "role_without_member")
    assert tuple(one.code for one in refused.value.details["obstacles"]) == codes  # type: ignore[attr-defined]
    assert moves(case_id) == []
    assert case_row(case_id)["version"] == 1
    log = logged("move_case_refused")[0]
    assert (log.object_type, log.object_id, log.who) == ("escalation_case", case_id, "oskar")
    assert log.after == {"code": "move_refused", "codes": list(codes)}


def test_a_jump_over_steps_is_refused() -> None:
    case_id = staffed_case()

    with pytest.raises(Refused) as refused:
        move_case(CONTROLLER, "k", NOW, case_id, 2, "decision_terminate", "Nu räcker det.")

    assert refused.value.details["codes"] == ("one_step_at_a_time",)


def test_a_move_on_what_somebody_has_changed_is_a_conflict() -> None:
    case_id = staffed_case()
    move_case(CONTROLLER, "a", NOW, case_id, 2, "indicator_warning", "Skäl.")

    with pytest.raises(Conflict):
        move_case(OTHER_CONTROLLER, "b", NOW, case_id, 2, "indicator_warning", "Skäl.")

    assert len(moves(case_id)) == 1


def test_a_case_that_goes_back_to_step_0_is_closed_at_once() -> None:
    case_id = staffed_case()
    later = NOW.replace(year=2027)
    move_case(CONTROLLER, "a", NOW, case_id, 2, "indicator_warning", "Skäl.")

    move_case(CONTROLLER, "b", later, case_id, 3, "monitoring_ok", "Lugnt i ett år.")

    assert case_row(case_id)["closed_on"] == later.date()
    with pytest.raises(Refused, match="move_refused"):
        move_case(CONTROLLER, "c", later, case_id, 4, "indicator_warning", "Igen.")


def test_a_deviation_reported_a_minute_ago_stands_in_the_way_of_closing() -> None:
    case_id = staffed_case()
    move_case(CONTROLLER, "a", NOW, case_id, 2, "indicator_warning", "Skäl.")
    complete(report(observed_on=TODAY))

    with pytest.raises(Refused) as refused:
        move_case(CONTROLLER, "b", NOW, case_id, 4, "monitoring_ok", "Lugnt.")

    assert refused.value.details["codes"] == ("too_soon_after_deviation",)
