"""The interval of a share of few."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.rules.wilson import wilson_high, wilson_low


def ends(hits: int, n: int) -> tuple[float, float]:
    frame = pl.DataFrame({"hits": [hits], "n": [n]})
    found = frame.select(low=wilson_low(pl.col("hits"), pl.col("n")), high=wilson_high(pl.col("hits"), pl.col("n")))
    low, high = found.row(0)
    return low, high


@pytest.mark.parametrize(("hits", "n", "low", "high"), [(3, 41, 2.5, 19.4), (1, 8, 2.2, 47.1)])
def test_the_golden_intervals(hits: int, n: int, low: float, high: float) -> None:
    found = ends(hits, n)

    assert tuple(round(end * 100, 1) for end in found) == (low, high)


def test_none_of_none_has_no_interval() -> None:
    assert ends(0, 0) == (None, None)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_stays_between_nought_and_one(pair: tuple[int, int]) -> None:
    hits, n = pair

    low, high = ends(hits, n)

    assert 0 <= low <= hits / n + 1e-12
    assert hits / n - 1e-12 <= high <= 1
