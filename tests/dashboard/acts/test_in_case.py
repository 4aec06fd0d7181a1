"""What is done in a case: recorded in a role, numbered, planned and staffed; each change moves the case's version."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import Any

import polars as pl
import pytest
from sqlalchemy import Engine, update

from dashboard.acts.name_member import name_member
from dashboard.acts.open_case import open_case
from dashboard.acts.plan_action import finish_action, plan_action
from dashboard.acts.record_act import record_act, withdraw_record
from dashboard.acts.register_act import register_act
from dashboard.people import Person
from data_access.engine import reading, writing
from data_access.errors import Conflict, Refused
from data_access.queries import escalation as queries
from data_access.tables.escalation import escalation_case
from tests.dashboard.acts.cases import (
    CHIEF,
    CONTROLLER,
    LEADER,
    LEGAL,
    NOW,
    OPERATIONS,
    OTHER_CONTROLLER,
    TODAY,
    case_row,
    complete,
    deviation_row,
    logged,
    open_one,
    report,
    settle,
)

Deed = Callable[[], object]


@pytest.fixture(autouse=True)
def municipality(database: Engine) -> None:
    settle()


def record(case_id: int, seen: int = 1, key: str = "k", by: Person = CONTROLLER, **said: Any) -> int:
    made = record_act(by, key, NOW, case_id, seen, **{"kind": "contact", "done_on": TODAY, **said})
    assert made is not None
    return made


def plan(case_id: int, seen: int = 1, key: str = "p", **said: Any) -> int:
    item = {"description": "Ny rutin", "owner": "Bolaget", "start_on": TODAY, "due_on": TODAY + timedelta(days=20)}
    made = plan_action(CONTROLLER, key, NOW, case_id, seen, **{**item, **said})
    assert made is not None
    return made


def finish(item_id: int, seen: int = 1, key: str = "f", **days: Any) -> None:
    finish_action(CONTROLLER, key, NOW, item_id, seen, **{"done_on": None, "verified_on": None, **days})


def rows(read: Callable[..., pl.DataFrame], case_id: int) -> list[dict[str, Any]]:
    with reading() as connection:
        return list(read(connection, case_id).iter_rows(named=True))


def close(case_id: int) -> None:
    with writing() as connection:
        connection.execute(update(escalation_case).where(escalation_case.c.id == case_id).values(closed_on=TODAY))


def test_a_record_is_kept_with_its_step_and_role_and_moves_the_case_on() -> None:
    case_id = open_one()

    record(case_id, by=LEADER, deadline_on=TODAY + timedelta(days=14), registration_number="KS 2026/9")

    made = rows(queries.read_case_records, case_id)[0]
    assert (made["step"], made["role"], made["who"], made["registration_number"]) == (
        0,
        "team_leader",
        "tea",
        "KS 2026/9",
    )
    assert case_row(case_id)["version"] == 2


def test_the_note_of_a_confidential_record_is_never_in_the_log() -> None:
    case_id = open_one()
    secret = {"note": "Vår strategi", "evidence": "Skåp 4"}

    record(case_id, 1, "a", LEGAL, kind="legal_assessment", verdict=True, is_confidential=True, **secret)
    record(case_id, 2, "b", note="Ringde dem")

    log = logged("record_act")
    assert "strategi" not in str(log[0].after)
    assert "Skåp" not in str(log[0].after)
    assert log[0].after["is_confidential"] is True
    assert log[1].after["note"] == "Ringde dem"
    assert rows(queries.read_case_records, case_id)[0]["note"] == "Vår strategi"


@pytest.mark.parametrize("kind", ["legal_assessment", "lowering_agreed"])
@pytest.mark.parametrize("person", [CONTROLLER, LEADER, CHIEF], ids=lambda person: person.key)
def test_what_legal_counsel_says_nobody_else_says(kind: str, person: Person) -> None:
    case_id = open_one()

    with pytest.raises(Refused, match="not_allowed"):
        record(case_id, by=person, kind=kind, verdict=True)
    record(case_id, key="l", by=LEGAL, kind=kind, verdict=True)

    assert [one["role"] for one in rows(queries.read_case_records, case_id)] == ["legal_counsel"]
    assert [one.who for one in logged("record_legal_refused")] == [person.key]


def test_a_fast_track_is_approved_in_the_role_of_whoever_approves() -> None:
    case_id = open_one()

    with pytest.raises(Refused, match="record_not_yours"):
        record(case_id, by=LEADER, kind="fast_track_approval", verdict=True)
    record(case_id, 1, "a", CHIEF, kind="fast_track_approval", verdict=True)
    record(case_id, 2, "b", LEGAL, kind="fast_track_approval", verdict=True)

    roles = [one["role"] for one in rows(queries.read_case_records, case_id)]
    assert roles == ["chief_purchasing_officer", "legal_counsel"]


def test_what_cannot_be_right_is_refused_and_nothing_is_kept_but_the_refusal() -> None:
    case_id = open_one()

    with pytest.raises(Refused) as refused:
        record(case_id, kind="penalty_decision", deadline_on=TODAY - timedelta(days=1))

    assert refused.value.details["codes"] == ("deadline_before_done", "verdict_needed")
    assert rows(queries.read_case_records, case_id) == []
    assert case_row(case_id)["version"] == 1
    assert logged("record_act_refused")[0].object_id == case_id


def test_a_withdrawn_record_is_kept_and_withdrawn_once() -> None:
    case_id = open_one()
    made = record(case_id, note="Fel ärende")

    withdraw_record(CONTROLLER, "w", NOW, made, 1, "Hör till ett annat ärende.")

    kept = rows(queries.read_case_records, case_id)[0]
    assert (kept["withdrawn_by"], kept["withdrawn_at"], kept["note"]) == ("anna", NOW, "Fel ärende")
    assert logged("withdraw_record")[0].reason == "Hör till ett annat ärende."
    with pytest.raises(Conflict):
        withdraw_record(OTHER_CONTROLLER, "w2", NOW, made, 1, "Samma.")
    with pytest.raises(Conflict):
        withdraw_record(OTHER_CONTROLLER, "w3", NOW, made, 2, "Samma.")


def test_what_legal_counsel_recorded_only_legal_counsel_withdraws_and_never_without_a_reason() -> None:
    case_id = open_one()
    made = record(case_id, by=LEGAL, kind="legal_assessment", verdict=False)

    with pytest.raises(Refused, match="record_not_yours"):
        withdraw_record(CHIEF, "a", NOW, made, 1, "Fel.")
    with pytest.raises(Refused, match="text_missing"):
        withdraw_record(LEGAL, "b", NOW, made, 1, " ")

    assert rows(queries.read_case_records, case_id)[0]["withdrawn_at"] is None


def test_a_number_is_filled_in_and_corrected_and_the_log_has_both() -> None:
    case_id = open_one()
    made = record(case_id)

    register_act(CONTROLLER, "a", NOW, "record", made, 1, "KS 2026/1")
    register_act(CONTROLLER, "b", NOW, "record", made, 2, " KS 2026/2 ")
    register_act(CONTROLLER, "c", NOW, "case", case_id, 4, "KS 2026/3")

    assert rows(queries.read_case_records, case_id)[0]["registration_number"] == "KS 2026/2"
    assert case_row(case_id)["registration_number"] == "KS 2026/3"
    before = [(one.object_type, one.before["registration_number"]) for one in logged("register_act")]
    assert before == [("case_record", None), ("case_record", "KS 2026/1"), ("escalation_case", None)]


@pytest.mark.parametrize(
    ("number", "code"), [("", "registration_number_missing"), ("vet inte", "registration_number_shape")]
)
def test_a_number_that_is_none_is_refused(number: str, code: str) -> None:
    case_id = open_one()

    with pytest.raises(Refused, match=code):
        register_act(CONTROLLER, "a", NOW, "case", case_id, 1, number)


def test_who_acts_in_a_role_is_named_replaced_and_taken_away() -> None:
    case_id = open_one()

    name_member(CONTROLLER, "a", NOW, case_id, 1, "contract_controller", CONTROLLER.id)
    name_member(CONTROLLER, "b", NOW, case_id, 2, "contract_controller", OTHER_CONTROLLER.id)
    name_member(CONTROLLER, "c", NOW, case_id, 3, "contract_controller", OTHER_CONTROLLER.id)
    name_member(CONTROLLER, "d", NOW, case_id, 3, "contract_controller", None)

    members = [(one["person_id"], one["to_on"]) for one in rows(queries.read_case_members, case_id)]
    assert members == [(CONTROLLER.id, TODAY), (OTHER_CONTROLLER.id, TODAY)]
    changes = [(one.before, one.after) for one in logged("name_member")]
    named = [{"contract_controller": person_id} for person_id in (None, 2, 3, None)]
    assert changes == list(pairwise(named))


@pytest.mark.parametrize("person_id", [OPERATIONS.id, 99])
def test_nobody_is_named_for_a_role_they_do_not_have(person_id: int) -> None:
    case_id = open_one()

    with pytest.raises(Refused, match="person_lacks_role"):
        name_member(CONTROLLER, "a", NOW, case_id, 1, "contract_controller", person_id)


def test_an_action_is_planned_done_verified_and_undone() -> None:
    case_id = open_one()
    item = plan(case_id)

    finish(item, 1, "a", done_on=TODAY, verified_on=TODAY)
    finish(item, 2, "b")

    kept = rows(queries.read_action_items, case_id)[0]
    assert (kept["done_on"], kept["verified_on"], kept["version"]) == (None, None, 3)
    log = logged("finish_action")
    assert log[0].before == {"done_on": None, "verified_on": None}
    assert log[1].before == {"done_on": TODAY.isoformat(), "verified_on": TODAY.isoformat()}


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ({"done_on": TODAY + timedelta(days=1)}, "day_impossible"),
        ({"verified_on": TODAY}, "verified_before_done"),
        ({"done_on": TODAY, "verified_on": TODAY - timedelta(days=1)}, "verified_before_done"),
    ],
)
def test_days_of_an_action_stand_in_order(days: dict[str, Any], code: str) -> None:
    case_id = open_one()
    item = plan(case_id)

    with pytest.raises(Refused, match=code):
        finish(item, **days)
    with pytest.raises(Refused, match="due_before_start"):
        plan(case_id, 2, "q", due_on=TODAY - timedelta(days=1))


def test_every_change_in_a_case_moves_its_version() -> None:
    case_id = open_one()
    made, item = record(case_id, 1), plan(case_id, 2)
    one = report(key="r")
    seen: list[int] = []
    changes: tuple[Deed, ...] = (
        lambda: register_act(CONTROLLER, "1", NOW, "record", made, 1, "KS 1"),
        lambda: withdraw_record(CONTROLLER, "2", NOW, made, 2, "Fel."),
        lambda: finish(item, 1, "3", done_on=TODAY),
        lambda: complete(one, 1, "4"),
        lambda: complete(one, 3, "5", severity=4),
    )

    for change in changes:
        change()
        seen.append(case_row(case_id)["version"])

    assert seen == [4, 5, 6, 7, 8]


def test_the_final_report_is_recorded_after_the_end_and_on_a_step_there_is() -> None:
    case_id = open_one()
    close(case_id)

    record(case_id, kind="final_report")

    made = rows(queries.read_case_records, case_id)[0]
    assert (made["kind"], made["step"]) == ("final_report", 0)
    assert case_row(case_id)["version"] == 2


def test_a_closed_case_takes_numbers_its_final_report_and_nothing_else() -> None:
    case_id = open_one()
    made, item = record(case_id, 1), plan(case_id, 2)
    close(case_id)
    changes: tuple[Deed, ...] = (
        lambda: record(case_id, 3, "1"),
        lambda: withdraw_record(CONTROLLER, "2", NOW, made, 1, "Fel."),
        lambda: plan(case_id, 3, "3"),
        lambda: finish(item, 1, "4", done_on=TODAY),
        lambda: name_member(CONTROLLER, "5", NOW, case_id, 3, "contract_controller", None),
    )

    for change in changes:
        with pytest.raises(Refused, match="case_closed"):
            change()
    register_act(CONTROLLER, "6", NOW, "record", made, 1, "KS 2026/1")
    register_act(CONTROLLER, "7", NOW, "case", case_id, 4, "KS 2026/1")

    assert case_row(case_id)["version"] == 5


def test_what_a_closed_case_left_unresolved_comes_to_the_next_and_what_was_verified_stays() -> None:
    left, verified = report("1"), report("2")
    first = open_case(CONTROLLER, "a", NOW, 1, 1, [left, verified])
    assert first is not None
    for seen, state in ((2, "confirmed"), (3, "remedied"), (4, "verified")):
        complete(verified, seen, state, state=state)
    close(first)

    second = open_case(CONTROLLER, "b", NOW, 1, 1, [left])
    with pytest.raises(Refused, match="deviation_in_case"):
        open_case(CONTROLLER, "c", NOW, 1, 1, [verified])
    complete(verified, 5, "again")

    assert second != first
    assert deviation_row(left)["case_id"] == deviation_row(verified)["case_id"] == second
    assert [one.before for one in logged("attach_deviation")][2:] == [{"case_id": first}] * 2


@pytest.mark.parametrize(
    ("contract_id", "supplier_id", "code"),
    [(1, 2, "supplier_not_on_contract"), (9, 1, "contract_unknown"), (1, 9, "supplier_unknown")],
)
def test_a_case_is_of_a_contract_and_one_of_its_suppliers(contract_id: int, supplier_id: int, code: str) -> None:
    with pytest.raises(Refused, match=code):
        open_case(CONTROLLER, "a", NOW, contract_id, supplier_id, [])


def test_deviations_that_are_not_there_or_of_others_open_no_case() -> None:
    other = report(contract_id=2, supplier_id=2)

    for ids, code in (([other], "deviation_of_others"), ([77], "deviation_unknown")):
        with pytest.raises(Refused, match=code):
            open_case(CONTROLLER, code, NOW, 1, 1, ids)

    with reading() as connection:
        assert queries.read_escalation_cases(connection).is_empty()


def test_things_that_are_not_there_are_said_to_be_unknown() -> None:
    changes: tuple[tuple[Deed, str], ...] = (
        (lambda: record(77), "escalation_case_unknown"),
        (lambda: withdraw_record(CONTROLLER, "a", NOW, 77, 1, "Fel."), "case_record_unknown"),
        (lambda: finish(77), "action_item_unknown"),
        (lambda: complete(77), "deviation_unknown"),
    )

    for change, code in changes:
        with pytest.raises(Refused, match=code):
            change()
