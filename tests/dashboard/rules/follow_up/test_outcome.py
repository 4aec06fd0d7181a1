"""Whether what was planned was done."""

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.rules.follow_up.outcome import STATES, counted, with_outcome
from tests.dashboard.frames import empty_table, one_row

PLANNED = date(2026, 9, 1)
TODAY = date(2026, 11, 16)


def plan(number: int = 1, day: date = PLANNED) -> pl.DataFrame:
    return one_row("follow_up_plan", id=number, contract_id=1, method="moten", planned_on=day)


def activity(day: date, evidence: str | None = "protokoll", plan_id: int = 1) -> pl.DataFrame:
    return one_row("follow_up_activity", id=1, plan_id=plan_id, done_on=day, evidence=evidence)


def state(*activities: pl.DataFrame, today: date = TODAY, day: date = PLANNED) -> str:
    done = pl.concat([empty_table("follow_up_activity"), *activities])
    return str(with_outcome(plan(day=day), done, today, 14)["state"].item())


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        (date(2026, 8, 1), "done"),
        (date(2026, 9, 15), "done"),
        (date(2026, 9, 16), "late"),
        (date(2026, 11, 17), "not_done"),  # recorded for a day that has not come
    ],
)
def test_in_time_is_within_the_tolerance(day: date, wanted: str) -> None:
    assert state(activity(day)) == wanted


def test_there_is_still_time_on_the_last_day_of_the_tolerance_and_not_the_day_after() -> None:
    assert state(today=date(2026, 9, 15)) == "coming"
    assert state(today=date(2026, 9, 16)) == "not_done"


def test_a_day_without_evidence_proves_nothing_but_is_said_to_be_there() -> None:
    found = with_outcome(plan(), activity(PLANNED, " "), TODAY, 14)

    assert found.select("state", "has_unproven", "done_on").row(0) == ("not_done", True, None)


def test_the_first_proven_activity_counts_whatever_came_before_and_after() -> None:
    found = with_outcome(
        plan(),
        pl.concat([activity(date(2026, 10, 20)), activity(date(2026, 9, 2), None), activity(date(2026, 9, 9))]),
        TODAY,
        14,
    )

    assert found.select("state", "done_on").row(0) == ("done", date(2026, 9, 9))


def test_what_is_still_coming_is_not_among_the_planned() -> None:
    rows = pl.DataFrame({"risk_class": [1, 1, 1, None], "state": ["done", "coming", "not_done", "late"]})

    found = counted(rows, "risk_class")

    assert found.to_dicts() == [
        {"risk_class": None, "done": 0, "late": 1, "not_done": 0, "coming": 0, "planned": 1},
        {"risk_class": 1, "done": 1, "late": 0, "not_done": 1, "coming": 1, "planned": 2},
    ]


def slow_state(planned: date, done: list[tuple[date, bool]], today: date, tolerance: int) -> str:
    """The same, said slowly."""
    proven = sorted(day for day, has_evidence in done if has_evidence and day <= today)
    if not proven:
        return "coming" if today <= planned + timedelta(days=tolerance) else "not_done"
    return "done" if (proven[0] - planned).days <= tolerance else "late"


days = some.dates(date(2026, 8, 1), date(2026, 12, 31))


@given(days, some.lists(some.tuples(days, some.booleans()), max_size=4), days, some.integers(0, 30))
def test_the_outcome_agrees_with_the_slow_one(
    planned: date, done: list[tuple[date, bool]], today: date, tolerance: int
) -> None:
    activities = [activity(day, "protokoll" if proven else None) for day, proven in done]
    frame = pl.concat([empty_table("follow_up_activity"), *activities])

    found = with_outcome(plan(day=planned), frame, today, tolerance)["state"].item()

    assert found in STATES
    assert found == slow_state(planned, done, today, tolerance)
