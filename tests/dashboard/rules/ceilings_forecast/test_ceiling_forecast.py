"""Ceilings: the golden vector, each state from both sides, and when nothing can be forecast."""

from datetime import date

import polars as pl
import pytest

from dashboard.rules.ceilings_forecast.forecast import ceiling_forecast
from dashboard.rules.ceilings_forecast.limits import CeilingLimits, ceiling_limits
from tests.dashboard.rules.ceilings_forecast.build import (
    CALL_OFF,
    CONSUMED,
    CONTRACT,
    FIRST,
    LAST,
    ORDER,
    Row,
    bought,
    contract,
    forecast,
)

AS_OF = date(2025, 6, 30)


def one(*ore: int, open_ore: int = 0, **more: object) -> Row:
    orders = [{"contract_id": 1, "open_ore": open_ore}] if open_ore else []
    return forecast([contract(**more)], bought(*ore), open_orders=orders)[0]


def test_golden_vector_7_reaches_its_ceiling_before_its_term() -> None:
    months = [76_666_667, 76_666_667, 76_666_666] * 6

    found = one(*months, ceiling_ore=24_000_000_00)

    assert found["used_ore"] == 13_800_000_00
    assert (found["used_share"], found["time_share"]) == (0.575, 0.5)
    assert round(found["burn_index"], 2) == 1.15
    assert round(found["months_left"], 2) == 13.30
    assert found["forecast_on"] == date(2026, 8, 10)
    assert found["earliest_on"] <= found["forecast_on"] <= found["latest_on"]
    assert (found["is_before_end"], found["effective_end_on"]) == (True, found["forecast_on"])


@pytest.mark.parametrize(
    ("used", "state"),
    [
        (59_999, "free"),
        (60_000, "watch"),
        (79_999, "watch"),
        (80_000, "reprocure"),
        (94_999, "reprocure"),
        (95_000, "stop"),
        (99_999, "stop"),
        (100_000, "full"),
        (100_001, "full"),
    ],
)
def test_a_state_is_reached_at_its_share_and_not_before(used: int, state: str) -> None:
    assert one(used)["state"] == state


def test_too_fast_is_above_the_index_and_not_at_it() -> None:
    assert [one(used)["is_fast"] for used in (54_999, 55_000, 55_001)] == [False, False, True]


@pytest.mark.parametrize("ceiling", [None, 0])
def test_a_ceiling_that_is_not_stated_is_unknown_and_never_none(ceiling: int | None) -> None:
    found = one(10, 10, 10, 10, 10, 10, ceiling_ore=ceiling)

    assert (found["state"], found["why"], found["ceiling_ore"]) == ("unknown", "ceiling", None)
    assert (found["forecast_on"], found["left_ore"], found["burn_index"]) == (None, None, None)
    assert (found["rate_ore"], found["effective_end_on"]) == (10, date(2026, 12, 31))


def test_what_is_ordered_and_not_yet_invoiced_is_used_too() -> None:
    assert (one(50_000, open_ore=30_000)["state"], one(50_000)["state"]) == ("reprocure", "free")


def test_a_ceiling_that_was_reached_stays_reached() -> None:
    found = one(100_000, -40_000, 1, 1, 1, 1)

    assert (found["state"], found["forecast_on"], found["method"]) == ("full", AS_OF, None)
    assert found["effective_end_on"] == AS_OF


def test_what_was_reached_within_a_month_is_reached_on_its_day_though_the_month_sums_to_less() -> None:
    rows = pl.DataFrame([contract() | {"reached_on": date(2025, 4, 11)}], CONTRACT | {"reached_on": pl.Date})
    call_offs, orders = pl.DataFrame(schema=CALL_OFF), pl.DataFrame(schema=ORDER)

    (found,) = ceiling_forecast(
        rows, pl.DataFrame(bought(90_000, 1, 1), CONSUMED), call_offs, orders, CeilingLimits(), FIRST, LAST
    ).to_dicts()

    assert (found["state"], found["is_full"], found["used_share"]) == ("full", True, 0.90002)
    assert (found["forecast_on"], found["effective_end_on"]) == (date(2025, 4, 11), date(2025, 4, 11))


def test_with_fewer_than_three_months_nothing_is_forecast_and_the_reason_is_said() -> None:
    found = one(500, 500, from_on=date(2025, 4, 2))

    assert (found["forecast_on"], found["why"], found["rate_ore"]) == (None, "history", None)
    assert one(500, 500, from_on=date(2025, 4, 1))["months"] == 3


