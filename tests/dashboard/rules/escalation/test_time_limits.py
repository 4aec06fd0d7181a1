"""Days on a step over moves up, down and back, reminders and proposals, and the complaint's clock."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dashboard.rules.escalation.facts import CaseFacts
from dashboard.rules.escalation.stays import days_on_step, stays
from dashboard.rules.escalation.time_limits import StepTime, complaint_clock, step_time
from dashboard.rules.working_days import add_working_days
from tests.dashboard.rules.escalation.build import DAY, RULES, case, day, deviation, event, record

LIMITS = {1: 20, 2: 45, 3: 30, 4: 90}


def after(facts: CaseFacts, working_days: int) -> StepTime:
    return step_time(facts, RULES, add_working_days(DAY, working_days))


@pytest.mark.parametrize(("step", "longest"), LIMITS.items())
def test_a_step_reminds_at_all_of_its_time_and_proposes_at_120_per_cent(step: int, longest: int) -> None:
    more = longest * 6 // 5

    assert [after(case(step), days).state for days in (longest - 1, longest, more - 1, more)] == [
        *("none", "reminder", "reminder", "proposal")
    ]
    assert after(case(step), longest).share == 1
    assert after(case(step), longest).reminder_on == add_working_days(DAY, longest)
    assert after(case(step), 0).proposal_on == add_working_days(DAY, more)


def test_step_0_has_no_longest_time() -> None:
    found = after(case(0), 400)

    assert (found.state, found.share, found.working_days) == ("none", None, 400)


def test_those_who_answer_for_the_step_are_reminded() -> None:
    assert [after(case(step), 0).roles for step in range(5)] == [
        *[("contract_controller",)] * 2,
        ("team_leader",),
        *[("chief_purchasing_officer",)] * 2,
    ]


def test_a_reminder_waits_until_somebody_checks_on_its_day_or_later() -> None:
    reminder_on = add_working_days(DAY, 20)
    before = record("check", reminder_on - timedelta(days=1))
    on_the_day = record("check", reminder_on)

    assert after(case(1, records=(before,)), 22).state == "reminder"
    assert after(case(1, records=(on_the_day,)), 22).state == "none"
    assert after(case(1, records=(on_the_day,)), 24).state == "proposal"
    assert after(case(1, records=(record("check", add_working_days(DAY, 24)),)), 25).state == "none"


def test_coming_back_to_a_step_from_above_begins_its_time_anew() -> None:
    lowered = case(3, events=(*case(3).events, event("remedy_verified", 3, day(100))))

    assert days_on_step(lowered, day(107)) == 7
    assert step_time(lowered, RULES, day(107)).working_days == 5
    assert [(stay.step, stay.days(day(107))) for stay in stays(lowered)] == [(0, 0), (1, 0), (2, 0), (3, 100), (2, 7)]


def test_a_withdrawal_goes_on_where_the_time_was_left_without_the_time_on_step_4() -> None:
    up = (*case(2).events, event("action_plan_failed", 2), event("decision_terminate", 3, day(28)))
    back = case(2, events=(*up, event("withdraw", 4, day(98))))

    found = step_time(back, RULES, day(105))

    assert (found.days, found.working_days) == (28 + 7, 20 + 5)
    assert found.reminder_on == add_working_days(day(98), 10)


def test_withdrawing_twice_adds_all_three_stays() -> None:
    up = (*case(2).events, event("action_plan_failed", 2), event("decision_terminate", 3, day(7)))
    twice = (event("withdraw", 4, day(14)), event("decision_terminate", 3, day(21)), event("withdraw", 4, day(28)))

    assert days_on_step(case(2, events=(*up, *twice)), day(35)) == 7 + 7 + 7


def test_a_limit_used_up_before_the_withdrawal_is_reached_on_the_day_of_it() -> None:
    up = (*case(2).events, event("action_plan_failed", 2), event("decision_terminate", 3, day(98)))
    back = case(2, events=(*up, event("withdraw", 4, day(105))))

    assert step_time(back, RULES, day(105)).reminder_on == day(105)


def test_moves_on_one_and_the_same_day_lose_no_day_and_gain_none() -> None:
    events = (*case(3).events, event("remedy_verified", 3), event("action_plan_failed", 2))

    facts = case(3, events=events)

    assert sum(stay.days(day(50)) for stay in stays(facts)) == 50
    assert days_on_step(facts, day(50)) == 50


def test_a_closed_case_stands_nowhere_and_keeps_its_history() -> None:
    closed = case(1, events=(*case(1).events, event("monitoring_ok", 1, day(40))), closed_on=day(40))

    found = step_time(closed, RULES, day(90))

    assert (found.days, found.state) == (0, "none")
    assert [(stay.step, stay.from_on, stay.to_on) for stay in stays(closed)] == [(0, DAY, DAY), (1, DAY, day(40))]


@pytest.mark.parametrize(("today", "left", "is_late"), [(day(0), 10, False), (day(14), 0, False), (day(15), -1, True)])
def test_a_complaint_has_ten_working_days_from_the_discovery(today: date, left: int, is_late: bool) -> None:
    found = complaint_clock(deviation(DAY), RULES.limits, today)

    assert (found.due_on, found.days_left, found.is_late) == (day(14), left, is_late)
    assert found.law_on == date(2028, 3, 2)


@pytest.mark.parametrize(("told", "is_late"), [(day(14), False), (day(15), True)])
def test_a_complaint_made_stops_the_clock_and_may_have_been_late(told: date, is_late: bool) -> None:
    found = complaint_clock(replace(deviation(DAY), complained_on=told), RULES.limits, day(300))

    assert (found.days_left, found.is_late) == (None, is_late)


def test_midsummer_puts_off_the_complaint() -> None:
    assert complaint_clock(deviation(date(2026, 6, 8)), RULES.limits, DAY).due_on == date(2026, 6, 23)
