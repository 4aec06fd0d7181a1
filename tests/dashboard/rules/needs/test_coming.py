"""The gaps to come: from the day after the last one until the next contract, in days and öre a month."""

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.rules.needs.coming import MONTHS, by_month, coming_months, gaps_of, last_days, yearly_growth
from tests.dashboard.rules.needs.build import TODAY, contract, contracts, months_by_day


def days_by_month(**said: Any) -> dict[int, int]:
    found = coming_months(contracts(contract(**said)), TODAY)
    return dict(found.select("period", "days").iter_rows())


def test_a_gap_begins_the_day_after_the_end_and_goes_on_where_nothing_follows() -> None:
    found = days_by_month(ends_on=date(2028, 9, 29))

    assert found == {202809: 1, 202810: 31}


def test_a_gap_lasts_until_the_day_before_the_next_contract() -> None:
    assert days_by_month(follows_on=date(2027, 2, 3)) == {202701: 31, 202702: 2}
    assert days_by_month(follows_on=date(2027, 1, 1)) == {}


def test_a_contract_that_is_spent_already_leaves_a_gap_from_today() -> None:
    found = days_by_month(ends_on=date(2026, 7, 29), follows_on=date(2026, 12, 1))

    assert found == {202611: 15}


@pytest.mark.parametrize("said", [{"ends_on": None}, {"daily_spend_ore": 0.0}, {"ends_on": date(2028, 10, 31)}])
def test_no_end_no_purchases_or_an_end_beyond_the_months_is_no_gap(said: dict[str, Any]) -> None:
    assert days_by_month(**said) == {}


def test_what_no_decision_can_avoid_is_the_first_days_of_the_gap() -> None:
    row = contract(ends_on=date(2027, 1, 20), gap_days=15, follows_on=date(2027, 3, 1), daily_spend_ore=1000.0)

    found = coming_months(contracts(row), TODAY)

    assert found.select("period", "days", "amount_ore", "too_late_ore").rows() == [
        (202701, 11, 11_000, 11_000),
        (202702, 28, 28_000, 4_000),
    ]


def test_where_the_time_it_takes_is_not_known_nothing_is_said_to_be_too_late() -> None:
    found = coming_months(contracts(contract(gap_days=None)), TODAY)

    assert found["amount_ore"].sum() > 0
    assert found["too_late_ore"].sum() == 0


def test_the_contracts_and_the_months_sum_to_the_same() -> None:
    rows = contracts(
        contract(1, daily_spend_ore=33.4, gap_days=40), contract(2, daily_spend_ore=0.3, ends_on=date(2027, 5, 17))
    )

    months = coming_months(rows, TODAY)

    for column in ("amount_ore", "too_late_ore"):
        assert gaps_of(months)[column].sum() == by_month(months, TODAY)[column].sum() == months[column].sum()
    assert gaps_of(months)["contract_id"].to_list() == [1, 2]


def test_every_month_has_its_place_also_without_gaps() -> None:
    found = by_month(coming_months(contracts(), TODAY), TODAY)

    assert found.height == MONTHS
    assert (found["period"][0], found["period"][-1]) == (202611, 202810)
    assert found["amount_ore"].sum() == 0


def test_a_years_growth_is_the_pace_of_the_contracts_that_are_gone_by_then() -> None:
    rows = contracts(contract(1), contract(2, ends_on=date(2027, 1, 31), daily_spend_ore=50.0))

    found = dict(yearly_growth(rows, coming_months(rows, TODAY)).iter_rows())

    assert (found[202701], found[202702]) == (36_500, 54_750)


def dated(**said: Any) -> pl.DataFrame:
    row = {
        "end_possible": date(2028, 1, 31),
        "effective_end": date(2027, 1, 31),
        "exhausted_on": None,
        "ceiling_forecast_on": None,
        "next_state": "open",
        "option_call_deadline": date(2026, 12, 1),
    }
    schema = dict.fromkeys(row, pl.Date) | {"next_state": pl.String}
    return pl.DataFrame([row | said], schema=schema)


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ({}, date(2028, 1, 31)),
        ({"exhausted_on": date(2027, 8, 1)}, date(2027, 8, 1)),
        ({"ceiling_forecast_on": date(2027, 9, 1), "exhausted_on": date(2027, 8, 1)}, date(2027, 8, 1)),
        ({"ceiling_forecast_on": date(2027, 9, 1)}, date(2027, 9, 1)),
        ({"option_call_deadline": None}, None),
        ({"end_possible": None, "next_state": None}, date(2027, 1, 31)),
        ({"end_possible": None, "effective_end": None, "next_state": None}, None),
    ],
)
def test_the_last_day_takes_open_options_as_used_and_the_ceiling_as_an_end(
    said: dict[str, Any], last: date | None
) -> None:
    rows = dated(**said)

    assert rows.select(last_days()).item() == last


DAYS = st.integers(-200, 900).map(lambda days: TODAY + timedelta(days=days))
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "ends_on": st.none() | DAYS,
            "follows_on": st.none() | DAYS,
            "gap_days": st.none() | st.integers(0, 500),
            "daily_spend_ore": st.sampled_from([0.0, 1.0, 250.5]),
        }
    ),
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.integers(1, 26))
def test_it_agrees_with_counting_the_days_one_by_one(said: list[dict[str, Any]], months: int) -> None:
    rows = [contract(key, **one) for key, one in enumerate(said, start=1)]
    pace = {row["contract_id"]: row["daily_spend_ore"] for row in rows}

    found = coming_months(contracts(*rows), TODAY, months)

    slow = months_by_day(rows, TODAY, months)
    assert {(key, period): days for key, period, days, *_ in found.iter_rows()} == {k: d for k, (d, _) in slow.items()}
    for key, period, days, amount, late in found.iter_rows():
        assert abs(amount - pace[key] * days) <= 0.5
        assert abs(late - pace[key] * slow[key, period][1]) <= 0.5
