"""What pages ask about metrics: values, series, splits, rows, the radar and the five measures, once an edition."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from sqlalchemy import Engine

from dashboard.data import metrics
from dashboard.data.build import Edition, current_edition
from dashboard.data.metric_values import values_of
from dashboard.data.tables import read_tables
from dashboard.filters import rolling
from dashboard.metrics import all_metrics
from dashboard.periods import Grain
from data_access.engine import writing
from data_access.writes.reference import seed_reference

FILTERS = rolling(202610)
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def edition(sample_home: Path) -> Iterator[Edition]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LULEAWAY_HOME", str(sample_home))
        patch.delenv("DATABASE_URL", raising=False)
        patch.delenv("LEDGER_URL", raising=False)
        yield current_edition(TODAY)


def test_there_is_a_value_for_every_metric(edition: Edition) -> None:
    found = metrics.values(edition, FILTERS)

    assert found.height == len(all_metrics())
    assert {"code", "n", "coverage", "low", "value", "high", "status", "target_green", "previous", "last_year"} <= set(
        found.columns
    )


def test_the_trends_end_with_the_value_now(edition: Edition) -> None:
    found = metrics.trends(edition, FILTERS).filter(period=202610)

    now = metrics.values(edition, FILTERS, grain=Grain.ROLLING)
    for then, value in zip(found["value"], now["value"], strict=True):
        assert then == (None if value is None else pytest.approx(value))


def test_a_metric_can_be_followed_split_and_traced_to_its_rows(edition: Edition) -> None:
    series = metrics.series(edition, "K-AVT-1", FILTERS)
    split = metrics.split(edition, "K-AVT-1", "unit", FILTERS)
    rows = metrics.rows(edition, "K-AVT-1", FILTERS)

    assert series.height == 24
    assert split["known"].sum() == pytest.approx(rows.filter("is_known")["weight_of"].sum())


def test_the_radar_names_its_categories_and_says_how_sure_the_limit_is(edition: Edition) -> None:
    found = metrics.direct_award_radar(edition, 2026)

    named = found.filter(pl.col("id").is_not_null())
    assert named.height > 0
    assert named["name"].null_count() == 0
    assert found["is_verified"].unique().to_list() == [False]
    assert set(found["status"]) <= {"green", "amber", "red"}


def test_an_empty_database_has_no_data_and_no_green(database: Engine) -> None:
    with writing(database) as connection:
        seed_reference(connection)

    edition = current_edition(TODAY)
    found = values_of(read_tables(edition), FILTERS, edition.as_of)

    assert edition.last_period is None
    assert set(found["status"]) == {"no_data"}
    assert found["value"].null_count() == len(all_metrics())
    assert found.filter(code="K-AVT-1")["target_green"].item() == 0.9
