"""Metrics measured on an edition's frames: values, series, splits and the rows behind them. Knows no Streamlit."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from dashboard.data.metric_rows import ROW_FRAMES, metric_rows
from dashboard.data.row_frames.ask import DIMENSIONS, Ask, Tables
from dashboard.filters import Filters
from dashboard.measure import judged_rows, measure
from dashboard.metric import AnyMetric
from dashboard.metrics import all_metrics
from dashboard.periods import Grain, Window, last_year, previous, window, window_months, windows_until
from dashboard.rules.limits import limits_on
from dashboard.rules.targets import with_targets
from dashboard.status import Reason, Status, with_status

POINTS = {Grain.MONTH: 24, Grain.TERTIAL: 9, Grain.HALF_YEAR: 6, Grain.YEAR: 3, Grain.ROLLING: 24, Grain.PERIOD: 3}


def measure_windows(
    metric: AnyMetric,
    tables: Tables,
    filters: Filters,
    windows: Sequence[Window],
    as_of: date,
    by: Sequence[str] = (),
) -> pl.DataFrame:
    """One row for each group and window: `by`, `until`, RESULT, the target's columns, `status`, `reason` and so on."""
    limits = limits_on(tables["rule_limit"], as_of)
    frame = ROW_FRAMES[metric.rows]
    ask = asked(filters, windows, as_of, tuple(by))
    rows = metric_rows(metric.rows, tables, ask)
    if not can_be_asked(metric, filters, by):
        rows = rows.clear()
    months = _ends(windows) if frame.is_state else window_months(windows)
    measured = measure(metric, rows, by, months, limits)
    days = {one.last: one.last_day for one in windows}
    judged = with_status(with_targets(measured, tables["target"], metric.code, days, filters.unit_id), metric, limits)
    if can_be_asked(metric, filters, by):
        return judged
    return judged.with_columns(reason=pl.lit(Reason.FILTER.value), status=pl.lit(Status.NO_DATA.value))


def can_be_asked(metric: AnyMetric, filters: Filters, by: Sequence[str] = ()) -> bool:
    """Whether the metric's rows know every dimension that is filtered or grouped by: an invoice has no category."""
    used = {name for name in DIMENSIONS if getattr(filters, name) is not None} | set(by)
    return used <= set(ROW_FRAMES[metric.rows].dimensions)


def asked(filters: Filters, windows: Sequence[Window], as_of: date, by: tuple[str, ...] = ()) -> Ask:
    """The question as the row frames take it."""
    return Ask(tuple(windows), as_of, by, filters.unit_id, filters.category_id, filters.supplier_id)


def _ends(windows: Sequence[Window]) -> pl.DataFrame:
    ends = list(dict.fromkeys(one.last for one in windows))
    return pl.DataFrame({"until": ends, "period": ends}, schema={"until": pl.Int64, "period": pl.Int64})


def window_of(filters: Filters, grain: Grain) -> Window:
    """The window the visitor looks at: it ends where the chosen period ends."""
    return window(filters.period_to, grain, filters.period_from)


def value_row(metric: AnyMetric, tables: Tables, filters: Filters, as_of: date, grain: Grain) -> pl.DataFrame:
    """The metric now, as one row, with `previous` and `last_year` (null: nothing to compare with)."""
    now = window_of(filters, grain)
    before, year_ago = previous(now, grain), last_year(now)
    found = {
        row["until"]: row
        for row in measure_windows(metric, tables, filters, [now, before, year_ago], as_of).iter_rows(named=True)
    }
    return pl.DataFrame(
        [
            {
                "code": metric.code,
                "period_from": now.first,
                "period_to": now.last,
                "is_partial": now.is_partial,
                **{name: value for name, value in found[now.last].items() if name != "until"},
                "previous": found[before.last]["value"],
                "last_year": found[year_ago.last]["value"],
            }
        ],
        schema_overrides=VALUE_TYPES,
    )


VALUE_TYPES = {
    **dict.fromkeys(("coverage", "low", "value", "high", "p80", "previous", "last_year"), pl.Float64),
    **dict.fromkeys(("target_green", "target_green_to", "target_amber", "target_amber_to"), pl.Float64),
    **dict.fromkeys(("target_source", "target_status", "status", "reason"), pl.String),
}


def values_of(tables: Tables, filters: Filters, as_of: date, grain: Grain = Grain.PERIOD) -> pl.DataFrame:
    """One row a metric, in the order of `all_metrics()`."""
    return pl.concat([value_row(metric, tables, filters, as_of, grain) for metric in all_metrics()])


def series_of(
    metric: AnyMetric, tables: Tables, filters: Filters, as_of: date, grain: Grain, points: int | None = None
) -> pl.DataFrame:
    """The metric over time, oldest first: `period` (the window's last month), `period_from`, and as `measure_windows`.

    For a chosen period the points are the months' rolling values up to its end.
    """
    grain = Grain.ROLLING if grain is Grain.PERIOD else grain
    windows = windows_until(filters.period_to, grain, points or POINTS[grain])
    firsts = {one.last: one.first for one in windows}
    measured = measure_windows(metric, tables, filters, windows, as_of)
    return measured.rename({"until": "period"}).with_columns(
        code=pl.lit(metric.code),
        period_from=pl.col("period").replace_strict(firsts, return_dtype=pl.Int64),
    )


def split_of(
    metric: AnyMetric, dimension: str, tables: Tables, filters: Filters, as_of: date, grain: Grain
) -> pl.DataFrame:
    """The metric for each `dimension` (one of DIMENSIONS), largest weight first; a null id is what has none."""
    found = measure_windows(metric, tables, filters, [window_of(filters, grain)], as_of, [dimension])
    size = pl.col("known").abs() + pl.col("unknown").abs()
    return found.drop("until").sort(size, dimension, descending=[True, False], nulls_last=True)


def rows_of(
    metric: AnyMetric, tables: Tables, filters: Filters, as_of: date, grain: Grain, by: Sequence[str] = ()
) -> pl.DataFrame:
    """The rows behind the value: those of the metric's frame with `n_of`, `weight_of`, `good_of` and `is_known`.

    Over the known rows `weight_of` adds up to `known` and `good_of` to `good`; over the others to `unknown`. Grouped
    by the same `by` they add up to every bar of the split.
    """
    now = window_of(filters, grain)
    rows = metric_rows(metric.rows, tables, asked(filters, [now], as_of, tuple(by)))
    if not can_be_asked(metric, filters, by):
        return judged_rows(metric, rows.clear())
    months = [now.last] if ROW_FRAMES[metric.rows].is_state else now.months
    return judged_rows(metric, rows.filter(pl.col("period").is_in(months)))
