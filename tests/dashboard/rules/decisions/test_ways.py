"""Which ways are open: the day each closes, what it costs, and that a slider moved over that day changes the state."""

from datetime import date, timedelta

import polars as pl
import pytest

from dashboard.rules.decisions.ways import KEYS, count_ways, ways
from tests.dashboard.rules.decisions.build import EXAMPLE, TWO, Row, dated, dated_frame, ways_of

BEFORE = date(2025, 5, 1)


def state(way: str, today: date, options: list[Row] | None = None, **contract: object) -> str:
    return str(ways_of(today, options, **contract)[way]["state"])


@pytest.mark.parametrize(
    ("way", "last", "now", "then"),
    [
        ("extend", date(2025, 8, 28), "possible", "too_late"),
        ("terminate", date(2025, 8, 28), "possible", "too_late"),
        ("reprocure", date(2025, 5, 9), "possible", "possible_with_risk"),
        ("reprocure", date(2025, 7, 10), "possible_with_risk", "too_late"),
    ],
)
def test_a_way_turns_on_the_day_after_its_last(way: str, last: date, now: str, then: str) -> None:
    after = last + timedelta(days=1)

    before, turned = ways_of(last)[way], ways_of(after)[way]

    assert (before["state"], before["last_on"]) == (now, last)
    assert (turned["state"], turned["turned_on"]) == (then, after)


def test_too_late_to_begin_anew_costs_the_days_of_the_gap() -> None:
    row = ways_of(date(2025, 7, 11), [], daily_spend_ore=1_000_00.0)["reprocure"]

    assert (row["state"], row["least_gap_days"], row["gap_days"]) == ("too_late", 1, 61)
    assert row["gap_cost_ore"] == 61_000_00
    assert row["reasons"] == ["gap"]


def test_the_gap_is_not_costed_where_the_spend_is_not_known() -> None:
    assert ways_of(date(2025, 7, 11))["reprocure"]["gap_cost_ore"] is None


@pytest.mark.parametrize(
    ("options", "contract", "expected", "reason"),
    [
        ([], {}, "not_offered", "no_option"),
        ([{**TWO[0], "exercised_on": date(2025, 4, 1)}], {}, "not_offered", "no_option_left"),
        ([{**TWO[0], "declined_on": date(2025, 4, 1)}], {}, "too_late", "option_declined"),
        (TWO, {"exhausted_on": date(2025, 4, 30)}, "too_late", "ceiling_reached"),
        (TWO, {"exhausted_on": date(2025, 5, 1)}, "possible", None),
        (TWO, {"step": 3}, "possible_with_risk", "legal_decision"),
        (TWO, {"step": 2}, "possible", None),
        ([*TWO, *TWO], {}, "possible_with_risk", "framework_over_four_years"),
        ([{}], {}, "unknown", "option_call_rule_missing"),
        (TWO, {"initial_end_on": date(2024, 1, 1)}, "unknown", "end_before_start"),
        (TWO, {"initial_end_on": None}, "unknown", "end_missing"),
        (TWO, {"terminated_on": date(2025, 9, 30)}, "too_late", "contract_terminated"),
        ([{**TWO[0], "mode": "mutual"}], {}, "possible", "supplier_must_agree"),
    ],
)
def test_extending_takes_an_option_a_ceiling_that_is_left_and_a_step_below_three(
    options: list[Row], contract: Row, expected: str, reason: str | None
) -> None:
    row = ways_of(BEFORE, options, **contract)["extend"]

    assert row["state"] == expected
    assert reason is None or reason in row["reasons"]


def test_an_option_that_was_declined_closed_on_that_day() -> None:
    row = ways_of(BEFORE, [{**TWO[0], "declined_on": date(2025, 4, 1)}])["extend"]

    assert row["turned_on"] == date(2025, 4, 1)


def test_extending_twice_is_a_second_option_and_never_the_same() -> None:
    once = [{**TWO[0], "exercised_on": date(2025, 5, 1)}, TWO[1]]
    twice = [{**row, "exercised_on": date(2025, 5, 1)} for row in TWO]

    first, second, none = (ways_of(BEFORE, options)["extend"] for options in (TWO, once, twice))

    assert (first["ends_on"], second["ends_on"]) == (date(2027, 2, 28), date(2028, 2, 29))
    assert (none["state"], none["ends_on"]) == ("not_offered", None)


@pytest.mark.parametrize(
    ("contract", "expected"),
    [
        ({"notice_buyer_months": None}, "unknown"),
        ({"initial_end_on": None, "is_until_further_notice": True}, "possible"),
        ({"initial_end_on": None, "is_until_further_notice": True, "notice_buyer_months": None}, "unknown"),
        ({"terminated_on": date(2025, 12, 31)}, "not_offered"),
        ({"terminated_on": date(2025, 4, 30)}, "too_late"),
        ({"desired_end_on": date(2025, 9, 30)}, "too_late"),
    ],
)
def test_giving_notice_takes_a_clause_and_the_time(contract: Row, expected: str) -> None:
    assert state("terminate", BEFORE, [], **contract) == expected


