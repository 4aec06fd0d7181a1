"""Options, tacit renewal, month ends and bad registers: each mistake others made, and what is then not computed."""

from datetime import date

import polars as pl
import pytest

from dashboard.rules.decisions.day_algebra import closed_weekdays, decide_by, extend_end, subtract_months
from tests.dashboard.rules.decisions.build import TWO, Row, dates, why

TODAY = date(2025, 5, 1)
RENEWING: Row = {
    "start_on": date(2020, 1, 1),
    "initial_end_on": date(2022, 12, 31),
    "is_until_further_notice": True,
    "type": "kontrakt",
}
YEARLY: list[Row] = [{"mode": "automatic", "call_deadline_months": 3}]


@pytest.mark.parametrize(
    ("end", "months", "notice"),
    [
        (date(2026, 2, 28), 6, date(2025, 8, 28)),
        (date(2026, 8, 31), 6, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2028, 2, 29), 48, date(2024, 2, 29)),
        (date(2026, 12, 31), 9, date(2026, 3, 31)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 5, 30), 3, date(2026, 2, 28)),
    ],
)
def test_notice_in_months_is_never_later_than_the_same_day(end: date, months: int, notice: date) -> None:
    assert pl.select(subtract_months(pl.lit(end), pl.lit(months))).item() == notice


@pytest.mark.parametrize(
    ("end", "months", "extended"),
    [
        (date(2026, 2, 28), 12, date(2027, 2, 28)),
        (date(2026, 2, 28), 24, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 6, 30), 1, date(2026, 7, 31)),
        (date(2026, 11, 15), 12, date(2027, 11, 15)),
    ],
)
def test_a_term_that_ends_with_a_month_goes_on_ending_with_one(end: date, months: int, extended: date) -> None:
    assert pl.select(extend_end(pl.lit(end), pl.lit(months))).item() == extended


@pytest.mark.parametrize(
    ("deadline", "by"),
    [
        (date(2025, 8, 28), date(2025, 6, 30)),
        (date(2024, 8, 1), date(2024, 6, 28)),  # 30 June is a Sunday
        (date(2025, 7, 31), date(2025, 6, 30)),  # 1 July moves to the day before
        (date(2025, 9, 9), date(2025, 6, 30)),  # 10 August is a Sunday, and the Friday before is in the summer
        (date(2025, 9, 10), date(2025, 8, 11)),
        (date(2026, 7, 20), date(2026, 6, 18)),  # 20 June is the Saturday after midsommarafton
        (date(2026, 1, 25), date(2025, 12, 23)),  # 26 December, then the eve before
    ],
)
def test_the_day_to_decide_is_a_working_day_outside_the_summer(deadline: date, by: date) -> None:
    closed = closed_weekdays(2023, 2027)

    assert pl.select(decide_by(pl.lit(deadline), pl.lit(30), closed)).item() == by


def test_an_option_that_the_supplier_must_accept_is_decided_on_earlier() -> None:
    options = [{"mode": "mutual", "call_deadline_months": 3}]

    assert dates(TODAY, options)["option_decide_by"] == date(2025, 9, 29)  # sixty days before 28 November


def test_a_written_last_day_goes_before_the_months() -> None:
    options = [{"call_deadline_months": 6, "call_deadline_on": date(2025, 10, 1)}]

    assert dates(TODAY, options)["option_call_deadline"] == date(2025, 10, 1)


@pytest.mark.parametrize(
    ("today", "stop", "end"),
    [
        (date(2021, 6, 1), date(2022, 9, 30), date(2022, 12, 31)),
        (date(2022, 9, 30), date(2022, 9, 30), date(2022, 12, 31)),
        (date(2022, 10, 1), date(2023, 9, 30), date(2023, 12, 31)),
        (date(2026, 11, 16), date(2027, 9, 30), date(2027, 12, 31)),
    ],
)
def test_three_years_and_then_a_year_at_a_time_is_stopped_three_months_before_the_term_that_runs(
    today: date, stop: date, end: date
) -> None:
    found = dates(today, YEARLY, **RENEWING)

    assert (found["auto_extension_stop"], found["current_end"]) == (stop, end)


def test_after_the_first_renewal_the_notice_is_counted_from_the_term_that_runs() -> None:
    renewed = {**RENEWING, "is_until_further_notice": False, "notice_buyer_months": 3}

    found = dates(date(2023, 2, 1), [*YEARLY, *YEARLY], **renewed)

    assert found["notice_deadline"] == found["auto_extension_stop"] == date(2023, 9, 30)
    assert (found["current_end"], found["max_end"]) == (date(2023, 12, 31), date(2024, 12, 31))


def test_the_contracts_notice_stops_a_renewal_that_has_no_rule_of_its_own() -> None:
    found = dates(date(2021, 6, 1), [{"mode": "automatic"}], **{**RENEWING, "notice_buyer_months": 3})

    assert found["auto_extension_stop"] == date(2022, 9, 30)


def test_a_renewal_that_was_stopped_in_time_does_not_happen() -> None:
    stopped = [{**YEARLY[0], "declined_on": date(2022, 9, 1)}]

    found = dates(date(2022, 11, 1), stopped, **{**RENEWING, "is_until_further_notice": False})

    assert found["current_end"] == date(2022, 12, 31)
    assert (found["next_state"], found["options_left"]) == ("declined", 0)


def test_a_contract_that_renews_without_an_end_has_no_last_day_and_says_so() -> None:
    told = why(date(2026, 11, 16), YEARLY, **RENEWING)

    assert told["max_end"] == ["automatic_without_end"]
    assert "automatic_without_end" in told["faults"]


