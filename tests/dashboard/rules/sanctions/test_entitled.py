"""What a clause gives a right to: started weeks, days, events, a percentage, and the cap."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.formats import NBSP
from dashboard.rules.sanctions.entitled import Clause, days_late, entitled

WEEKLY = Clause("started_week", amount_ore=25_000_00, cap_ore=100_000_00)
FIRST = date(2026, 3, 2)


def late(clause: Clause, days: int, base_ore: int | None = None) -> tuple[int, bool]:
    found = entitled(clause, FIRST, FIRST + timedelta(days=days - 1), base_ore)
    return found.ore, found.is_cap_reached


def test_seventeen_days_late_are_three_started_weeks() -> None:
    found = entitled(WEEKLY, FIRST, FIRST + timedelta(days=16))

    assert found.ore == 75_000_00
    assert not found.is_cap_reached
    assert found.arithmetic.replace(NBSP, " ") == "17 dagar är 3 påbörjade veckor × 25 000 kr = 75 000 kr"


@pytest.mark.parametrize(
    ("days", "ore", "is_cap_reached"),
    [
        (0, 0, False),
        (1, 25_000_00, False),
        (7, 25_000_00, False),
        (8, 50_000_00, False),
        (21, 75_000_00, False),
        (22, 100_000_00, True),
        (29, 100_000_00, True),
        (365, 100_000_00, True),
    ],
)
def test_each_started_week_counts_up_to_the_cap(days: int, ore: int, is_cap_reached: bool) -> None:
    assert late(WEEKLY, days) == (ore, is_cap_reached)


def test_the_cap_is_named_where_it_holds_the_amount_back() -> None:
    found = entitled(WEEKLY, FIRST, FIRST + timedelta(days=28))

    assert found.arithmetic.replace(NBSP, " ").endswith("= 125 000 kr, men högst taket 100 000 kr")


def test_a_last_day_before_the_first_gives_no_days_and_no_right() -> None:
    assert days_late(FIRST, FIRST - timedelta(days=400)) == 0
    assert entitled(WEEKLY, FIRST, FIRST - timedelta(days=400)).ore == 0


def test_days_count_from_the_first_to_the_last_both_included() -> None:
    assert late(Clause("day", amount_ore=1_500_00), 3) == (4_500_00, False)


def test_an_event_gives_the_amount_once_whatever_the_days() -> None:
    assert late(Clause("event", amount_ore=10_000_00), 30) == (10_000_00, False)


def test_a_percentage_of_the_order_is_rounded_half_up_to_whole_ore() -> None:
    half = Clause("percent", percent=Decimal("0.5"))

    assert late(half, 1, 100) == (1, False)  # half an öre
    assert late(half, 1, 99) == (0, False)
    assert late(Clause("percent", percent=Decimal("2.5000")), 1, 1_234_567_89) == (30_864_20, False)
    assert entitled(half, FIRST, FIRST, 200_000_00).arithmetic.replace(NBSP, " ") == "0,5 % av 200 000 kr = 1 000 kr"


def test_a_percentage_of_nothing_known_is_an_error_and_not_nought() -> None:
    with pytest.raises(ValueError, match="something to be taken of"):
        entitled(Clause("percent", percent=Decimal(5)), FIRST, FIRST)


@given(st.integers(0, 4000), st.integers(1, 10**9), st.one_of(st.none(), st.integers(1, 10**10)))
def test_weeks_agree_with_counting_them_one_by_one(days: int, each: int, cap: int | None) -> None:
    weeks, left = 0, days
    while left > 0:
        weeks, left = weeks + 1, left - 7

    found = entitled(Clause("started_week", amount_ore=each, cap_ore=cap), FIRST, FIRST + timedelta(days=days - 1))

    assert found.ore == (weeks * each if cap is None or weeks * each < cap else cap)
