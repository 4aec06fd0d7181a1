"""Metrics measured on an edition's frames: values, series, splits and the rows behind them. Knows no Streamlit."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from dashboard.data.metric_rows import ROW_FRAMES, Rows
from dashboard.data.row_frames.ask import DIMENSIONS, Ask, Tables
from dashboard.filters import Filters
from dashboard.measure import judged_rows, measure
from dashboard.metric import Amount, AnyMetric
from dashboard.metrics import all_metrics
from dashboard.periods import Grain, Window, last_year, previous, window, window_months, windows_until
from dashboard.rules.targets import with_targets
from dashboard.status import Reason, Status, with_status

POINTS = {Grain.MONTH: 24, Grain.TERTIAL: 9, Grain.HALF_YEAR: 6, Grain.YEAR: 3, Grain.ROLLING: 24, Grain.PERIOD: 3}


def measure_windows(metric: AnyMetric, rows: Rows) -> pl.DataFrame:
    """One row for each group and window asked for: `by`, `until`, RESULT, the target's columns, `status`, `reason`.

    Where the rows do not know a dimension asked for, or a register is empty, there is no value; `reason` says so.
    """
    ask = rows.ask
    hindrance = _hindrance(metric, rows)
    found = rows[metric.rows] if hindrance is None else rows[metric.rows].clear()
    months = _ends(ask.windows) if ROW_FRAMES[metric.rows].is_state else window_months(ask.windows)
    measured = measure(metric, found, ask.by, months, rows.limits)
    days = {one.last: one.last_day for one in ask.windows}
    aimed = with_targets(measured, rows.tables["target"], metric.code, days, ask.unit_id)
    judged = with_status(aimed, metric, rows.limits)
    if hindrance is None:
        return judged
    return judged.with_columns(reason=pl.lit(hindrance.value), status=pl.lit(Status.NO_DATA.value))


def _hindrance(metric: AnyMetric, rows: Rows) -> Reason | None:
    """Why there can be no value at all, whatever the rows."""
    if not can_be_asked(metric, rows.ask):
        return Reason.FILTER
    if any(rows.tables[name].is_empty() for name in metric.needs):
        return Reason.REGISTER
    return None


def can_be_asked(metric: AnyMetric, ask: Ask) -> bool:
    """Whether the metric's rows know every dimension that is filtered or grouped by: an invoice has no category."""
    used = {name for name in DIMENSIONS if ask.wanted(name) is not None} | set(ask.by)
    return used <= set(ROW_FRAMES[metric.rows].dimensions)


def ask_for(tables: Tables, filters: Filters, windows: Sequence[Window], as_of: date, by: Sequence[str] = ()) -> Rows:
    """The rows that answer this question."""
    chosen = (filters.unit_id, filters.category_id, filters.supplier_id)
    ask = Ask(tuple(windows), as_of, tuple(by), *chosen, filters.scope, filters.left_out)
    return Rows(tables, ask)


def _ends(windows: Sequence[Window]) -> pl.DataFrame:
    ends = list(dict.fromkeys(one.last for one in windows))
    return pl.DataFrame({"until": ends, "period": ends}, schema={"until": pl.Int64, "period": pl.Int64})


def window_of(filters: Filters, grain: Grain) -> Window:
    """The window the visitor looks at: it ends where the chosen period ends."""
    return window(filters.period_to, grain, filters.period_from)


def values_of(tables: Tables, filters: Filters, as_of: date, grain: Grain = Grain.PERIOD) -> pl.DataFrame:
    """One row a metric, in the order of `all_metrics()`, with `previous` and `last_year`.

    Those are null where there is nothing to compare with: no rows, a ledger that begins later, or for an amount a
    window of another length.
    """
    now = window_of(filters, grain)
    rows = ask_for(tables, filters, [now, previous(now, grain), last_year(now)], as_of)
    found = [_compared(metric, rows, now, grain) for metric in all_metrics()]
    return pl.DataFrame(found, schema_overrides=VALUE_TYPES, infer_schema_length=None)


def _compared(metric: AnyMetric, rows: Rows, now: Window, grain: Grain) -> dict[str, object]:
    found = {row.pop("until"): row for row in measure_windows(metric, rows).to_dicts()}

    def compared(with_: Window) -> float | None:
        value: float | None = found[with_.last]["value"]
        is_as_long = not isinstance(metric, Amount) or len(with_.months) == len(now.months)
        return value if is_as_long and rows.reach_back_to(metric.rows, with_.first) else None

    return {
        "code": metric.code,
        "period_from": now.first,
        "period_to": now.last,
        "is_partial": now.is_partial,
        **found[now.last],
        "previous": compared(previous(now, grain)),
        "last_year": compared(last_year(now)),
    }


VALUE_TYPES = {
    **dict.fromkeys(("coverage", "low", "value", "high", "p80", "previous", "last_year"), pl.Float64),
    **dict.fromkeys(("target_green", "target_green_to", "target_amber", "target_amber_to"), pl.Float64),
    **dict.fromkeys(("target_source", "target_status", "status", "reason"), pl.String),
}


def series_of(
    metrics: Sequence[AnyMetric],
    tables: Tables,
    filters: Filters,
    as_of: date,
    grain: Grain,
    points: int | None = None,
) -> pl.DataFrame:
    """Metrics over time, oldest first: `code`, `period` (the window's last month), `period_from`, then as the values.

    For a chosen period the points are the months' rolling values up to its end. An amount has no value for a window
    that begins before the ledger does: the missing months would look like a fall.
    """
    grain = Grain.ROLLING if grain is Grain.PERIOD else grain
    windows = windows_until(filters.period_to, grain, points or POINTS[grain])
    rows = ask_for(tables, filters, windows, as_of)
    firsts = {one.last: one.first for one in windows}
    found = [_point_by_point(metric, rows, windows) for metric in metrics]
    return (
        pl.concat(found)
        .rename({"until": "period"})
        .with_columns(period_from=pl.col("period").replace_strict(firsts, return_dtype=pl.Int64))
    )


def _point_by_point(metric: AnyMetric, rows: Rows, windows: Sequence[Window]) -> pl.DataFrame:
    found = measure_windows(metric, rows).with_columns(code=pl.lit(metric.code))
    if not isinstance(metric, Amount):
        return found
    whole = [one.last for one in windows if rows.reach_back_to(metric.rows, one.first)]
    return found.with_columns(pl.when(pl.col("until").is_in(whole)).then(pl.col("low", "value", "high")))


def split_of(
    metric: AnyMetric, dimension: str, tables: Tables, filters: Filters, as_of: date, grain: Grain
) -> pl.DataFrame:
    """The metric for each `dimension` (one of DIMENSIONS), largest weight first; a null id is what has none."""
    found = measure_windows(metric, ask_for(tables, filters, [window_of(filters, grain)], as_of, [dimension]))
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
    rows = ask_for(tables, filters, [now], as_of, by)
    found = rows.every(metric.rows)
    found = found if _hindrance(metric, rows) is None else found.clear()
    months = [now.last] if ROW_FRAMES[metric.rows].is_state else now.months
    return judged_rows(metric, found.filter(pl.col("period").is_in(months)))
