"""What became of each option by a day, and from when to when it extends: what a timeline draws."""

from datetime import date

import pytest

from dashboard.rules.decisions.decision_dates import option_dates
from tests.build import frame
from tests.dashboard.rules.decisions.build import EXAMPLE, TWO, Row

BEFORE = date(2025, 5, 1)
THREE: list[Row] = [*TWO, {"call_deadline_months": 6}]


def states(today: date, options: list[Row], **contract: object) -> list[Row]:
    numbered = [{"contract_id": 1, "sequence": place, **row} for place, row in enumerate(options, start=1)]
    contracts = frame("contracts", [{**EXAMPLE, **contract}])
    return option_dates(contracts, frame("options", numbered), today).to_dicts()


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, ["open", "waiting", "waiting"]),
        ({0: {"exercised_on": BEFORE}}, ["used", "open", "waiting"]),
        ({0: {"exercised_on": date(2025, 5, 2)}}, ["open", "waiting", "waiting"]),
        ({0: {"exercised_on": BEFORE}, 1: {"declined_on": BEFORE}}, ["used", "declined", "closed"]),
        ({0: {"call_deadline_on": date(2025, 4, 30)}}, ["lapsed", "closed", "closed"]),
        ({0: {"mode": "automatic", "call_deadline_on": date(2025, 4, 30)}}, ["used", "open", "waiting"]),
        ({1: {"exercised_on": BEFORE}}, ["open", "used", "waiting"]),
    ],
)
def test_every_option_has_a_state_on_the_day(changed: dict[int, Row], expected: list[str]) -> None:
    options = [{**row, **changed.get(place, {})} for place, row in enumerate(THREE)]

    assert [row["state"] for row in states(BEFORE, options)] == expected


def test_the_options_extend_each_from_the_end_of_the_one_before() -> None:
    found = states(BEFORE, THREE)

    assert [(row["begins_on"], row["ends_on"]) for row in found] == [
        (date(2026, 2, 28), date(2027, 2, 28)),
        (date(2027, 2, 28), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2029, 2, 28)),
    ]
    assert [row["call_deadline"] for row in found] == [date(2025, 8, 28), date(2026, 8, 28), date(2027, 8, 29)]


def test_a_contract_that_renews_for_ever_shows_what_has_been_and_the_next_term() -> None:
    found = states(
        date(2026, 11, 16),
        [{"mode": "automatic", "call_deadline_months": 3}],
        initial_end_on=date(2022, 12, 31),
        start_on=date(2020, 1, 1),
        is_until_further_notice=True,
    )

    assert [(row["state"], row["length_months"], row["ends_on"]) for row in found] == [
        ("used", 12, date(2023, 12, 31)),
        ("used", 48, date(2027, 12, 31)),
        ("open", 12, date(2028, 12, 31)),
    ]


def test_an_option_of_a_contract_that_cannot_be_is_not_told_of() -> None:
    assert states(BEFORE, TWO, initial_end_on=date(2020, 1, 1)) == []


def test_a_slip_of_the_pen_does_not_stop_the_rest() -> None:
    found = states(BEFORE, TWO, start_on=None, initial_end_on=date(206, 2, 28))

    assert [row["state"] for row in found] == ["lapsed", "closed"]
