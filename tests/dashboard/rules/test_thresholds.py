"""The direct-award limit by day, with the comparator of its time, and what is not verified."""

from datetime import date

import polars as pl
import pytest

from dashboard.rules.thresholds import Limit, is_within, limit_on
from data_access.queries.frames import polars_type
from data_access.tables.goals import threshold
from data_access.writes.reference import read_reference


@pytest.fixture(scope="module")
def thresholds() -> pl.DataFrame:
    rows = read_reference("thresholds.csv", threshold)
    schema = {column.name: polars_type(column.type) for column in threshold.c if column.name != "id"}
    return pl.DataFrame(rows, schema=schema)


def may_award(ore: int, limit: Limit) -> bool | None:
    answer: bool | None = pl.select(is_within(pl.lit(ore), limit)).item()
    return answer


def test_since_2022_a_purchase_must_be_below_the_limit(thresholds: pl.DataFrame) -> None:
    limit = limit_on(thresholds, date(2025, 5, 1))

    assert limit.value == 700_000
    assert may_award(700_000_00, limit) is False
    assert may_award(699_999_99, limit) is True


def test_before_that_a_purchase_could_equal_the_limit(thresholds: pl.DataFrame) -> None:
    limit = limit_on(thresholds, date(2019, 5, 1))

    assert may_award(586_907_00, limit) is True
    assert may_award(586_907_01, limit) is False


@pytest.mark.parametrize(
    ("day", "value", "comparator"),
    [(date(2022, 1, 31), 626_284, "<="), (date(2022, 2, 1), 700_000, "<"), (date(2021, 12, 31), 615_312, "<=")],
)
def test_the_limit_changes_on_the_day_the_law_did(
    thresholds: pl.DataFrame, day: date, value: int, comparator: str
) -> None:
    limit = limit_on(thresholds, day)

    assert (limit.value, limit.comparator) == (value, comparator)


def test_the_limit_of_2026_says_that_nobody_verified_it(thresholds: pl.DataFrame) -> None:
    limit = limit_on(thresholds, date(2026, 11, 22))

    assert limit.value == 700_000
    assert not limit.is_verified


@pytest.mark.parametrize("purchase_class", ["social_annex2", "unheard_of"])
def test_an_unknown_limit_permits_nothing_and_forbids_nothing(thresholds: pl.DataFrame, purchase_class: str) -> None:
    limit = limit_on(thresholds, date(2026, 11, 22), purchase_class)

    assert limit.value is None
    assert may_award(1_00, limit) is None


def test_a_day_no_row_holds_has_no_limit(thresholds: pl.DataFrame) -> None:
    assert limit_on(thresholds, date(2030, 1, 1)).value is None


def test_other_laws_have_their_own_limits(thresholds: pl.DataFrame) -> None:
    assert limit_on(thresholds, date(2024, 6, 1), law="LUF") == Limit(
        1_200_000, "<", "verified", "Regeringens tillkännagivande om tröskelvärden 2024–2025"
    )
