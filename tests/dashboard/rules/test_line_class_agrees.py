"""The fast classification and the slow, obvious one give the same answers, and so do Polars and DuckDB."""

from datetime import date

import duckdb
import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.rules.ceilings import consumed_by_day, exhausted_from
from dashboard.rules.coverage import Coverage, build_coverage
from dashboard.rules.limits import Limits
from dashboard.rules.line_class import with_line_class
from tests.dashboard.rules.random_ledgers import random_lines, random_registers
from tests.slow.line_class import SlowLineClass

LAST_DAY = date(2026, 6, 30)
COMPARED = (
    "on_day",
    "supplier_id",
    "category_id",
    "spend_class",
    "match_method",
    "contract_id",
    "line_class",
    "is_small_departure",
    "is_rank_departure",
    "has_resolved_ref",
    "order_state",
)
seeds = st.integers(0, 2**31)


def coverage_with_ceilings(known: dict[str, pl.DataFrame], lines: pl.DataFrame) -> Coverage:
    """The two passes of an edition."""
    by_term = build_coverage(known, Limits(), LAST_DAY).on(pl.DataFrame.lazy)
    exhausted = exhausted_from(consumed_by_day(lines.lazy(), by_term).collect(), known["contracts"])
    return build_coverage(known, Limits(), LAST_DAY, exhausted)


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_fast_and_slow_give_the_same_answers(seed: int):
    known, lines = random_registers(seed), random_lines(seed)
    coverage = coverage_with_ceilings(known, lines).on(pl.DataFrame.lazy)

    quick = with_line_class(lines.lazy(), coverage).collect().sort("row")

    slow = SlowLineClass(known, LAST_DAY).judge_all(lines)
    assert quick.select(COMPARED).to_dicts() == [{column: answer[column] for column in COMPARED} for answer in slow]


@settings(max_examples=6, deadline=None)
@given(seeds)
def test_duckdb_gives_the_same_rows_as_polars(seed: int):
    connection = duckdb.connect()
    known, lines = random_registers(seed), random_lines(seed)
    coverage = coverage_with_ceilings(known, lines)

    here = with_line_class(lines.lazy(), coverage.on(pl.DataFrame.lazy)).collect().sort("row")
    there = with_line_class(
        connection.from_arrow(lines.to_arrow()), coverage.on(lambda frame: connection.from_arrow(frame.to_arrow()))
    )

    assert there.pl().sort("row").to_dicts() == here.to_dicts()


@settings(max_examples=10, deadline=None)
@given(seeds)
def test_a_part_of_the_lines_is_judged_as_within_the_whole(seed: int):
    known, lines = random_registers(seed), random_lines(seed)
    coverage = coverage_with_ceilings(known, lines).on(pl.DataFrame.lazy)
    part = lines.filter(pl.col("unit_id") == 2)

    whole = with_line_class(lines.lazy(), coverage).collect().filter(pl.col("unit_id") == 2)

    assert with_line_class(part.lazy(), coverage).collect().sort("row").equals(whole.sort("row"))
