"""How a case stands and how its plan goes, and what an audit says beside our step."""

from datetime import date

import pytest

from dashboard.rules.escalation.audit_conflict import beside_our_step
from dashboard.rules.escalation.facts import Item
from dashboard.rules.escalation.standing import case_standing, plan_of
from tests.dashboard.rules.escalation.build import case, day

TODAY = day(10)


def item(due: int, done: int | None = None, verified: int | None = None) -> Item:
    return Item(1, day(0), day(due), None if done is None else day(done), None if verified is None else day(verified))


@pytest.mark.parametrize(
    ("step", "overdue", "is_over_time", "standing"),
    [
        (0, 0, False, "followed"),
        (1, 0, False, "followed"),
        (2, 0, False, "under_way"),
        (4, 0, False, "under_way"),
        (0, 1, False, "act"),
        (1, 0, True, "act"),
        (3, 2, True, "act"),
    ],
)
def test_a_case_needs_action_where_anything_is_late(step: int, overdue: int, is_over_time: bool, standing: str) -> None:
    assert case_standing(case(step), TODAY, overdue, is_over_time).standing == standing


@pytest.mark.parametrize(
    ("items", "plan"),
    [
        ((), "none"),
        ((item(20),), "on_time"),
        ((item(10),), "on_time"),  # the last day is in time
        ((item(9),), "late"),
        ((item(9, done=12),), "on_time"),  # the supplier says it is done: ours to look at
        ((item(9, done=8, verified=9),), "done"),
        ((item(9, done=8, verified=9), item(20)), "on_time"),
        ((item(9, done=8, verified=9), item(9)), "late"),
        ((item(20), item(9)), "late"),
    ],
)
def test_a_plan_is_late_from_the_day_after_an_action_was_due(items: tuple[Item, ...], plan: str) -> None:
    assert plan_of(case(2, items=items), TODAY) == plan
    assert case_standing(case(2, items=items), TODAY, 1, False).plan == plan


ASSESSED = date(2024, 11, 16)
LAST_FRESH, STALE = date(2026, 11, 15), date(2026, 11, 16)


@pytest.mark.parametrize(
    ("result", "step", "verdict"),
    [
        ("red", 0, "theirs_worse"),
        ("red", 1, "theirs_worse"),
        ("red", 2, "agrees"),
        ("red", 4, "agrees"),
        ("green", 0, "agrees"),
        ("green", 2, "agrees"),
        ("green", 3, "ours_worse"),
        ("green", 4, "ours_worse"),
        ("yellow", 0, "agrees"),
        ("yellow", 4, "agrees"),
    ],
)
def test_an_audit_disagrees_where_one_side_is_grave_and_the_other_calm(result: str, step: int, verdict: str) -> None:
    fresh = beside_our_step(result, ASSESSED, step, 24, LAST_FRESH)
    old = beside_our_step(result, ASSESSED, step, 24, STALE)

    assert (fresh.verdict, fresh.stale_on) == (verdict, STALE)
    assert (old.verdict, old.stale_on) == ("stale", STALE)


def test_an_audit_of_a_leap_day_is_stale_on_the_last_of_february() -> None:
    assert beside_our_step("red", date(2024, 2, 29), 0, 24, date(2026, 2, 27)).verdict == "theirs_worse"
    assert beside_our_step("red", date(2024, 2, 29), 0, 24, date(2026, 2, 28)).verdict == "stale"