def test_an_option_called_later_than_the_day_asked_about_is_not_called_yet() -> None:
    options = [{**TWO[0], "exercised_on": date(2025, 8, 1)}]

    assert dates(date(2025, 7, 31), options)["current_end"] == date(2026, 2, 28)
    assert dates(date(2025, 8, 1), options)["current_end"] == date(2027, 2, 28)


def test_a_missed_option_is_no_longer_left() -> None:
    found = dates(date(2025, 8, 29))

    assert (found["next_state"], found["options_left"]) == ("lapsed", 0)
    assert found["end_possible"] == date(2026, 2, 28)
    assert found["option_call_deadline"] == date(2025, 8, 28)


def test_a_termination_cuts_the_term_and_takes_the_options_with_it() -> None:
    found = dates(TODAY, terminated_on=date(2025, 10, 31))

    assert found["current_end"] == found["max_end"] == date(2025, 10, 31)
    assert found["options_left"] == 0


def test_a_ceiling_used_up_before_the_end_is_the_end_that_counts() -> None:
    found = dates(TODAY, exhausted_on=date(2025, 12, 31))

    assert found["effective_end"] == date(2025, 12, 31)
    assert found["reprocure_start_latest"] == date(2025, 3, 13)
    assert found["gap_days"] == 49  # begun on 1 May and not on 13 March


def test_the_gap_is_counted_from_the_last_end_that_can_still_be_reached() -> None:
    used = [{**row, "exercised_on": date(2025, 2, 3)} for row in TWO]

    assert dates(date(2025, 6, 1))["gap_days"] == 0  # the options bridge it
    assert dates(date(2028, 1, 1), used)["gap_days"] == 234 + 60 - 60
    assert dates(date(2025, 6, 1), [])["gap_days"] == 21


@pytest.mark.parametrize(
    ("name", "options", "changed", "codes"),
    [
        ("current_end", TWO, {"initial_end_on": date(2023, 2, 28)}, ["end_before_start"]),
        ("current_end", [], {"initial_end_on": None}, ["end_missing"]),
        ("decision_gate", [], {"initial_end_on": None}, ["end_missing"]),
        ("current_end", [], {"initial_end_on": None, "is_until_further_notice": True}, ["open_ended"]),
        ("option_call_deadline", [{}], {}, ["option_call_rule_missing"]),
        ("decision_gate", [{}], {}, ["option_call_rule_missing"]),
        ("option_call_deadline", [{"call_deadline_on": date(2026, 3, 1)}], {}, ["call_deadline_after_end"]),
        ("option_call_deadline", [{"call_deadline_months": -1}], {}, ["call_deadline_after_end"]),
        ("option_call_deadline", [], {}, ["no_option"]),
        ("notice_deadline", [], {"notice_buyer_months": None}, ["notice_missing"]),
        (
            "notice_deadline",
            [],
            {"initial_end_on": None, "is_until_further_notice": True},
            ["desired_end_missing"],
        ),
        ("reprocure_start_latest", [], {"procedure": None, "complexity": "enkel"}, ["procedure_missing"]),
        ("reprocure_start_latest", [], {"procedure": "efter känsla", "complexity": "enkel"}, ["procedure_unknown"]),
        ("reprocure_start_latest", [], {"procedure": "förenklat förfarande"}, ["complexity_missing"]),
        (
            "reprocure_start_latest",
            [],
            {"procedure": "FÖRENKLAT  förfarande", "complexity": "komplex"},
            ["lead_time_missing"],
        ),
        ("decision_gate", [], {"review_risk": None}, ["review_risk_missing"]),
        ("gap_days", [], {"review_risk": "vet ej"}, ["review_risk_unknown"]),
        ("gap_days", [], {"review_risk": "kritisk"}, ["buffer_missing"]),
    ],
)
def test_a_date_that_cannot_be_computed_is_left_out_and_says_why(
    name: str, options: list[Row], changed: Row, codes: list[str]
) -> None:
    assert dates(TODAY, options, **changed)[name] is None
    assert why(TODAY, options, **changed)[name] == codes


def test_what_is_known_says_nothing_is_missing() -> None:
    told = why(TODAY)

    assert all(codes == [] for name, codes in told.items() if name != "id")


@pytest.mark.parametrize(
    ("changed", "is_fault"),
    [
        ({"type": "ramavtal", "initial_end_on": date(2028, 2, 29)}, False),
        ({"type": "ramavtal", "initial_end_on": date(2028, 3, 1)}, True),
        ({"type": "kontrakt", "initial_end_on": date(2029, 2, 28)}, False),
        ({"type": "ramavtal", "regime": "luf", "initial_end_on": date(2029, 2, 28)}, False),
        ({"type": "ramavtal", "initial_end_on": None, "is_until_further_notice": True}, True),
    ],
)
def test_a_framework_agreement_over_four_years_is_a_fault(changed: Row, is_fault: bool) -> None:
    assert ("framework_over_four_years" in why(TODAY, [], **changed)["faults"]) is is_fault


def test_an_option_called_before_the_one_in_front_of_it_is_a_fault() -> None:
    options = [TWO[0], {**TWO[1], "exercised_on": date(2025, 4, 1)}]

    assert "option_out_of_order" in why(TODAY, options)["faults"]
    assert dates(TODAY, options)["current_end"] == date(2027, 2, 28)


def test_no_notice_is_a_fault_only_where_nothing_else_ends_the_contract() -> None:
    is_open = {"initial_end_on": None, "is_until_further_notice": True, "notice_buyer_months": None}

    assert "open_notice_missing" in why(TODAY, [], **is_open)["faults"]
    assert why(TODAY, [], notice_buyer_months=None)["faults"] == []
