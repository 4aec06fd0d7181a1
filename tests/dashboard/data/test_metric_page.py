"""What is behind a metric adds up: rows to the value, and a bar to the page it leads to."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import streamlit as st

from dashboard.data import edition, metrics
from dashboard.data.build import Edition
from dashboard.data.metric_page import behind, labelled_series, named_split
from dashboard.filters import Filters, rolling
from dashboard.metric import Share
from dashboard.metrics import all_metrics
from dashboard.periods import Grain
from data_access.engine import close_engines

FILTERS = rolling(202610)
SHARES = [metric.code for metric in all_metrics() if isinstance(metric, Share)]


@pytest.fixture
def now(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Edition]:
    """The sample municipality's edition."""
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    close_engines()
    yield edition.current(date(2026, 11, 22))
    close_engines()
    st.cache_resource.clear()


def value_of(now: Edition, code: str, filters: Filters) -> float | None:
    found = {row["code"]: row["value"] for row in metrics.values(now, filters).iter_rows(named=True)}
    value: float | None = found[code]
    return value


def test_the_rows_behind_add_up_to_every_share(now: Edition):
    for code in SHARES:
        found, value = behind(now, code, FILTERS), value_of(now, code, FILTERS)

        if value is not None:
            assert found.good / found.known == pytest.approx(value), code


@pytest.mark.parametrize("by", ["unit", "category", "supplier"])
def test_a_bar_is_the_value_of_the_page_it_leads_to_and_of_the_rows_there(by: str, now: Edition):
    bars = (
        named_split(now, "K-AVT-1", by, FILTERS)
        .filter(pl.col("value").is_not_null(), pl.col("id").is_not_null())
        .head(4)
    )

    assert bars.height > 0
    for bar in bars.iter_rows(named=True):
        narrowed = replace(FILTERS, **{f"{by}_id": bar["id"]})
        found = behind(now, "K-AVT-1", narrowed)
        assert value_of(now, "K-AVT-1", narrowed) == pytest.approx(bar["value"])
        assert found.good / found.known == pytest.approx(bar["value"])


def test_no_two_bars_bear_the_same_name(now: Edition):
    for by in ("unit", "category", "supplier"):
        names = named_split(now, "K-AVT-1", by, FILTERS)["name"].drop_nulls()

        assert names.n_unique() == len(names)


def test_a_period_that_has_not_ended_says_so(now: Edition):
    labels = labelled_series(now, "K-AVT-1", FILTERS, Grain.TERTIAL)

    assert labels["label_sv"][-1] == "T3 2026 hittills"
    assert labels["label_en"][-2] == "T2 2026"
