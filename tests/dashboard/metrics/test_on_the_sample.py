"""Every metric on the sample municipality: it measures, its bars are its filters, and its rows add up to its bars."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from dashboard.data import build
from dashboard.data.metric_rows import ROW_FRAMES
from dashboard.data.metric_values import (
    ask_for,
    measure_windows,
    rows_of,
    series_of,
    split_of,
    values_of,
)
from dashboard.data.row_frames.ask import DIMENSIONS
from dashboard.data.tables import Frames, read_tables
from dashboard.filters import Filters, rolling
from dashboard.metric import AnyMetric
from dashboard.metrics import all_metrics, metric
from dashboard.periods import Grain, window
from dashboard.rules.compliance import compliance
from dashboard.rules.scope import NOT_STATED

TODAY = date(2026, 11, 22)
LAST = 202610
AS_OF = date(2026, 10, 31)

every_metric = pytest.mark.parametrize("one", all_metrics(), ids=lambda one: one.code)
every_split = pytest.mark.parametrize(
    ("one", "dimension"),
    [(one, dimension) for one in all_metrics() for dimension in ROW_FRAMES[one.rows].dimensions],
    ids=lambda part: part if isinstance(part, str) else part.code,
)


@pytest.fixture(scope="module")
def tables(sample_home: Path) -> Iterator[Frames]:
    """The frames of the sample municipality."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LULEAWAY_HOME", str(sample_home))
        patch.delenv("DATABASE_URL", raising=False)
        patch.delenv("LEDGER_URL", raising=False)
        yield read_tables(build.current_edition(TODAY))


@pytest.fixture(scope="module")
def values(tables: Frames) -> pl.DataFrame:
    return values_of(tables, rolling(LAST), AS_OF)


@every_metric
def test_every_metric_measures(one: AnyMetric, values: pl.DataFrame) -> None:
    found = values.row(by_predicate=pl.col("code") == one.code, named=True)

    assert found["n"] > 0
    if found["value"] is not None:
        assert found["low"] is None or found["low"] <= found["value"]
        assert found["high"] is None or found["value"] <= found["high"]
        assert found["status"] in ("green", "amber", "red", "no_target", "no_data")


@every_split
def test_the_rows_add_up_to_every_bar(one: AnyMetric, dimension: str, tables: Frames) -> None:
    bars = split_of(one, dimension, tables, rolling(LAST), AS_OF, Grain.PERIOD)
    behind = rows_of(one, tables, rolling(LAST), AS_OF, Grain.PERIOD, [dimension])

    known = pl.col("is_known")
    added = behind.group_by(dimension).agg(
        row_known=pl.col("weight_of").filter(known).sum(),
        row_good=pl.col("good_of").filter(known).sum(),
        row_unknown=pl.col("weight_of").filter(~known).sum(),
        row_n=pl.col("n_of").filter(known).sum(),
    )
    both = bars.join(added, on=dimension, how="full", nulls_equal=True)
    assert both.height == bars.height == added.height
    for part in ("known", "good", "unknown", "n"):
        gap = both.select((pl.col(part) - pl.col(f"row_{part}")).abs().max()).item()
        assert gap == pytest.approx(0, abs=1e-6), part


@every_split
def test_a_bar_is_the_filter_on_it(one: AnyMetric, dimension: str, tables: Frames) -> None:
    bars = split_of(one, dimension, tables, rolling(LAST), AS_OF, Grain.PERIOD)

    nobodys, known = bars.filter(pl.col(dimension).is_null()), bars.filter(pl.col(dimension).is_not_null())
    for bar in [*known.head(3).to_dicts(), *nobodys.to_dicts()]:
        narrowed = Filters(202511, LAST, **{dimension: NOT_STATED if bar[dimension] is None else bar[dimension]})
        alone = measure_windows(one, ask_for(tables, narrowed, [window(LAST, Grain.ROLLING)], AS_OF))
        for name in ("n", "n_unknown", "good", "known", "value", "low", "high", "status"):
            found, expected = alone[name].item(), bar[name]
            same = pytest.approx(expected) if isinstance(expected, float) else expected
            assert found == same, (name, bar)


@every_metric
def test_the_rows_add_up_to_the_whole(one: AnyMetric, tables: Frames, values: pl.DataFrame) -> None:
    behind = rows_of(one, tables, rolling(LAST), AS_OF, Grain.PERIOD)

    found = values.row(by_predicate=pl.col("code") == one.code, named=True)
    known = behind.filter("is_known")
    assert known["weight_of"].sum() == pytest.approx(found["known"])
    assert known["good_of"].sum() == pytest.approx(found["good"])


def test_bars_of_invoice_lines_add_up_to_the_whole(tables: Frames, values: pl.DataFrame) -> None:
    whole = values.row(by_predicate=pl.col("code") == "K-AVT-1", named=True)

    for dimension in DIMENSIONS:
        bars = split_of(metric("K-AVT-1"), dimension, tables, rolling(LAST), AS_OF, Grain.PERIOD)
        assert bars["known"].sum() == pytest.approx(whole["known"])
        assert bars["good"].sum() == pytest.approx(whole["good"])


@pytest.mark.parametrize("grain", list(Grain))
def test_a_series_ends_with_the_value_now(grain: Grain, tables: Frames) -> None:
    wanted = Grain.ROLLING if grain is Grain.PERIOD else grain

    series = series_of([metric("K-AVT-1")], tables, rolling(LAST), AS_OF, grain)
    now = values_of(tables, rolling(LAST), AS_OF, wanted)

    last = series.sort("period").tail(1)
    assert last["value"].item() == now.filter(pl.col("code") == "K-AVT-1")["value"].item()
    assert series["period"].is_sorted()


def test_before_the_ledger_begins_there_is_nothing_to_compare_with(tables: Frames) -> None:
    first = tables["cube"]["period"].min()
    assert isinstance(first, int)

    found = values_of(tables, Filters(first, first), AS_OF)

    compliance = found.row(by_predicate=pl.col("code") == "K-AVT-1", named=True)
    assert compliance["value"] is not None
    assert (compliance["previous"], compliance["last_year"]) == (None, None)


def test_an_amount_is_never_compared_with_a_window_of_another_length(tables: Frames) -> None:
    first = tables["cube"]["period"].min()
    assert isinstance(first, int)

    series = series_of([metric("K-KLI-1")], tables, rolling(LAST), AS_OF, Grain.ROLLING, 36)
    year = values_of(tables, rolling(LAST), AS_OF, Grain.YEAR).row(by_predicate=pl.col("code") == "K-KLI-1", named=True)

    assert (
        series.filter(pl.col("period_from") < first)["value"].null_count()
        == series.filter(pl.col("period_from") < first).height
    )
    assert series.filter(pl.col("period_from") >= first)["value"].null_count() == 0
    assert year["is_partial"]
    assert year["previous"] is None
    assert year["last_year"] is not None


def test_the_five_measures_agree_with_the_metrics(tables: Frames, values: pl.DataFrame) -> None:
    year = tables["cube"].filter(pl.col("period").is_between(202511, LAST)).drop_nulls("line_class")

    five = compliance(dict(year.group_by("line_class").agg(pl.col("amount_ore").sum()).iter_rows()))

    assert five.contract is not None
    assert five.supplier is not None
    by_code = {row["code"]: row for row in values.to_dicts()}
    for measured, code in ((five.contract, "K-AVT-1"), (five.supplier, "K-AVT-2")):
        row = by_code[code]
        assert (measured.low, measured.point, measured.high) == pytest.approx((row["low"], row["value"], row["high"]))
