"""What follows a contract: one already signed, one planned, or others that cover the same need."""

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.rules.needs.successors import next_contracts
from tests.dashboard.rules.needs.build import PLAN, SCOPE, TODAY, TREE, contract, contracts, covered_from

Needs = list[tuple[int, int, int | None]]
CATEGORIES: dict[int, int | None] = {1: None, 2: 1, 3: 1, 4: 2}
UNITS: dict[int, int | None] = {1: None, 2: 1, 3: None}


def followed(
    *rows: dict[str, Any], plan: list[dict[str, Any]] | None = None, scope: Needs | None = None
) -> dict[int, tuple[date, str]]:
    """contract -> the day it is followed, and by what."""
    found = next_contracts(
        contracts(*rows),
        pl.DataFrame(plan or [], schema=PLAN),
        pl.DataFrame(scope or [], schema=SCOPE, orient="row"),
        pl.DataFrame(list(CATEGORIES.items()), schema=TREE, orient="row"),
        pl.DataFrame(list(UNITS.items()), schema=TREE, orient="row"),
        TODAY,
    )
    return {key: (day, by) for key, day, by in found.iter_rows()}


def planned(**said: Any) -> dict[str, Any]:
    return {"contract_id": 1, "sign_on": date(2027, 3, 1), "state": "planned"} | said


def test_a_planned_procurement_counts_from_the_day_it_is_to_be_signed() -> None:
    assert followed(contract(), plan=[planned()]) == {1: (date(2027, 3, 1), "plan")}


@pytest.mark.parametrize("said", [{"state": "cancelled"}, {"sign_on": None}, {"sign_on": TODAY - timedelta(1)}])
def test_a_plan_that_was_dropped_has_no_day_or_missed_it_is_nothing_to_rely_on(said: dict[str, Any]) -> None:
    assert followed(contract(), plan=[planned(**said)]) == {}


def test_a_signed_procurement_counts_though_its_day_has_passed() -> None:
    signed = planned(state="signed", sign_on=date(2026, 10, 1))

    assert followed(contract(), plan=[signed]) == {1: (date(2026, 10, 1), "plan")}


def test_a_contract_made_in_its_place_counts_from_its_own_start() -> None:
    successor = contract(2, start_on=date(2027, 2, 1), ends_on=None)

    assert followed(contract(), successor, plan=[planned(successor_id=2)]) == {1: (date(2027, 2, 1), "plan")}


def test_another_contract_for_the_same_need_takes_over_the_day_after() -> None:
    other = contract(2, ends_on=date(2027, 6, 30))

    assert followed(contract(), other, scope=[(1, 2, None), (2, 2, None)]) == {1: (date(2027, 1, 1), "contract")}


@pytest.mark.parametrize(
    ("mine", "others", "is_covered"),
    [
        ((4, None), (1, None), True),  # a wider category
        ((1, None), (4, None), False),  # a narrower one
        ((2, 2), (2, 1), True),  # the department above
        ((2, None), (2, 1), False),  # only one department of all
        ((2, 3), (2, 1), False),  # another department
    ],
)
def test_a_need_is_covered_by_what_is_as_wide_or_wider(
    mine: tuple[int, int | None], others: tuple[int, int | None], is_covered: bool
) -> None:
    found = followed(contract(), contract(2, ends_on=None), scope=[(1, *mine), (2, *others)])

    assert (1 in found) == is_covered


def test_all_that_a_contract_covers_must_be_covered() -> None:
    other = contract(2, ends_on=None)

    assert followed(contract(), other, scope=[(1, 2, None), (1, 3, None), (2, 2, None)]) == {}


def test_a_contract_that_ends_no_later_takes_nothing_over() -> None:
    assert followed(contract(), contract(2), scope=[(1, 2, None), (2, 2, None)]) == {}


DAYS = st.integers(-300, 300).map(lambda days: TODAY + timedelta(days=days))
ROW = st.fixed_dictionaries({"start_on": st.none() | DAYS, "ends_on": st.none() | DAYS})
NEED = st.tuples(st.integers(1, 4), st.sampled_from(list(CATEGORIES)), st.none() | st.sampled_from(list(UNITS)))


@settings(max_examples=100, deadline=None)
@given(st.lists(ROW, min_size=4, max_size=4), st.lists(NEED, max_size=8, unique=True))
def test_it_agrees_with_trying_each_need_against_each_contract(said: list[dict[str, Any]], scope: Needs) -> None:
    rows = [contract(key, **one) for key, one in enumerate(said, start=1)]

    found = followed(*rows, scope=scope)

    slow = {
        row["contract_id"]: (day, "contract")
        for row in rows
        if row["ends_on"] and (day := covered_from(row, rows, scope, CATEGORIES, UNITS))
    }
    assert found == slow
