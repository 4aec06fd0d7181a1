"""What is missing on each step, when it is due, and what makes it disappear."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from dashboard.rules.escalation.facts import Block, CaseFacts, PenaltyFact
from dashboard.rules.escalation.missing import AFTER_MOVE, Missing, missing
from dashboard.rules.escalation.missing_words import NEEDS
from dashboard.rules.working_days import add_working_days
from tests.dashboard.rules.escalation.build import DAY, EVERYBODY, RULES, case, day, deviation, event, record

LATER = date(2028, 1, 3)


def keys(facts: CaseFacts, today: date = DAY) -> list[str]:
    return sorted(one.key for one in missing(facts, RULES, today))


def one(key: str, facts: CaseFacts, today: date = DAY) -> Missing:
    (found,) = (each for each in missing(facts, RULES, today) if each.key == key)
    return found


def test_step_0_demands_nothing_but_its_follow_up_plan() -> None:
    assert missing(case(0), RULES, LATER) == []


STEP_1 = {"contact": 5, "supplier_reply": 10, "check": 20}
STEP_2 = {
    "complaint": 10,
    "meeting": 10,
    "action_plan": 15,
    "information": 5,
    "protocol": 15,
    "penalty_assessment": 15,
}
STEP_3 = {
    "notice_of_breach": 5,
    "legal_meeting": 5,
    "legal_assessment": 30,
    "penalty_decision": 10,
    "block_assessment": 5,
    "information": 5,
    "protocol": 10,
}
STEP_4 = {
    "declaration_of_termination": 5,
    "erp_block": 0,
    "replacement_plan": 10,
    "information": 5,
    "exclusion_file": 20,
    "settlement": 90,
}
ALL_OF_2 = tuple(record(kind) for kind in STEP_2)
PLAIN_RECORDS = [
    *((1, key) for key in STEP_1),
    *((2, key) for key in STEP_2),
    *((3, key) for key in STEP_3),
    *((4, key) for key in STEP_4 if key != "erp_block"),
]


@pytest.mark.parametrize(("step", "expected"), [(1, STEP_1), (2, STEP_2)])
def test_a_new_step_demands_everything_of_it_in_so_many_working_days(step: int, expected: dict[str, int]) -> None:
    found = {each.key: each.due_on for each in missing(case(step), RULES, DAY)}

    assert found == {key: add_working_days(DAY, days) for key, days in expected.items()}


@pytest.mark.parametrize(("step", "expected"), [(3, STEP_3), (4, STEP_4)])
def test_an_upper_step_demands_its_own_and_the_papers_left_below(step: int, expected: dict[str, int]) -> None:
    found = {each.key: each for each in missing(case(step), RULES, DAY)}

    own = {key: each.due_on for key, each in found.items() if each.step == step}
    left = {key for key, each in found.items() if each.step < step}
    assert own == {key: add_working_days(DAY, expected[key]) for key in own}
    assert set(found) == set(expected) | left
    assert left >= {"complaint", "action_plan", "penalty_assessment"}
    assert ("penalty_decision" in left) is (step == 4)


@pytest.mark.parametrize(("step", "kind"), PLAIN_RECORDS)
def test_recording_it_makes_it_no_longer_missing(step: int, kind: str) -> None:
    assert kind in keys(case(step))
    assert kind not in keys(case(step, records=(record(kind),)))
    assert kind in keys(case(step, records=(record(kind, is_withdrawn=True),)))
    assert kind in keys(case(step, records=(record(kind, day(-1)),)))


@pytest.mark.parametrize(
    ("step", "kind"), [(2, "complaint"), (3, "notice_of_breach"), (4, "declaration_of_termination")]
)
def test_what_is_to_be_sent_is_missing_while_it_is_a_draft(step: int, kind: str) -> None:
    assert kind in keys(case(step, records=(record(kind, document_state="draft"),)))


def test_a_thing_is_overdue_the_day_after_its_day() -> None:
    due = add_working_days(DAY, 10)

    assert not one("meeting", case(2), due).is_overdue
    assert one("meeting", case(2), due + timedelta(days=1)).is_overdue


def test_a_supplier_at_step_3_without_legal_counsel_shows_that_gap_and_naming_one_closes_it() -> None:
    alone = case(3, members={role: who for role, who in EVERYBODY.items() if role != "legal_counsel"})

    assert one("legal_counsel", alone).role == "team_leader"
    assert "legal_counsel" not in keys(case(3))


def test_a_case_without_a_registration_number_lacks_one_from_step_2() -> None:
    assert "registration_number" not in keys(case(1, registration_number=None))
    lacking = one("registration_number", case(2, registration_number=None))
    assert (lacking.about, lacking.due_on) == (("case", 1), DAY)
    assert "registration_number" not in keys(case(2))


def test_a_complaint_is_due_ten_working_days_after_the_oldest_deviation_was_discovered() -> None:
    there = (deviation(day(-7), 1), deviation(day(-21), 2), deviation(day(-70), 3, state="dismissed"))

    found = one("complaint", case(2, deviations=there))

    assert found.due_on == add_working_days(day(-21), 10)
    assert found.is_overdue is (found.due_on < DAY)


def test_complaints_dated_on_every_deviation_are_a_complaint() -> None:
    told, untold = deviation(complained_on=DAY), deviation(number=2)

    assert "complaint" not in keys(case(2, deviations=(told,)))
    assert "complaint" in keys(case(2, deviations=(told, untold)))


@pytest.mark.parametrize(
    ("state", "is_missing"), [("entitled", True), ("claimed", True), ("decided", False), ("waived", False)]
)
def test_a_penalty_decided_or_waived_is_the_penalty_decision(state: str, is_missing: bool) -> None:
    facts = case(3, penalties=(PenaltyFact(1, state, False, DAY),))

    assert ("penalty_decision" in keys(facts)) is is_missing


def test_a_penalty_decided_before_the_case_came_to_step_3_is_not_step_3s_decision() -> None:
    assert "penalty_decision" in keys(case(3, penalties=(PenaltyFact(1, "decided", False, day(-1)),)))


def test_a_block_asked_for_has_been_assessed() -> None:
    assert "block_assessment" not in keys(case(3, blocks=(Block(1, DAY),)))
    assert "block_assessment" in keys(case(3, blocks=(Block(1, day(-1)),)))


@pytest.mark.parametrize(
    ("block", "is_missing"), [(Block(1, DAY), True), (Block(1, DAY, DAY), False), (Block(1, DAY, DAY, DAY), True)]
)
def test_on_step_4_orders_are_blocked_the_same_day(block: Block, is_missing: bool) -> None:
    facts = case(4, blocks=(block,))

    assert ("erp_block" in keys(facts)) is is_missing
    if is_missing:
        assert one("erp_block", facts).due_on == DAY


def test_the_declaration_is_due_five_working_days_after_the_decision() -> None:
    decided = (record("termination_decision", day(-3)),)

    assert one("declaration_of_termination", case(4, records=decided)).due_on == add_working_days(day(-3), 5)


def test_what_the_fast_track_jumped_over_is_due_within_five_working_days() -> None:
    found = missing(case(0, events=(event("fast_track", 0),)), RULES, DAY)

    skipped = {each.key: each for each in found if each.is_from_fast_track}
    assert set(skipped) == {"contact", "complaint", "action_plan", "information", "protocol", "penalty_assessment"}
    assert {each.due_on for each in skipped.values()} == {add_working_days(DAY, 5)}
    assert {"notice_of_breach", "legal_meeting"} <= {each.key for each in found if not each.is_from_fast_track}
    assert {"supplier_reply", "check", "meeting"}.isdisjoint(each.key for each in found)


def test_a_fast_track_from_step_2_jumps_over_nothing() -> None:
    facts = case(2, events=(*case(2).events, event("fast_track", 2)))

    assert not any(each.is_from_fast_track for each in missing(facts, RULES, DAY))


def test_lowering_a_case_gives_no_new_time_for_what_the_fast_track_left() -> None:
    events = (event("fast_track", 0), event("remedy_verified", 3, day(30)))

    found = one("action_plan", case(0, events=events), day(30))

    assert (found.due_on, found.is_overdue, found.is_from_fast_track) == (add_working_days(DAY, 5), True, True)


def test_lowering_a_case_undoes_nothing_that_was_done() -> None:
    events = (*case(3).events, event("remedy_verified", 3, day(30)))
    done = (*ALL_OF_2, record("protocol", day(31)))

    assert keys(case(3, events=events, records=done), day(31)) == []


def test_climbing_again_demands_everything_again() -> None:
    events = (*case(2).events, event("plan_closed", 2, day(70)), event("deviation_confirmed", 1, day(80)))

    found = missing(case(2, events=events, records=ALL_OF_2), RULES, day(80))

    assert {each.key for each in found} == set(STEP_2)


def test_each_stay_on_step_1_has_a_check_of_its_own() -> None:
    events = (*case(2).events, event("plan_closed", 2, day(70)))
    done = (*(record(kind) for kind in (*STEP_1, *STEP_2)), record("closing_note", day(70)))

    assert keys(case(1, events=events, records=done), day(70)) == ["check"]


def test_lowering_to_step_2_leaves_minutes_to_write_and_a_block_to_lift() -> None:
    events = (*case(3).events, event("remedy_verified", 3, day(30)))
    facts = case(3, events=events, records=ALL_OF_2, blocks=(Block(1, DAY, DAY),))

    assert keys(facts, day(30)) == ["block_lifted", "protocol"]
    assert keys(replace(facts, blocks=(Block(1, DAY, DAY, day(30)),)), day(30)) == ["protocol"]


@pytest.mark.parametrize(("name", "step", "key"), [("plan_closed", 2, "closing_note"), ("settled", 4, "final_report")])
def test_some_moves_leave_a_paper_to_write(name: str, step: int, key: str) -> None:
    events = (*case(step).events, event(name, step, day(1)))

    assert one(key, case(step, events=events), day(1)).due_on == add_working_days(day(1), 5)
    assert key not in keys(case(step, events=events, records=(record(key, day(1)),)), day(1))


def test_a_settled_case_demands_nothing_of_step_4() -> None:
    events = (*case(4).events, event("settled", 4))

    assert keys(case(4, events=events, closed_on=DAY, records=(record("final_report"),))) == []


# registration numbers -------------------------------------------------------------------------------------------------


def unnumbered(**given: Any) -> list[Missing]:
    facts = case(2, **given)
    return [each for each in missing(facts, RULES, DAY) if each.key == "registration_number"]


@pytest.mark.parametrize(
    ("given", "is_missing"),
    [
        ({"kind": "complaint", "step": 2}, True),
        ({"kind": "complaint", "step": 2, "registration_number": "KS 2026/2"}, False),
        ({"kind": "complaint", "step": 2, "is_withdrawn": True}, False),
        ({"kind": "complaint", "step": 2, "document_state": "draft"}, False),
        ({"kind": "protocol", "step": 1}, False),
        ({"kind": "meeting", "step": 2}, False),
        ({"kind": "closing_note", "step": 1}, True),
        ({"kind": "fast_track_approval", "step": 0}, True),
        ({"kind": "termination_decision", "step": 3}, True),
    ],
)
def test_a_formal_act_from_step_2_has_a_number_or_stands_on_the_list(given: dict[str, Any], is_missing: bool) -> None:
    act = record(**{"number": 7, "registration_number": None, **given})

    found = unnumbered(records=(act,))

    assert [(each.about, each.kind) for each in found] == ([(("record", 7), given["kind"])] if is_missing else [])


def test_a_move_without_a_number_has_the_cases_and_without_that_stands_on_the_list_after_lowering_too() -> None:
    events = (*case(2).events, event("plan_closed", 2, day(70)))

    lacking = one("registration_number", case(1, events=events, registration_number=None), day(80))

    assert (lacking.about, lacking.due_on, lacking.is_overdue) == (("case", 1), DAY, True)
    assert "registration_number" not in keys(case(1, events=events), day(80))


@pytest.mark.parametrize(
    ("state", "number", "is_missing"),
    [("decided", None, True), ("waived", None, True), ("claimed", None, False), ("decided", "KS 2026/3", False)],
)
def test_a_penalty_decided_without_any_number_stands_on_the_list(
    state: str, number: str | None, is_missing: bool
) -> None:
    found = unnumbered(penalties=(PenaltyFact(4, state, False, DAY, number),), registration_number=None)

    assert (("penalty", 4) in [each.about for each in found]) is is_missing


def test_everything_that_may_be_missing_has_words() -> None:
    demanded = {each.key for each in RULES.obligations} | {key for keys_ in AFTER_MOVE.values() for key in keys_}

    assert demanded == set(NEEDS)
    assert one("meeting", case(2)).needs.sv == "Håll möte med leverantören"
