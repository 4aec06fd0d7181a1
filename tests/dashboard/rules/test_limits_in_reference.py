"""The limits of changes and ceilings in the reference file are the ones the rules know, under the keys they ask for."""

from dataclasses import fields
from datetime import date

import polars as pl
import pytest

from dashboard.rules.ceilings_forecast.limits import CeilingLimits, ceiling_limits
from dashboard.rules.changes.limits import ChangeLimits, change_limits
from data_access.tables.goals import rule_limit
from data_access.writes.reference import read_reference

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def rows() -> pl.DataFrame:
    return pl.DataFrame(read_reference("rule_limits.csv", rule_limit)).with_columns(pl.col("value").cast(pl.Float64))


@pytest.mark.parametrize(("kind", "prefix"), [(ChangeLimits, "change_"), (CeilingLimits, "ceiling_")])
def test_every_key_is_known_and_every_limit_has_a_row(kind: type, prefix: str, rows: pl.DataFrame) -> None:
    assert {key for key in rows["key"] if key.startswith(prefix)} == {f"{prefix}{one.name}" for one in fields(kind)}


def test_the_limits_in_force_are_those_of_the_law_and_of_the_proposal(rows: pl.DataFrame) -> None:
    assert change_limits(rows, DAY) == ChangeLimits()
    assert ceiling_limits(rows, DAY) == CeilingLimits()
