"""Every guard of every move: the only one missing, and met; with the days on both sides of each limit."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest

from dashboard.rules.escalation.facts import Block, CaseFacts, Item, PenaltyFact
from dashboard.rules.escalation.moves import MOVES
from dashboard.rules.escalation.obstacle_words import WORDS
from dashboard.rules.escalation.obstacles import jump_obstacles, obstacles, warnings
from dashboard.rules.escalation.step_rules import Delegation
from dashboard.rules.working_days import add_working_days
from tests.dashboard.rules.escalation.build import (
    ALL_ROLES,
    DAY,
    EVERYBODY,
    REASON,
    RULES,
    case,
    day,
    deviation,
    event,
    record,
)


def codes(name: str, facts: CaseFacts, today: date = DAY, **given: Any) -> list[str]:
    asked = {"roles": ALL_ROLES, "reason": REASON, **given}
    return [one.code for one in obstacles(name, facts, RULES, today, **asked)]


def without(role: str) -> dict[str, str]:
    return {key: who for key, who in EVERYBODY.items() if key != role}


NOTICE = record("notice_of_breach", deadline_on=day(14), document_state="dispatched")
ASSESSMENT = record("legal_assessment", role="legal_counsel", verdict=True)
DECISION = record("termination_decision", role="chief_purchasing_officer", verdict=True)
CONTINUITY = record("continuity_plan")
READY_TO_TERMINATE = (NOTICE, ASSESSMENT, DECISION, CONTINUITY)
CHIEF_APPROVES = record("fast_track_approval", role="chief_purchasing_officer", who="eva")
LEGAL_APPROVES = record("fast_track_approval", role="legal_counsel", who="jon")
APPROVED = (CHIEF_APPROVES, LEGAL_APPROVES)
LONG_REASON = "Livsfara: maten till förskolorna har varit förgiftad i dag."


# One case for every move in which nothing is in the way.
FREE: dict[tuple[str, int], tuple[CaseFacts, date]] = {
    ("indicator_warning", 0): (case(0), DAY),
    ("deviation_confirmed", 1): (case(1, deviations=(deviation(severity=2),)), DAY),
    ("action_plan_failed", 2): (case(2, records=(record("action_plan"),), items=(Item(1, DAY, day(5)),)), day(6)),
    ("decision_terminate", 3): (case(3, records=READY_TO_TERMINATE), day(15)),
    ("settled", 4): (case(4, records=(record("settlement"), record("handover"))), DAY),
    ("remedy_verified", 3): (case(3, records=(record("lowering_agreed", role="legal_counsel"),)), DAY),
    ("plan_closed", 2): (case(2, items=(Item(1, DAY, DAY, DAY, DAY),), deviations=(deviation(),)), day(60)),
    ("monitoring_ok", 1): (case(1, deviations=(deviation(),)), day(30)),
    ("fast_track", 0): (case(0, records=APPROVED), DAY),
    ("fast_track", 1): (case(1, records=APPROVED), DAY),
    ("fast_track", 2): (case(2, records=APPROVED), DAY),
    ("withdraw", 4): (
        case(4, records=(record("termination_decision", verdict=False, registration_number="KS 2026/9"),)),
        DAY,
    ),
}


@pytest.mark.parametrize(("name", "step"), FREE)
def test_every_move_can_be_made_when_all_its_guards_hold(name: str, step: int) -> None:
    facts, today = FREE[name, step]

    assert codes(name, facts, today, reason=LONG_REASON) == []


def test_every_move_of_the_table_has_a_case_in_which_it_is_free() -> None:
    assert set(FREE) == {(move.event, move.from_step) for move in MOVES}


@pytest.mark.parametrize(("name", "step"), FREE)
def test_every_move_needs_a_reason(name: str, step: int) -> None:
    facts, today = FREE[name, step]

    assert codes(name, facts, today, reason=" \n ") == ["reason_missing"]


@pytest.mark.parametrize(("name", "step"), FREE)
def test_every_move_is_made_by_somebody_responsible_for_the_higher_step(name: str, step: int) -> None:
    facts, today = FREE[name, step]

    assert codes(name, facts, today, reason=LONG_REASON, roles={"operations", "management_group"}) == [
        "not_responsible"
    ]


@pytest.mark.parametrize(
    ("name", "step", "role"),
    [
        (name, step, role)
        for name, step in FREE
        for role in EVERYBODY
        if name != "settled"
        and role in RULES.responsible(next(m.to_step for m in MOVES if (m.event, m.from_step) == (name, step)))
    ],
)
def test_a_move_waits_for_a_person_in_each_responsible_role(name: str, step: int, role: str) -> None:
    facts, today = FREE[name, step]

    found = obstacles(name, replace(facts, members=without(role)), RULES, today, ALL_ROLES, LONG_REASON)

    assert [one.code for one in found] == ["role_without_member"]


def test_a_doubtful_role_stops_nobody_and_is_shown() -> None:
    facts, today = FREE["action_plan_failed", 2]
    alone = replace(facts, members=without("contract_controller"))

    assert codes("action_plan_failed", alone, today) == []
    assert [one.code for one in warnings("action_plan_failed", alone, RULES)] == ["doubtful_role"]
    assert warnings("action_plan_failed", facts, RULES) == []


def test_the_doubtful_role_may_make_the_move_too() -> None:
    facts, today = FREE["action_plan_failed", 2]

    assert codes("action_plan_failed", facts, today, roles={"contract_controller"}) == []


# V11 and every other jump ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jump", [(0, 2), (1, 4), (4, 2), (4, 0), (0, 4), (2, 0), (3, 1), (3, 0), (1, 5), (3, 5)])
def test_no_case_goes_more_than_one_step_at_a_time(jump: tuple[int, int]) -> None:
    assert [one.code for one in jump_obstacles(*jump)] == ["one_step_at_a_time"]


def test_the_fast_track_to_step_3_is_the_only_jump() -> None:
    jumps = {(move.from_step, move.to_step) for move in MOVES if abs(move.to_step - move.from_step) > 1}

    assert jumps == {(0, 3), (1, 3)}
    assert jump_obstacles(0, 3) == []


def test_a_refused_jump_says_which_moves_there_are() -> None:
    (said,) = obstacles("decision_terminate", case(1), RULES, DAY, ALL_ROLES, REASON)

    words = said.in_language("sv")
    assert "ett steg i taget" in words
    assert "till steg 2" in words
    assert "snabbspår till steg 3" in words
    assert "steg 4" not in words


@pytest.mark.parametrize("step", [3, 4])
def test_there_is_no_fast_track_from_the_upper_steps(step: int) -> None:
    assert codes("fast_track", case(step, records=APPROVED), reason=LONG_REASON) == ["one_step_at_a_time"]


def test_a_settled_case_moves_no_more() -> None:
    settled = case(4, events=(*case(4).events, event("settled", 4)), closed_on=DAY)

    assert codes("withdraw", settled) == ["case_closed"]
    assert jump_obstacles(5, 4)[0].code == "case_closed"


def test_a_case_closed_on_step_0_moves_no_more() -> None:
    assert codes("indicator_warning", case(0, closed_on=DAY)) == ["case_closed"]


def test_everything_in_the_way_is_said_at_once() -> None:
    found = codes("decision_terminate", case(3, members={}), roles={"operations"}, reason="")

    assert found == [
        *("reason_missing", "not_responsible"),
        *["role_without_member"] * 3,
        *("no_notice_of_breach", "no_legal_assessment", "no_termination_decision", "no_continuity_plan"),
    ]


# T01, T12 -------------------------------------------------------------------------------------------------------------


def test_step_1_needs_a_contract_in_force() -> None:
    assert codes("indicator_warning", case(0, is_contract_active=False)) == ["contract_not_active"]


def ripe(today: date = DAY, **given: Any) -> bool:
    found = codes("deviation_confirmed", case(1, **given), today)
    assert found in ([], ["no_ground_for_step_2"])
    return not found


def test_without_any_ground_a_case_stays_on_step_1() -> None:
    assert not ripe()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"severity": 2}, True),
        ({"severity": 1}, False),
        ({"severity": None}, False),
        ({"severity": 4, "state": "remedied"}, True),
        ({"severity": 4, "state": "reported"}, False),
        ({"severity": 4, "state": "verified"}, False),
        ({"severity": 4, "state": "dismissed"}, False),
    ],
)
def test_a_confirmed_and_unresolved_deviation_of_severity_2_is_ground(given: dict[str, Any], expected: bool) -> None:
    assert ripe(deviations=(deviation(**given),)) is expected


@pytest.mark.parametrize(("days", "expected"), [(20, False), (21, True)])
def test_severity_1_is_ground_when_unresolved_for_more_than_20_working_days(days: int, expected: bool) -> None:
    today = add_working_days(DAY, days)

    assert ripe(today, deviations=(deviation(DAY),)) is expected


@pytest.mark.parametrize(
    ("observed", "twentieth"),
    [
        (date(2026, 5, 28), date(2026, 6, 26)),  # midsommarafton 19 June is no working day; 6 June is a Saturday
        (date(2026, 11, 30), date(2026, 12, 30)),  # julafton and juldagen
        (date(2026, 12, 3), date(2027, 1, 7)),  # and nyårsafton, nyårsdagen and trettondagen
    ],
)
def test_holidays_put_off_the_20_working_days(observed: date, twentieth: date) -> None:
    facts = case(1, deviations=(deviation(observed),))

    assert codes("deviation_confirmed", facts, twentieth) == ["no_ground_for_step_2"]
    assert codes("deviation_confirmed", facts, add_working_days(twentieth, 1)) == []


def test_a_resolved_deviation_of_severity_1_is_no_ground_however_long_it_took() -> None:
    assert not ripe(day(200), deviations=(deviation(state="verified", closed_on=day(199)),))


@pytest.mark.parametrize(("oldest", "expected"), [(90, True), (91, False)])
def test_three_deviations_in_90_days_are_ground(oldest: int, expected: bool) -> None:
    today = day(200)
    days = (200 - oldest, 180, 190)
    there = tuple(deviation(day(one), number, state="verified") for number, one in enumerate(days))

    assert ripe(today, deviations=there) is expected


def test_reported_and_dismissed_deviations_do_not_add_up() -> None:
    states = ("verified", "verified", "reported", "dismissed")

    assert not ripe(deviations=tuple(deviation(number=n, state=state) for n, state in enumerate(states)))


def test_that_the_supplier_disputes_is_ground() -> None:
    assert ripe(records=(record("supplier_disputes"),))
    assert not ripe(records=(record("supplier_disputes", is_withdrawn=True),))


def test_a_dispute_of_an_earlier_round_is_no_ground() -> None:
    lowered = (*case(2).events, event("plan_closed", 2, day(80)))

    assert not ripe(day(90), records=(record("supplier_disputes"),), events=lowered)


@pytest.mark.parametrize(("days", "expected"), [(10, False), (11, True)])
def test_no_answer_within_10_working_days_is_ground(days: int, expected: bool) -> None:
    assert ripe(add_working_days(DAY, days), records=(record("contact"),)) is expected


def test_an_answer_is_an_answer_even_a_late_one() -> None:
    answered = (record("contact"), record("supplier_reply", day(20), 2))

    assert not ripe(day(30), records=answered)


def test_a_longer_time_to_answer_is_kept() -> None:
    contact = record("contact", deadline_on=day(30))

    assert not ripe(day(30), records=(contact,))
    assert ripe(day(31), records=(contact,))


# T23 ------------------------------------------------------------------------------------------------------------------

PLAN = record("action_plan")


A_WEEK_ON, WHEN_CURED = day(7), day(15)


def failed(today: date = A_WEEK_ON, plan: Any = PLAN, **given: Any) -> bool:
    found = codes("action_plan_failed", case(2, records=(plan,), **given), today)
    assert found in ([], ["plan_has_not_failed"])
    return not found


def test_step_3_needs_an_action_plan_that_has_failed() -> None:
    assert codes("action_plan_failed", case(2)) == ["no_action_plan"]
    assert not failed()


def test_a_plan_withdrawn_or_from_an_earlier_round_is_no_plan() -> None:
    withdrawn = case(2, records=(record("action_plan", is_withdrawn=True),))
    again = case(2, records=(PLAN,), events=(event("indicator_warning", 0), event("deviation_confirmed", 1, day(1))))

    assert codes("action_plan_failed", withdrawn) == ["no_action_plan"]
    assert codes("action_plan_failed", again, day(2)) == ["no_action_plan"]


def test_a_case_lowered_from_step_3_keeps_its_plan() -> None:
    lowered = (*case(3).events, event("remedy_verified", 3, day(40)))
    facts = case(3, events=lowered, records=(PLAN,), items=(Item(1, DAY, day(50)),))

    assert codes("action_plan_failed", facts, day(51)) == []


@pytest.mark.parametrize(("today", "expected"), [(day(5), False), (day(6), True)])
def test_an_action_past_its_day_without_being_verified_fails_the_plan(today: date, expected: bool) -> None:
    assert failed(today, items=(Item(1, DAY, day(5), done_on=day(4)),)) is expected


def test_a_verified_action_fails_nothing() -> None:
    assert not failed(day(9), items=(Item(1, DAY, day(5), day(4), day(9)),))


@pytest.mark.parametrize(("today", "expected"), [(day(5), False), (day(6), True)])
def test_a_deviation_past_its_day_fails_the_plan(today: date, expected: bool) -> None:
    assert failed(today, deviations=(deviation(due_on=day(5)),)) is expected
    assert not failed(today, deviations=(deviation(due_on=day(5), state="verified"),))


def test_the_plans_own_deadline_counts_while_something_is_left() -> None:
    plan = record("action_plan", deadline_on=day(5))

    assert failed(day(6), plan, deviations=(deviation(),))
    assert not failed(day(5), plan, deviations=(deviation(),))
    assert not failed(day(6), plan, deviations=(deviation(state="verified"),))


@pytest.mark.parametrize(
    ("first", "again", "expected"),
    [
        (date(2026, 1, 15), date(2026, 7, 15), True),
        (date(2026, 1, 15), date(2026, 7, 16), False),
        (date(2025, 12, 31), date(2026, 6, 30), True),
        (date(2025, 12, 31), date(2026, 7, 1), False),
        (date(2025, 9, 30), date(2026, 3, 30), True),
        (date(2026, 1, 15), DAY, False),  # on the plan's own day
    ],
)
def test_the_same_category_within_6_months_and_after_the_plan_fails_it(
    first: date, again: date, expected: bool
) -> None:
    there = (deviation(first, 1, state="verified"), deviation(again, 2))

    assert failed(date(2026, 8, 1), deviations=there) is expected


def test_another_category_or_a_dismissed_report_is_not_the_same_again() -> None:
    other = (deviation(day(-5)), deviation(day(5), 2, category="price"))
    dismissed = (deviation(day(-5)), deviation(day(5), 2, state="dismissed"))
    unknown = (deviation(day(-5), category=None), deviation(day(5), 2, category=None))

    assert not any(failed(deviations=there) for there in (other, dismissed, unknown))


def test_a_deviation_that_had_to_be_reopened_has_come_again() -> None:
    assert failed(deviations=(deviation(day(-5), reopened_on=day(6)),))


def test_a_revised_plan_does_not_undo_that_the_first_one_failed() -> None:
    there = (deviation(day(-5), 1, state="verified"), deviation(day(5), 2))
    plans = (PLAN, record("action_plan", day(6), 2))

    assert codes("action_plan_failed", case(2, records=plans, deviations=there), day(7)) == []


def test_what_came_again_before_the_case_was_lowered_does_not_fail_the_plan_once_more() -> None:
    lowered = (*case(3).events, event("remedy_verified", 3, day(40)))
    there = (deviation(day(-5), 1, state="verified"), deviation(day(5), 2, state="verified"))
    since = deviation(day(45), 3, state="verified")

    before = case(3, events=lowered, records=(PLAN,), deviations=there)
    after = replace(before, deviations=(*there, since))

    assert codes("action_plan_failed", before, day(50)) == ["plan_has_not_failed"]
    assert codes("action_plan_failed", after, day(50)) == []


@pytest.mark.parametrize(("state", "expected"), [("entitled", True), ("received", True), ("waived", False)])
def test_a_penalty_that_reached_its_cap_fails_the_plan(state: str, expected: bool) -> None:
    assert failed(penalties=(PenaltyFact(1, state, True, DAY),)) is expected


@pytest.mark.parametrize(
    ("state", "deviation_state", "expected"),
    [
        ("decided", "confirmed", True),
        ("invoiced", "remedied", True),
        ("received", "confirmed", True),
        ("claimed", "confirmed", False),
        ("waived", "confirmed", False),
        ("received", "verified", False),
    ],
)
def test_a_penalty_charged_while_the_deviation_persists_fails_the_plan(
    state: str, deviation_state: str, expected: bool
) -> None:
    charged = (PenaltyFact(1, state, False, DAY),)

    assert failed(penalties=charged, deviations=(deviation(state=deviation_state),)) is expected


# T34 ------------------------------------------------------------------------------------------------------------------


def terminate(*records: Any, today: date = WHEN_CURED, **given: Any) -> list[str]:
    return codes("decision_terminate", case(3, records=records, **given), today)


@pytest.mark.parametrize(
    ("left_out", "code"),
    [
        (NOTICE, "no_notice_of_breach"),
        (ASSESSMENT, "no_legal_assessment"),
        (DECISION, "no_termination_decision"),
        (CONTINUITY, "no_continuity_plan"),
    ],
)
def test_step_4_needs_all_four_papers(left_out: Any, code: str) -> None:
    assert terminate(*(one for one in READY_TO_TERMINATE if one != left_out)) == [code]


@pytest.mark.parametrize("state", ["draft", "memo"])
def test_a_notice_that_was_not_sent_is_no_notice(state: str) -> None:
    notice = replace(NOTICE, document_state=state)

    assert terminate(notice, ASSESSMENT, DECISION, CONTINUITY) == ["no_notice_of_breach"]


@pytest.mark.parametrize(("today", "expected"), [(day(14), ["cure_deadline_running"]), (day(15), [])])
def test_the_supplier_has_the_whole_last_day_to_cure(today: date, expected: list[str]) -> None:
    assert terminate(*READY_TO_TERMINATE, today=today) == expected


def test_a_notice_without_a_time_to_cure_does_not_do() -> None:
    notice = replace(NOTICE, deadline_on=None)

    assert terminate(notice, ASSESSMENT, DECISION, CONTINUITY) == ["no_cure_deadline"]


def test_a_newer_notice_with_more_time_holds() -> None:
    newer = record("notice_of_breach", day(2), 2, deadline_on=day(20))

    assert terminate(*READY_TO_TERMINATE, newer) == ["cure_deadline_running"]


def test_after_the_fast_track_a_notice_may_leave_no_time_to_cure_where_law_allows_it() -> None:
    notice = replace(NOTICE, deadline_on=DAY)
    fast = (event("fast_track", 0),)

    at_once = terminate(notice, ASSESSMENT, DECISION, CONTINUITY, today=DAY, events=fast)
    normal = terminate(notice, ASSESSMENT, DECISION, CONTINUITY, today=DAY)
    with_time = terminate(*READY_TO_TERMINATE, today=DAY, events=fast)

    assert (at_once, normal, with_time) == ([], ["cure_deadline_running"], ["cure_deadline_running"])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"verdict": False}, ["legal_assessment_no"]),
        ({"verdict": None}, ["no_legal_assessment"]),
        ({"role": "team_leader"}, ["no_legal_assessment"]),
        ({"document_state": "draft"}, ["no_legal_assessment"]),
        ({"is_withdrawn": True}, ["no_legal_assessment"]),
    ],
)
def test_the_assessment_is_a_written_yes_by_legal_counsel(given: dict[str, Any], expected: list[str]) -> None:
    assert terminate(NOTICE, replace(ASSESSMENT, **given), DECISION, CONTINUITY) == expected


def test_the_newest_assessment_holds() -> None:
    changed = record("legal_assessment", day(3), 2, role="legal_counsel", verdict=False)

    assert terminate(*READY_TO_TERMINATE, changed) == ["legal_assessment_no"]


def test_a_decision_not_to_terminate_is_no_decision_to_terminate() -> None:
    assert terminate(NOTICE, ASSESSMENT, replace(DECISION, verdict=False), CONTINUITY) == ["no_termination_decision"]


def test_a_decision_without_a_delegation_is_a_warning_and_stops_nobody() -> None:
    facts, today = FREE["decision_terminate", 3]
    by_leader = replace(facts, records=(NOTICE, ASSESSMENT, replace(DECISION, role="team_leader"), CONTINUITY))

    assert codes("decision_terminate", by_leader, today) == []
    assert [one.code for one in warnings("decision_terminate", by_leader, RULES)] == ["no_delegation"]
    assert warnings("decision_terminate", facts, RULES) == []


@pytest.mark.parametrize(("value", "expected"), [(100, []), (101, ["no_delegation"]), (None, ["no_delegation"])])
def test_a_delegation_with_a_limit_covers_values_up_to_it(value: int | None, expected: list[str]) -> None:
    limited = replace(RULES, delegations=(Delegation("termination", "chief_purchasing_officer", 100),))
    facts = replace(FREE["decision_terminate", 3][0], contract_value_ore=value)

    assert [one.code for one in warnings("decision_terminate", facts, limited)] == expected


@pytest.mark.parametrize(("last", "expected"), [(day(14), []), (day(13), ["short_time_to_cure"])])
def test_a_time_to_cure_below_ten_working_days_is_a_warning(last: date, expected: list[str]) -> None:
    facts = case(3, records=(replace(NOTICE, deadline_on=last), ASSESSMENT, DECISION, CONTINUITY))

    assert codes("decision_terminate", facts, day(15)) == []
    assert [one.code for one in warnings("decision_terminate", facts, RULES)] == expected


# T4X, D32, D21, D10 ---------------------------------------------------------------------------------------------------


def test_a_case_ends_when_settled_and_handed_over() -> None:
    assert codes("settled", case(4, records=(record("handover"),))) == ["not_settled"]
    assert codes("settled", case(4, records=(record("settlement"),))) == ["no_handover"]


def test_a_settlement_and_a_handover_before_the_decision_to_terminate_end_nothing() -> None:
    early = tuple(record(kind, day(-1)) for kind in ("settlement", "handover"))

    assert codes("settled", case(4, records=early)) == ["not_settled", "no_handover"]


AGREED = record("lowering_agreed", role="legal_counsel")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"severity": 2}, ["deviations_not_verified"]),
        ({"severity": 2, "state": "remedied"}, ["deviations_not_verified"]),
        ({"severity": None}, ["deviations_not_verified"]),
        ({"severity": 1}, []),
        ({"severity": 4, "state": "verified"}, []),
        ({"severity": 4, "state": "dismissed"}, []),
    ],
)
def test_a_case_is_lowered_to_2_when_all_serious_deviations_are_verified(
    given: dict[str, Any], expected: list[str]
) -> None:
    assert codes("remedy_verified", case(3, records=(AGREED,), deviations=(deviation(**given),))) == expected


@pytest.mark.parametrize("given", [{"role": "team_leader"}, {"verdict": False}, {"is_withdrawn": True}])
def test_a_case_is_lowered_to_2_only_when_legal_counsel_agrees(given: dict[str, Any]) -> None:
    assert codes("remedy_verified", case(3, records=(replace(AGREED, **given),))) == ["legal_counsel_not_agreed"]


DONE = (Item(1, DAY, DAY, DAY, DAY),)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((), ["plan_has_no_actions"]),
        ((Item(1, DAY, DAY, done_on=DAY),), ["plan_not_completed"]),
        (DONE, []),
    ],
)
def test_a_case_is_lowered_to_1_when_every_action_is_verified(items: tuple[Item, ...], expected: list[str]) -> None:
    assert codes("plan_closed", case(2, items=items), day(60)) == expected


@pytest.mark.parametrize(("name", "step", "days"), [("plan_closed", 2, 60), ("monitoring_ok", 1, 30)])
@pytest.mark.parametrize(
    "given", [{"state": "verified"}, {"state": "reported"}, {"observed_on": day(-9), "reopened_on": DAY}]
)
def test_a_case_is_lowered_after_so_many_days_without_a_new_deviation(
    name: str, step: int, days: int, given: dict[str, Any]
) -> None:
    facts = case(step, items=DONE, deviations=(replace(deviation(), **given),))

    assert codes(name, facts, day(days - 1)) == ["too_soon_after_deviation"]
    assert codes(name, facts, day(days)) == []


def test_a_dismissed_report_does_not_begin_the_days_anew() -> None:
    there = (deviation(DAY, 1), deviation(day(29), 2, state="dismissed"))

    assert codes("monitoring_ok", case(1, deviations=there), day(30)) == []


def test_without_any_deviation_the_days_count_from_the_day_the_case_opened() -> None:
    assert codes("monitoring_ok", case(1), day(29)) == ["too_soon_after_deviation"]
    assert codes("monitoring_ok", case(1), day(30)) == []


# F, W -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("records", "code"),
    [((LEGAL_APPROVES,), "approval_missing"), ((CHIEF_APPROVES,), "approval_missing")],
)
def test_the_fast_track_needs_both_approvals(records: Any, code: str) -> None:
    assert codes("fast_track", case(0, records=records), reason=LONG_REASON) == [code]


def test_a_later_no_takes_back_an_approval() -> None:
    taken_back = replace(LEGAL_APPROVES, id=9, at=datetime.combine(DAY, time(16)), verdict=False)

    assert codes("fast_track", case(0, records=(*APPROVED, taken_back)), reason=LONG_REASON) == ["approval_missing"]


def test_the_two_approvals_are_by_two_people() -> None:
    same = (CHIEF_APPROVES, replace(LEGAL_APPROVES, who="eva"))
    with_third = (*same, replace(LEGAL_APPROVES, id=3))

    assert codes("fast_track", case(0, records=same), reason=LONG_REASON) == ["approvals_by_one_person"]
    assert codes("fast_track", case(0, records=with_third), reason=LONG_REASON) == []


def test_an_approval_before_the_latest_move_is_used_up() -> None:
    moved = (event("indicator_warning", 0, at=datetime.combine(DAY, time(17))),)

    assert codes("fast_track", case(1, events=moved, records=APPROVED), reason=LONG_REASON) == ["approval_missing"] * 2


@pytest.mark.parametrize(("length", "expected"), [(49, ["reason_too_short"]), (50, [])])
def test_the_reason_for_the_fast_track_has_50_characters_besides_blanks(length: int, expected: list[str]) -> None:
    assert codes("fast_track", case(0, records=APPROVED), reason=f"  {'å' * length}  \n") == expected


DECLARED = record("declaration_of_termination", day(1), 5)


def test_a_termination_can_be_withdrawn_until_it_is_declared() -> None:
    draft = replace(DECLARED, document_state="draft")

    assert codes("withdraw", case(4, records=(draft,)), day(2), registration_number="KS 2026/9") == []
    assert codes("withdraw", case(4, records=(DECLARED,)), day(2), registration_number="KS 2026/9") == [
        "declaration_sent"
    ]


def test_a_settlement_agreement_withdraws_a_declared_termination() -> None:
    agreed = (DECLARED, record("settlement_agreement", day(2)))

    assert codes("withdraw", case(4, records=agreed), day(2), registration_number="KS 2026/9") == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"verdict": False, "registration_number": None}, ["no_withdrawal_decision"]),
        ({"verdict": True}, ["no_withdrawal_decision"]),
        ({"verdict": False}, []),
    ],
)
def test_a_withdrawal_has_a_registered_decision(given: dict[str, Any], expected: list[str]) -> None:
    assert codes("withdraw", case(4, records=(record("termination_decision", **given),))) == expected


def test_after_a_withdrawal_step_4_asks_for_everything_again() -> None:
    back = (*case(4).events, event("withdraw", 4, day(20)))

    found = codes("decision_terminate", case(4, events=back, records=READY_TO_TERMINATE), day(30))

    assert found == ["no_notice_of_breach", "no_legal_assessment", "no_termination_decision"]


# words ----------------------------------------------------------------------------------------------------------------


def test_every_obstacle_is_a_whole_sentence_in_both_languages() -> None:
    blocks = (Block(1, DAY),)
    worst = [case(step, members={}, is_contract_active=False, blocks=blocks) for step in range(5)]
    met = [
        one
        for facts in worst
        for move in MOVES
        for one in obstacles(move.event, facts, RULES, DAY, frozenset(), "kort")
    ]

    for one in met:
        for language in ("sv", "en"):
            said = one.in_language(language)
            assert said.endswith((".", "?"))
            assert "{" not in said
    assert {one.code for one in met} <= set(WORDS)
    assert len({one.code for one in met}) > 15


def test_an_event_is_kept_as_it_was_logged() -> None:
    with pytest.raises(AttributeError):
        event("indicator_warning", 0).reason = "annat"  # type: ignore[misc]
