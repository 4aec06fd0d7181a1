"""From a right to money received or a decision to waive it: which steps may be taken, and what they need."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.rules.sanctions.penalty_moves import NEXT, Standing, Step, claim_by, obstacles

TODAY = date(2026, 11, 16)
RIGHT = Standing("entitled", 75_000_00, 75_000_00, date(2026, 10, 1))
CLAIM = Step("claimed", date(2026, 11, 10), 75_000_00)
WAIVE = Step("waived", date(2026, 11, 10), 75_000_00, "Förseningen berodde på oss själva", "KS 2026/77")


def test_a_right_may_be_claimed() -> None:
    assert obstacles(RIGHT, CLAIM, TODAY) == ()


@pytest.mark.parametrize(
    ("state", "wanted"), [(a, b) for a in NEXT for b in NEXT if b != a and b not in NEXT[a]], ids=str
)
def test_no_step_is_skipped_and_none_is_taken_back(state: str, wanted: str) -> None:
    step = replace(WAIVE, state=wanted)

    assert "penalty_no_such_move" in obstacles(replace(RIGHT, state=state), step, TODAY)


@pytest.mark.parametrize("state", ["entitled", "claimed", "decided"])
def test_a_penalty_may_be_waived_with_a_reason_and_a_number_until_it_is_invoiced(state: str) -> None:
    assert obstacles(replace(RIGHT, state=state), WAIVE, TODAY) == ()


def test_waiving_needs_twenty_characters_of_reason_and_a_registration_number_and_says_both() -> None:
    step = replace(WAIVE, reason=f" {'x' * 19} ", registration_number=" ")

    assert obstacles(RIGHT, step, TODAY) == ("penalty_waive_reason", "penalty_waive_number")
    assert obstacles(RIGHT, replace(WAIVE, reason="x" * 20), TODAY) == ()


def test_an_amount_goes_down_with_a_reason() -> None:
    assert obstacles(RIGHT, replace(CLAIM, amount_ore=1), TODAY) == ("penalty_lower_reason",)
    assert obstacles(RIGHT, replace(CLAIM, amount_ore=1, reason="enligt förlikning"), TODAY) == ()


def test_more_than_the_right_needs_a_reason() -> None:
    more = replace(CLAIM, amount_ore=75_000_01)

    assert obstacles(RIGHT, more, TODAY) == ("penalty_higher_reason",)
    assert obstacles(RIGHT, replace(more, reason="ränta enligt avtalets punkt 12"), TODAY) == ()


def test_a_claim_above_the_right_that_has_its_reason_already_goes_on_without_one() -> None:
    claimed = replace(RIGHT, state="claimed", amount_ore=80_000_00)

    assert obstacles(claimed, Step("decided", TODAY, 80_000_00), TODAY) == ()


def test_the_day_is_not_in_the_future_and_not_before_what_has_happened() -> None:
    assert obstacles(RIGHT, replace(CLAIM, happened_on=date(2026, 11, 17)), TODAY) == ("penalty_day_ahead",)
    assert obstacles(RIGHT, replace(CLAIM, happened_on=date(2026, 9, 30)), TODAY) == ("penalty_day_before_last",)


def test_a_clause_that_needs_notice_gives_no_claim_before_the_supplier_was_told() -> None:
    untold = replace(RIGHT, needs_notice=True, is_noticed=False)

    assert obstacles(untold, CLAIM, TODAY) == ("penalty_no_notice",)
    assert obstacles(untold, WAIVE, TODAY) == ()
    assert obstacles(replace(untold, is_noticed=True), CLAIM, TODAY) == ()


def test_the_time_to_claim_is_the_contracts_else_the_usual_one_and_begins_when_the_delay_ends() -> None:
    first, last = date(2026, 1, 1), date(2026, 1, 17)

    assert claim_by("started_week", first, last, 30, 180) == date(2026, 2, 16)
    assert claim_by("started_week", first, last, None, 180) == date(2026, 7, 16)
    assert claim_by("started_week", first, None, 30, 180) is None
    assert claim_by("event", first, None, 30, 180) == date(2026, 1, 31)
