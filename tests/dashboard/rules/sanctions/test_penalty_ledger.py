"""Where each penalty stands, and what we had a right to and did not take."""

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.rules.sanctions.penalty_ledger import PARTS, lost_by, penalty_ledger
from tests.dashboard.frames import rows_of

TODAY = date(2026, 11, 16)
USUAL = 180
RIGHT = {"clause_id": 1, "contract_id": 1, "supplier_id": 1, "entitled_ore": 75_000_00, "arithmetic": "", "version": 1}


def ledger(events: list[dict[str, Any]], to_on: date | None = date(2026, 11, 1), **clause: Any) -> dict[str, Any]:
    """The one penalty as it stands after these events."""
    penalties = rows_of("penalty", [{**RIGHT, "from_on": date(2026, 10, 16), "to_on": to_on}])
    terms = {"contract_id": 1, "clause": "12.3", "unit": "started_week", "needs_notice": False, **clause}
    every = [{"penalty_id": 1, "sequence": at, "who": "k", **event} for at, event in enumerate(events, start=1)]
    found = penalty_ledger(penalties, rows_of("penalty_event", every), rows_of("penalty_clause", [terms]), USUAL, TODAY)
    return found.row(0, named=True)


def event(state: str, amount_ore: int = 75_000_00, **more: Any) -> dict[str, Any]:
    return {"state": state, "amount_ore": amount_ore, "happened_on": date(2026, 11, 2), **more}


def parts(row: dict[str, Any]) -> dict[str, int]:
    return {name: row[name] for name in (*PARTS, "lost_ore") if row[name]}


def test_a_right_that_can_still_be_claimed_is_under_way() -> None:
    row = ledger([event("entitled")])

    assert (row["state"], row["is_lapsed"], row["claim_by"]) == ("entitled", False, date(2026, 11, 1) + timedelta(180))
    assert parts(row) == {"under_way_ore": 75_000_00}


def test_a_right_not_claimed_in_the_contracts_time_is_lost() -> None:
    assert parts(ledger([event("entitled")], claim_within_days=14)) == {
        "not_claimed_ore": 75_000_00,
        "lost_ore": 75_000_00,
    }


def test_the_last_day_to_claim_is_not_too_late() -> None:
    assert not ledger([event("entitled")], claim_within_days=15)["is_lapsed"]


def test_a_delay_that_goes_on_has_no_last_day_to_claim() -> None:
    row = ledger([event("entitled")], to_on=None, claim_within_days=1)

    assert row["claim_by"] is None
    assert parts(row) == {"under_way_ore": 75_000_00}


def test_what_was_waived_is_lost_whole() -> None:
    row = ledger([event("entitled"), event("claimed"), event("waived", reason="skäl")])

    assert parts(row) == {"waived_ore": 75_000_00, "lost_ore": 75_000_00}


def test_a_claim_lowered_is_lost_in_part() -> None:
    row = ledger([event("entitled"), event("claimed"), event("decided", 50_000_00, reason="förlikning")])

    assert parts(row) == {"under_way_ore": 50_000_00, "reduced_ore": 25_000_00, "lost_ore": 25_000_00}


def test_money_received_is_not_lost() -> None:
    states = ("entitled", "claimed", "decided", "invoiced", "received")

    assert parts(ledger([event(state) for state in states])) == {"received_ore": 75_000_00}


def test_a_number_given_later_belongs_to_the_state_it_was_given_in() -> None:
    claimed = event("claimed", reason="sen leverans")
    numbered = ledger([event("entitled"), claimed, event("claimed", registration_number="KS 2026/9")])
    moved_on = ledger([event("entitled"), event("claimed", registration_number="KS 2026/9"), event("decided")])

    assert (numbered["registration_number"], numbered["reason"]) == ("KS 2026/9", "sen leverans")
    assert moved_on["registration_number"] is None


def test_the_order_of_the_rows_does_not_matter_only_their_sequence() -> None:
    rows = [event("claimed", sequence=2), event("entitled", sequence=1), event("waived", sequence=3)]

    assert ledger(rows)["state"] == "waived"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["entitled", "claimed", "decided", "invoiced", "received", "waived"]),
            st.integers(0, 10**9),
            st.integers(0, 400),
            st.integers(1, 3),
        ),
        max_size=12,
    )
)
def test_the_parts_agree_with_adding_up_by_hand(given_rows: list[tuple[str, int, int, int]]) -> None:
    ends = [TODAY - timedelta(days=days) for _, _, days, _ in given_rows]
    penalties = rows_of(
        "penalty",
        [
            {**RIGHT, "supplier_id": supplier, "from_on": end, "to_on": end, "entitled_ore": 5 * 10**8}
            for (_, _, _, supplier), end in zip(given_rows, ends, strict=True)
        ],
    )
    events = [
        {"penalty_id": at, "sequence": 1, "state": state, "amount_ore": amount, "happened_on": TODAY, "who": "k"}
        for at, (state, amount, _, _) in enumerate(given_rows, start=1)
    ]
    clause = rows_of("penalty_clause", [{"contract_id": 1, "clause": "1", "unit": "day", "needs_notice": False}])

    found = penalty_ledger(penalties, rows_of("penalty_event", events), clause, USUAL, TODAY)

    by_hand: dict[int, int] = {}
    for state, amount, days, supplier in given_rows:
        lost = max(5 * 10**8 - amount, 0)
        if state == "waived" or (state == "entitled" and days > USUAL):
            lost = 5 * 10**8
        elif state == "entitled":
            lost = 0
        by_hand[supplier] = by_hand.get(supplier, 0) + lost
    assert dict(lost_by(found, "supplier_id").select("supplier_id", "lost_ore").iter_rows()) == by_hand


@pytest.mark.parametrize("name", [*PARTS, "lost_ore"])
def test_no_penalties_are_no_rows_and_keep_the_columns(name: str) -> None:
    found = penalty_ledger(
        rows_of("penalty", []), rows_of("penalty_event", []), rows_of("penalty_clause", []), USUAL, TODAY
    )

    assert found.is_empty()
    assert found.schema[name] == pl.Int64
