"""The five measures of contract compliance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.rules.compliance import Interval, compliance

GOLDEN = {"A": 118.4, "B": 143.2, "C": 21.7, "D": 36.5, "E": 29.8, "F": 18.9, "U": 24.5}


def per_cent(interval: Interval | None) -> tuple[float, float, float]:
    assert interval is not None
    return round(interval.low * 100, 2), round(interval.point * 100, 2), round(interval.high * 100, 2)


def test_the_golden_vector_of_the_specification():
    measured = compliance(GOLDEN)

    assert per_cent(measured.supplier) == (72.09, 76.88, 78.32)
    assert per_cent(measured.contract) == (77.49, 83.55, 84.75)
    assert measured.evidence == pytest.approx(0.4526, abs=5e-5)
    assert measured.covered == pytest.approx(0.8497, abs=5e-5)
    assert measured.lawful == pytest.approx(0.8090, abs=5e-5)
    assert measured.coverage == pytest.approx(0.9377, abs=5e-5)


def test_a_wrong_price_is_on_contract_but_not_a_right_price():
    measured = compliance({"A": 60, "A-": 20, "B": 20})

    assert measured.price == 0.75
    assert measured.evidence == 0.8
    assert per_cent(measured.contract) == (100, 100, 100)


def test_a_documented_direct_award_is_lawful_and_outside_the_contract_measure():
    measured = compliance({"B": 50, "D": 50})

    assert per_cent(measured.contract) == (100, 100, 100)
    assert per_cent(measured.supplier) == (50, 50, 50)
    assert measured.lawful == 1.0


def test_nothing_bought_gives_no_value_and_never_zero_per_cent():
    measured = compliance({})

    assert (measured.supplier, measured.contract, measured.price, measured.coverage) == (None, None, None, None)


@given(st.dictionaries(st.sampled_from(["A", "A-", "B", "C", "D", "E", "F", "U"]), st.integers(-100, 1_000)))
def test_the_point_always_lies_within_its_interval(sums: dict[str, float]):
    measured = compliance(sums)

    for interval in (measured.supplier, measured.contract):
        assert interval is None or interval.low <= interval.point <= interval.high
