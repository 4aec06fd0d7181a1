"""A contract that renews by itself is in force when it has, whether or not somebody wrote it down."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from dashboard.rules.decisions.limits import DecisionLimits
from dashboard.rules.decisions.options import option_states
from dashboard.rules.decisions.terms import with_ends, with_first_term
from dashboard.rules.terms import with_term
from tests.build import frame

END = date(2026, 2, 28)
LONG_AFTER = date(2026, 11, 16)


def renewing(**option: Any) -> pl.DataFrame:
    """One option of twelve months that is taken unless somebody says no three months before."""
    return frame("options", [{"contract_id": 1, "mode": "automatic", "call_deadline_months": 3, **option}])


def contract(**contract: Any) -> pl.DataFrame:
    return frame("contracts", [{"start_on": date(2020, 3, 1), "initial_end_on": END, **contract}])


def last_day(contracts: pl.DataFrame, options: pl.DataFrame, today: date = LONG_AFTER) -> date:
    found: date = with_term(contracts, options, today)["to_day"].item()
    return found


@pytest.mark.parametrize(
    ("today", "ends"),
    [(date(2025, 11, 28), END), (date(2025, 11, 29), date(2027, 2, 28)), (LONG_AFTER, date(2027, 2, 28))],
)
def test_it_renews_when_the_last_day_to_stop_it_has_passed(today: date, ends: date) -> None:
    assert last_day(contract(), renewing(), today) == ends


def test_a_renewal_somebody_stopped_or_cut_off_is_none() -> None:
    assert last_day(contract(), renewing(declined_on=date(2025, 10, 1))) == END
    assert last_day(contract(terminated_on=END), renewing()) == END


def test_a_renewal_that_is_written_down_too_is_counted_once() -> None:
    assert last_day(contract(), renewing(exercised_on=date(2025, 12, 1))) == date(2027, 2, 28)


def test_an_option_the_buyer_must_call_is_not_used_by_waiting() -> None:
    assert last_day(contract(), renewing(mode="buyer")) == END


def test_a_contract_that_never_stops_renewing_goes_on_term_by_term() -> None:
    endless = contract(initial_end_on=date(2022, 2, 28), is_until_further_notice=True)

    assert last_day(endless, renewing()) == date(2027, 2, 28)
    assert last_day(endless, renewing(), date(2026, 12, 1)) == date(2028, 2, 29)


def test_an_end_before_the_start_renews_nothing() -> None:
    assert last_day(contract(start_on=date(2026, 3, 1)), renewing()) == END


@pytest.mark.parametrize("today", [date(2025, 11, 28), date(2025, 11, 29), LONG_AFTER, date(2027, 6, 1)])
@pytest.mark.parametrize("is_until_further_notice", [False, True])
@pytest.mark.parametrize(
    "option", [{}, {"mode": "buyer"}, {"call_deadline_months": None}, {"declined_on": date(2025, 10, 1)}]
)
def test_the_end_is_the_one_decision_dates_rest_on(
    today: date, is_until_further_notice: bool, option: dict[str, Any]
) -> None:
    contracts, options = contract(is_until_further_notice=is_until_further_notice), renewing(**option)
    first = with_first_term(contracts, options)
    states = option_states(first, options, today, [], DecisionLimits())
    never = pl.lit(None, pl.Date)

    ends = with_ends(first.with_columns(exhausted_on=never, ceiling_forecast_on=never), states)["current_end"].item()

    assert last_day(contracts, options, today) == ends
