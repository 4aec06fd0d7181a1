"""Candidates to buy together, and what the unknown can do to a share."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.rules.compliance import Interval
from dashboard.rules.pooling import pooling_candidates
from dashboard.rules.unknown_interval import with_unknown

CONTRACTS = pl.DataFrame({"id": [1, 2, 3], "is_pooled": [True, False, None]})
SCHEMA = {
    "category_id": pl.Int32,
    "unit_id": pl.Int32,
    "supplier_id": pl.Int32,
    "contract_id": pl.Int32,
    "line_class": pl.String,
    "amount_ore": pl.Int64,
}


def bought(units: int, suppliers: int, contract: int | None = None, letter: str | None = "F") -> pl.DataFrame:
    """A category bought by so many departments from so many suppliers, a krona each."""
    rows = [(1, unit, supplier, contract, letter, 100) for unit in range(units) for supplier in range(suppliers)]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def test_a_category_many_departments_buy_from_many_suppliers_is_a_candidate() -> None:
    assert pooling_candidates(bought(3, 5), CONTRACTS).rows() == [(1, 1_500, 3, 5)]


@pytest.mark.parametrize(("units", "suppliers"), [(2, 9), (9, 4)])
def test_few_departments_or_few_suppliers_are_no_candidate(units: int, suppliers: int) -> None:
    assert pooling_candidates(bought(units, suppliers), CONTRACTS).is_empty()


def test_what_is_on_a_pooled_contract_is_pooled_already() -> None:
    assert pooling_candidates(bought(3, 5, contract=1, letter="B"), CONTRACTS).is_empty()


@pytest.mark.parametrize("contract", [2, 3])
def test_a_contract_not_known_to_be_pooled_is_not(contract: int) -> None:
    assert pooling_candidates(bought(3, 5, contract=contract, letter="B"), CONTRACTS).height == 1


def test_what_cannot_be_competed_for_cannot_be_pooled() -> None:
    assert pooling_candidates(bought(3, 5, letter=None), CONTRACTS).is_empty()


def test_the_unknown_widens_a_share_to_both_sides() -> None:
    assert with_unknown(0.5, 0.5) == Interval(0.25, 0.5, 0.75)
    assert with_unknown(0.8, 1.0) == Interval(0.8, 0.8, 0.8)
    assert with_unknown(None, 0.5) is None


@given(st.integers(0, 1000), st.integers(1, 1000), st.integers(0, 1000))
def test_it_is_the_same_as_counting_the_unknown_as_bad_and_as_good(good: int, bad: int, unknown: int) -> None:
    known = good + bad
    found = with_unknown(good / known, known / (known + unknown))

    assert found is not None
    assert found.low == pytest.approx(good / (known + unknown))
    assert found.high == pytest.approx((good + unknown) / (known + unknown))
