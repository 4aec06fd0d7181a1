"""What pages ask about metrics, cached for each edition; the counting is in `metric_values.py`."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.data import metric_values
from dashboard.data.build import Edition
from dashboard.data.tables import Frames, read_tables
from dashboard.filters import Filters
from dashboard.metrics import all_metrics, metric
from dashboard.periods import Grain
from dashboard.rules.direct_award_radar import direct_award_radar as radar
from dashboard.rules.scope import counts, left_out

TREND_POINTS = 12


@st.cache_resource(max_entries=2, show_spinner=False)
def tables(edition: Edition) -> Frames:
    """The frames of the edition, read once; the heavy ones once each time the registers change."""
    return read_tables(edition, _heavy_tables(edition.of_registers))


@st.cache_resource(max_entries=2, show_spinner=False)
def _heavy_tables(edition: Edition) -> Frames:
    return read_tables(edition)


@st.cache_resource(max_entries=64, show_spinner=False)
def values(edition: Edition, filters: Filters, as_of: date | None = None, grain: Grain = Grain.PERIOD) -> pl.DataFrame:
    """One row a metric, in order: code, n, n_unknown, good, known, unknown, coverage, low, value, high, p80, status,
    reason, is_uncertain, target_green, target_amber (and _to), target_source, target_status, previous, last_year."""
    return metric_values.values_of(tables(edition), filters, as_of or edition.as_of, grain)


@st.cache_resource(max_entries=64, show_spinner=False)
def trends(edition: Edition, filters: Filters) -> pl.DataFrame:
    """Every metric's rolling value for the last months: `code, period, value, status`, as `series` says."""
    found = metric_values.series_of(all_metrics(), tables(edition), filters, edition.as_of, Grain.ROLLING, TREND_POINTS)
    return found.select("code", "period", "value", "status")


@st.cache_resource(max_entries=64, show_spinner=False)
def series(edition: Edition, code: str, filters: Filters, grain: Grain = Grain.ROLLING) -> pl.DataFrame:
    """The metric over time, oldest first: period_from, period (its last month), n, low, value, high, target, status."""
    return metric_values.series_of([metric(code)], tables(edition), filters, edition.as_of, grain)


@st.cache_resource(max_entries=64, show_spinner=False)
def split(edition: Edition, code: str, by: str, filters: Filters, grain: Grain = Grain.PERIOD) -> pl.DataFrame:
    """The metric for each unit, category or supplier (`by`), largest first: `<by>_id` and as `values`."""
    return metric_values.split_of(metric(code), f"{by}_id", tables(edition), filters, edition.as_of, grain)


@st.cache_resource(max_entries=32, show_spinner=False)
def rows(edition: Edition, code: str, filters: Filters, grain: Grain = Grain.PERIOD) -> pl.DataFrame:
    """The rows behind a metric's value, with what each adds: `n_of, weight_of, good_of, is_known`."""
    return metric_values.rows_of(metric(code), tables(edition), filters, edition.as_of, grain)


def direct_award_radar(edition: Edition, year: int) -> pl.DataFrame:
    """Classes D, E and F of each category in a year against that year's limit; columns as `rules.direct_award_radar`.

    The whole municipality without its companies, whatever the visitor has filtered. `id` and `name` are the category's.
    """
    return _direct_award_radar(edition.of_registers, year)


@st.cache_resource(max_entries=16, show_spinner=False)
def _direct_award_radar(edition: Edition, year: int) -> pl.DataFrame:
    frames = tables(edition)
    own = frames["cube"].filter(counts(left_out(frames["unit"], "kommun")))
    found = radar(own, frames["threshold"], frames["rule_limit"], year)
    names = frames["category"].select(id="id", name="name")
    return (
        found.rename({"category_id": "id"}).with_columns(pl.col("id").cast(pl.Int64)).join(names, on="id", how="left")
    )