def test_where_nothing_is_used_no_day_is_made_up() -> None:
    found = one(500, 0, 0, 0, 0, 0, 0)

    assert (found["forecast_on"], found["why"], found["effective_end_on"]) == (None, "no_use", date(2026, 12, 31))


def test_a_day_beyond_a_hundred_years_is_no_forecast() -> None:
    found = one(0, 0, 0, 0, 0, 1, ceiling_ore=10**12)

    assert (found["forecast_on"], found["method"], found["why"]) == (None, None, "far")


def test_where_the_seasons_see_no_end_the_latest_months_do_not_step_in() -> None:
    months = [0, 0, 0, 1_000, 0, 0, -1_000, 0, 0, 0, 0, 0]

    found = one(*[0] * 12, *months[6:], 0, 0, 0, 0, 0, 1_001, ceiling_ore=10_000, from_on=date(2023, 7, 1))

    assert (found["forecast_on"], found["why"]) == (None, "far")
    assert found["recent_on"] is not None


def test_months_without_purchases_count_as_nothing_bought() -> None:
    assert one(6_000, 0, 0, 0, 0, 0)["rate_ore"] == 1_000


def test_an_even_consumption_has_a_narrow_interval_and_an_uneven_one_may_never_end() -> None:
    steady, uneven = one(*[1_000] * 6), one(6_000, 0, 0, 0, 0, 0)

    assert steady["earliest_on"] == steady["forecast_on"] == steady["latest_on"]
    assert uneven["earliest_on"] < uneven["forecast_on"]
    assert uneven["latest_on"] is None


def test_a_contract_older_than_the_ledger_says_at_least() -> None:
    assert one(1, from_on=date(2022, 12, 31))["is_lower_bound"] is True
    assert one(1, from_on=date(2023, 1, 1))["is_lower_bound"] is False


def test_without_a_term_there_is_no_index_but_a_forecast() -> None:
    found = one(*[1_000] * 6, to_on=None)

    assert (found["time_share"], found["burn_index"], found["is_before_end"]) == (None, None, None)
    assert found["effective_end_on"] == found["forecast_on"]


def test_call_offs_count_once_to_their_framework_and_to_themselves() -> None:
    contracts = [contract(contract_id=at) for at in (1, 2, 3)]
    rows = [*bought(10), *bought(20, contract_id=2), *bought(40, contract_id=3)]
    twice = [{"contract_id": 2, "framework_id": 1}] * 2
    chain = [*twice, {"contract_id": 3, "framework_id": 2}]

    assert [row["used_ore"] for row in forecast(contracts, rows, twice)] == [30, 20, 40]
    assert [row["used_ore"] for row in forecast(contracts, rows, chain)] == [70, 60, 40]


def test_a_ring_of_call_offs_ends_where_it_began() -> None:
    contracts = [contract(contract_id=at) for at in (1, 2)]
    ring = [{"contract_id": 2, "framework_id": 1}, {"contract_id": 1, "framework_id": 2}]

    found = forecast(contracts, [*bought(10), *bought(20, contract_id=2)], ring)

    assert [row["used_ore"] for row in found] == [30, 30]


def test_what_winter_uses_is_forecast_by_season_where_two_years_are_known() -> None:
    years = [0, 0, 0, 0, 0, 300, 300, 300, 300, 0, 0, 0]  # July to June: December to March
    found = one(*years, *years, ceiling_ore=2_400 + 750, from_on=date(2023, 7, 1))

    assert (found["method"], found["forecast_on"]) == ("seasonal", date(2026, 2, 14))
    assert found["recent_on"] != found["forecast_on"]
    younger = one(*years[1:], *years, ceiling_ore=3_150, from_on=date(2023, 8, 1))
    assert younger["method"] == "recent"


def test_what_lasts_a_whole_year_ends_on_the_last_day_anything_is_used() -> None:
    years = [0, 0, 0, 0, 0, 300, 300, 300, 300, 0, 0, 0]

    found = one(*years, *years, ceiling_ore=2_400 + 1_200, from_on=date(2023, 7, 1))

    assert found["forecast_on"] == date(2026, 3, 31)


def test_the_limits_come_from_the_dated_rows() -> None:
    rows = pl.DataFrame(
        {"key": ["ceiling_watch_share", "other"], "valid_from": [date(2015, 1, 1)] * 2, "value": [0.7, 1.0]}
    )

    assert ceiling_limits(rows, date(2026, 1, 1)) == CeilingLimits(watch_share=7_000)
    assert ceiling_limits(rows, date(2014, 1, 1)) == CeilingLimits()