def test_a_contract_until_further_notice_ends_so_long_after_the_notice() -> None:
    row = ways_of(date(2025, 8, 31), [], initial_end_on=None, is_until_further_notice=True)["terminate"]

    assert (row["ends_on"], row["last_on"], row["reasons"]) == (date(2026, 2, 28), None, ["any_day"])


def test_letting_it_lapse_is_always_open_and_shows_its_gap() -> None:
    row = ways_of(date(2025, 12, 1), [])["let_lapse"]

    assert (row["state"], row["gap_days"]) == ("possible", 234 + 60 - 90)


def test_what_renews_by_itself_lapses_only_if_it_is_stopped() -> None:
    row = ways_of(BEFORE, [{**TWO[0], "mode": "automatic"}])["let_lapse"]

    assert (row["last_on"], row["reasons"]) == (date(2025, 8, 28), ["renews_by_itself"])


def test_a_contract_without_an_end_does_not_lapse_and_can_be_procured_anew_any_day() -> None:
    found = ways_of(BEFORE, [], initial_end_on=None, is_until_further_notice=True)

    assert (found["let_lapse"]["state"], found["reprocure"]["state"]) == ("not_offered", "possible")


@pytest.mark.parametrize(("step", "expected"), [(None, "not_offered"), (3, "not_offered"), (4, "possible_with_risk")])
def test_ending_for_breach_goes_only_by_the_fourth_step(step: int | None, expected: str) -> None:
    assert state("end_for_breach", BEFORE, step=step) == expected


def test_without_a_known_risk_beginning_anew_in_time_is_still_a_risk() -> None:
    row = ways_of(BEFORE, review_risk=None)["reprocure"]

    assert (row["state"], row["reasons"], row["gap_days"]) == ("possible_with_risk", ["review_risk_unclear"], None)


def test_every_contract_has_every_way_once_in_its_order() -> None:
    frame = dated_frame([{**EXAMPLE}, {**EXAMPLE, "initial_end_on": None}], [], BEFORE)

    found = ways(frame, BEFORE)

    assert found.select("contract_id", "way").rows() == [(number, way) for number in (1, 2) for way in KEYS]


def test_the_counts_of_the_portfolio_are_those_of_the_contracts() -> None:
    rows = ways(dated(BEFORE), BEFORE)

    counted = count_ways(rows)

    assert counted.group_by("way").agg(pl.col("contracts").sum())["contracts"].to_list() == [1] * len(KEYS)
    assert counted.filter(pl.col("contracts") == 1).select("way", "state").rows() == rows.select("way", "state").rows()


def test_a_forecast_shortens_an_extension_and_closes_nothing_even_when_its_day_has_passed() -> None:
    forecast = {"ceiling_forecast_on": date(2025, 4, 30)}

    row = ways_of(BEFORE, **forecast)["extend"]

    assert (row["state"], row["last_on"]) == ("possible", date(2025, 8, 28))
    assert row["ends_on"] == date(2025, 4, 30)
    assert row["reasons"] == ["ceiling_forecast"]


def test_a_forecast_before_the_end_moves_the_end_and_the_start_of_the_next_procurement_and_is_said() -> None:
    plain, found = dated(BEFORE).row(0, named=True), dated(BEFORE, ceiling_forecast_on=date(2026, 1, 31))

    row = found.row(0, named=True)
    assert (row["effective_end"], row["is_end_forecast"]) == (date(2026, 1, 31), True)
    assert row["current_end"] == plain["current_end"] == date(2026, 2, 28)
    assert row["reprocure_start_latest"] < plain["reprocure_start_latest"]
    assert row["decision_gate"] == row["reprocure_start_latest"]
    for way in ("reprocure", "let_lapse"):
        assert "ceiling_forecast" in ways_of(BEFORE, ceiling_forecast_on=date(2026, 1, 31))[way]["reasons"]


@pytest.mark.parametrize(
    ("contract", "is_forecast"),
    [
        ({}, False),
        ({"ceiling_forecast_on": date(2026, 2, 28)}, False),
        ({"ceiling_forecast_on": date(2026, 2, 27)}, True),
        ({"ceiling_forecast_on": date(2026, 2, 27), "exhausted_on": date(2025, 4, 1)}, False),
        ({"ceiling_forecast_on": date(2030, 1, 1), "initial_end_on": None, "is_until_further_notice": True}, True),
    ],
)
def test_only_an_end_that_comes_from_the_forecast_is_called_one(contract: Row, is_forecast: bool) -> None:
    assert dated(BEFORE, [], **contract)["is_end_forecast"].item() is is_forecast
