"""Working days over the holidays of 2026, and that adding and counting agree."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.rules.working_days import add_working_days, is_working_day, working_days_between

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 6, 18), 1, date(2026, 6, 22)),  # Thursday before midsommarafton
        (date(2026, 6, 9), 8, date(2026, 6, 22)),
        (date(2026, 12, 23), 1, date(2026, 12, 28)),
        (date(2026, 12, 30), 1, date(2027, 1, 4)),  # nyårsafton and nyårsdagen, then a weekend
        (date(2027, 1, 5), 1, date(2027, 1, 7)),  # trettondedag jul
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # långfredag to annandag påsk
        (date(2026, 5, 13), 1, date(2026, 5, 15)),  # Kristi himmelsfärdsdag; the day after is a working day
        (date(2026, 3, 7), 1, date(2026, 3, 9)),  # from a Saturday
        (date(2026, 3, 7), 0, date(2026, 3, 7)),
    ],
)
def test_holidays_and_the_three_eves_are_passed_over(day: date, count: int, expected: date) -> None:
    assert add_working_days(day, count) == expected


@pytest.mark.parametrize(
    "day", [date(2026, 6, 19), date(2026, 12, 24), date(2026, 12, 31), date(2026, 6, 6), date(2026, 5, 1)]
)
def test_nobody_works_on_an_eve_or_a_holiday(day: date) -> None:
    assert not is_working_day(day)


def test_skartorsdag_is_a_working_day() -> None:
    assert is_working_day(date(2026, 4, 2))


def test_a_time_limit_is_not_negative() -> None:
    with pytest.raises(ValueError, match="negative"):
        add_working_days(date(2026, 1, 1), -1)


@settings(deadline=None)  # a year's holidays are made when first asked for
@given(DAYS, st.integers(1, 800))
def test_adding_days_and_counting_them_agree(day: date, count: int) -> None:
    last = add_working_days(day, count)

    assert is_working_day(last)
    assert working_days_between(day, last) == count
    assert working_days_between(last, day) == 0


@settings(deadline=None)  # a year's holidays are made when first asked for
@given(DAYS, st.integers(0, 500))
def test_counting_agrees_with_looking_at_each_day(first: date, length: int) -> None:
    last = first + timedelta(days=length)

    one_by_one = sum(is_working_day(first + timedelta(days=number)) for number in range(1, length + 1))

    assert working_days_between(first, last) == one_by_one
