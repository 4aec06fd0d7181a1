"""The cube holds every line once, whatever is missing on it."""

from datetime import date

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.rules.coverage import build_coverage
from dashboard.rules.cube import CUBE_KEYS, roll_up
from dashboard.rules.limits import Limits
from dashboard.rules.line_class import classify, with_line_class
from tests.build import ledger, registers
from tests.dashboard.rules.random_ledgers import random_lines, random_registers

TODAY = date(2026, 6, 30)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**31))
def test_packed_and_plain_grouping_give_the_same_cube(seed: int):
    coverage = build_coverage(random_registers(seed), Limits(), TODAY).on(pl.DataFrame.lazy)
    lines = random_lines(seed).lazy()

    cube = roll_up(classify(lines, coverage)).collect().sort(CUBE_KEYS)

    grouped = with_line_class(lines, coverage).group_by(CUBE_KEYS)
    plain = grouped.agg(pl.col("amount_ore").sum(), lines=pl.len().cast(pl.Int64)).collect().sort(CUBE_KEYS)
    assert cube.equals(plain)


def test_no_lines_give_an_empty_cube_with_its_columns():
    coverage = build_coverage(registers(), Limits(), TODAY).on(pl.DataFrame.lazy)

    cube = roll_up(classify(ledger().lazy(), coverage)).collect()

    assert cube.columns == [*CUBE_KEYS, "amount_ore", "lines"]
    assert cube.is_empty()
