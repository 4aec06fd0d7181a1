"""A procurement is scheduled backwards: working days in order, the law's least days, the same start as the decision."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.rules.decisions.standstill import standstill_ends
from dashboard.rules.plans.project_plan import LEAST_TENDER_DAYS, ZONES, Days, schedule, warnings
from dashboard.rules.working_days import is_working_day
from tests.slow.plans import slow_schedule

OPEN = Days(preparation=120, publication=35, evaluation=30, signing=19, transition=30, review=60)
NEEDED = date(2028, 3, 1)
PROCEDURES = st.sampled_from(["below_threshold", "open", "selective", "renewed_competition", "direct_award"])
SOME_DAYS = st.builds(
    Days,
    preparation=st.integers(0, 300),
    publication=st.integers(0, 90),
    evaluation=st.integers(0, 90),
    signing=st.integers(0, 40),
    transition=st.integers(0, 150),
    review=st.sampled_from([0, 60, 130, 290]),
)
NEEDED_DAYS = st.dates(date(2018, 1, 1), date(2040, 12, 31))


def test_an_open_procedure_is_counted_back_from_the_day_the_contract_must_hold() -> None:
    assert schedule(NEEDED, OPEN, "open") == {
        "start": date(2027, 5, 12),
        "needs_done": date(2027, 6, 21),
        "market_done": date(2027, 7, 30),
        "published": date(2027, 9, 9),
        "tenders_in": date(2027, 10, 14),
        "evaluated": date(2027, 11, 5),
        "awarded": date(2027, 11, 12),
        "standstill_over": date(2027, 11, 22),
        "signed": date(2028, 1, 31),
        "implemented": date(2028, 3, 1),
    }


@given(NEEDED_DAYS, SOME_DAYS, PROCEDURES)
def test_the_schedule_agrees_with_one_that_counts_a_day_at_a_time(needed: date, days: Days, procedure: str) -> None:
    assert schedule(needed, days, procedure) == slow_schedule(needed, days, procedure)


@given(NEEDED_DAYS, SOME_DAYS, PROCEDURES)
def test_every_milestone_is_a_working_day_and_none_comes_before_the_one_ahead(
    needed: date, days: Days, procedure: str
) -> None:
    found = schedule(needed, days, procedure)

    assert list(found) == [key for key in ZONES if key in found]
    assert list(found.values()) == sorted(found.values())
    assert all(is_working_day(day) for day in found.values())


@given(NEEDED_DAYS, SOME_DAYS, PROCEDURES)
def test_the_law_is_kept_whatever_the_lead_times_say(needed: date, days: Days, procedure: str) -> None:
    found = schedule(needed, days, procedure)

    assert (found["tenders_in"] - found["published"]).days >= LEAST_TENDER_DAYS.get(procedure, 0)
    if "standstill_over" in found:
        assert found["standstill_over"] == standstill_ends(found["awarded"])
        assert found["signed"] > found["standstill_over"]


@pytest.mark.parametrize("procedure", ["renewed_competition", "direct_award"])
def test_without_a_duty_of_standstill_there_is_none(procedure: str) -> None:
    assert "standstill_over" not in schedule(NEEDED, OPEN, procedure)


def test_lead_times_shorter_than_the_law_are_named() -> None:
    short = Days(preparation=10, publication=29, evaluation=5, signing=10, transition=0, review=0)

    assert warnings(short, "open") == ["tender_period_short", "standstill_short"]
    assert warnings(short, "below_threshold") == ["standstill_short"]
    assert warnings(short, "direct_award") == []
    assert warnings(OPEN, "open") == []
