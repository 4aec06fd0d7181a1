"""Filters: the round trip through the URL, and what happens to an address that asks for what there is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filters import (
    BAD_PERIOD,
    UNKNOWN,
    Filters,
    add_months,
    from_query,
    months_between,
    rolling,
    to_query,
)
from dashboard.rules.scope import NOT_STATED

DEFAULT = rolling(202610)
KNOWN = {"unit_id": {1, 2}, "category_id": {7}, "supplier_id": {30}}
months = st.builds(lambda year, month: year * 100 + month, st.integers(1990, 2090), st.integers(1, 12))


def test_the_default_is_the_twelve_months_that_end_with_the_last():
    assert rolling(202610) == Filters(202511, 202610)


def test_the_default_leaves_no_trace_in_the_address():
    assert to_query(DEFAULT, DEFAULT) == {}


@given(
    first=months,
    last=months,
    unit=st.sampled_from([None, NOT_STATED, 1, 2]),
    category=st.sampled_from([None, NOT_STATED, 7]),
    supplier=st.sampled_from([None, NOT_STATED, 30]),
)
def test_every_choice_comes_back_from_its_address(first, last, unit, category, supplier):
    chosen = Filters(min(first, last), max(first, last), unit, category, supplier)

    came_back, notes = from_query(to_query(chosen, DEFAULT), DEFAULT, KNOWN)

    assert came_back == chosen
    assert notes == []


@pytest.mark.parametrize(
    ("key", "field"), [("forvaltning", "unit_id"), ("kategori", "category_id"), ("leverantor", "supplier_id")]
)
@pytest.mark.parametrize("written", ["99", "-1", "", "en", "1; drop table", "²"])
def test_an_id_nobody_knows_is_left_out_and_said_so(key, field, written):
    filters, notes = from_query({key: written}, DEFAULT, KNOWN)

    assert filters == DEFAULT
    assert notes == [UNKNOWN[field]]


@pytest.mark.parametrize("query", [{"fran": "202613"}, {"fran": "november"}, {"fran": "202611", "till": "202601"}])
def test_a_period_that_cannot_be_gives_the_default_and_says_so(query):
    filters, notes = from_query(query, DEFAULT, KNOWN)

    assert filters == DEFAULT
    assert notes == [BAD_PERIOD]


def test_a_bad_part_does_not_take_a_good_one_along():
    filters, notes = from_query({"forvaltning": "2", "kategori": "99"}, DEFAULT, KNOWN)

    assert filters.unit_id == 2
    assert notes == [UNKNOWN["category_id"]]


@given(period=months, steps=st.integers(-600, 600))
def test_stepping_months_back_and_forth_comes_to_the_same_month(period, steps):
    assert add_months(add_months(period, steps), -steps) == period


def test_months_are_counted_with_both_ends():
    assert months_between(202511, 202602) == [202511, 202512, 202601, 202602]


@pytest.mark.parametrize("month", ["000001", "999912", "196912", "210001"])
def test_a_month_of_no_ledger_in_the_address_is_no_month(month: str) -> None:
    default = Filters(202511, 202610)

    read, notes = from_query({"fran": month, "till": month}, default, {})

    assert (read, len(notes)) == (default, 1)
