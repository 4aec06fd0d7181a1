"""What a contract's plan still lacks."""

from datetime import date, timedelta

import polars as pl
from hypothesis import given
from hypothesis import strategies as some

from dashboard.rules.follow_up.proposal import YEAR_DAYS, Proposed, proposed_plan, times_a_year
from dashboard.rules.working_days import is_working_day
from data_access.tables.follow_up import follow_up_frequency
from data_access.writes.reference import read_reference
from tests.dashboard.frames import empty_table, one_row

TODAY = date(2026, 11, 16)


def proposed(
    times: float, planned: tuple[date, ...] = (), done: date | None = None, ends: date | None = None
) -> list[date]:
    """The days proposed for one method."""
    found = proposed_plan({"moten": times}, {"moten": planned}, {} if done is None else {"moten": done}, TODAY, ends)
    return [one.planned_on for one in found]


def test_a_contract_never_followed_up_gets_as_many_as_its_class_asks_for_beginning_within_a_month() -> None:
    days = proposed(4)

    assert len(days) == 4
    assert days[0] <= TODAY + timedelta(days=30)


def test_the_next_one_comes_an_interval_after_the_last_one_done() -> None:
    assert proposed(1, done=date(2026, 6, 10)) == [date(2027, 6, 10)]
    assert proposed(1, done=date(2024, 6, 10)) == [date(2026, 12, 16)]


def test_what_is_already_planned_is_not_proposed_again() -> None:
    without = proposed(4)

    assert proposed(4, planned=tuple(day + timedelta(days=5) for day in without)) == []
    assert proposed(4, planned=(without[1],)) == [without[0], *without[2:]]


def test_one_planned_day_stands_for_one_proposed_day_only() -> None:
    without = proposed(4)

    assert len(proposed(4, planned=(without[0] + timedelta(days=44),))) == 3


def test_another_method_stands_for_nothing() -> None:
    found = proposed_plan({"moten": 1, "csr": 1}, {"csr": (TODAY + timedelta(days=30),)}, {}, TODAY, None)

    assert found == (Proposed(date(2026, 12, 16), "moten"),)


def test_nothing_is_proposed_after_the_contracts_end() -> None:
    assert proposed(12, ends=TODAY + timedelta(days=70)) == proposed(12)[:2]
    assert proposed(12, ends=TODAY - timedelta(days=1)) == []


def test_the_frequency_is_the_one_valid_on_the_day() -> None:
    def row(number: int, times: float, start: date, end: date | None = None) -> pl.DataFrame:
        return one_row(
            "follow_up_frequency",
            id=number,
            risk_class=3,
            method="moten",
            times_a_year=times,
            valid_from=start,
            valid_to=end,
        )

    rows = pl.concat([row(1, 4.0, date(2015, 1, 1)), row(2, 3.0, date(2026, 1, 1)), row(3, 0.0, date(2027, 1, 1))])

    assert times_a_year(rows, 3, date(2025, 12, 31)) == {"moten": 4.0}
    assert times_a_year(rows, 3, TODAY) == {"moten": 3.0}
    assert times_a_year(rows, 3, date(2027, 1, 1)) == {}
    assert times_a_year(rows, 2, TODAY) == {}
    assert times_a_year(empty_table("follow_up_frequency"), 3, TODAY) == {}


def test_every_class_has_a_minimum_and_a_graver_class_never_asks_for_less() -> None:
    rows = read_reference("follow_up_frequency.csv", follow_up_frequency)
    sums = [sum(row["times_a_year"] for row in rows if row["risk_class"] == one) for one in (1, 2, 3, 4)]

    assert sums[0] >= 1
    assert sums == sorted(sums)
    assert {row["status"] for row in rows} == {"estimate"}


ahead = some.integers(1, 364).map(lambda days: TODAY + timedelta(days=days))


@given(some.sampled_from([1, 2, 4, 12]), some.lists(ahead, max_size=6, unique=True))
def test_planned_and_proposed_together_are_at_least_the_minimum_on_working_days(
    times: int, planned: list[date]
) -> None:
    days = proposed(times, planned=tuple(planned))

    assert len(days) + len(planned) >= times
    assert len(days) <= times
    assert all(is_working_day(day) and TODAY < day <= TODAY + timedelta(days=YEAR_DAYS) for day in days)


@given(some.sampled_from([1, 2, 4, 12]))
def test_a_plan_that_is_accepted_leaves_nothing_to_propose(times: int) -> None:
    assert proposed(times, planned=tuple(proposed(times))) == []


def test_a_day_that_would_fall_back_to_one_that_has_been_comes_after_instead() -> None:
    saturday = date(2026, 11, 14)

    found = proposed_plan({"moten": 1}, {}, {"moten": date(2025, 11, 15)}, saturday, None)

    assert found[0].planned_on == date(2026, 11, 16)
