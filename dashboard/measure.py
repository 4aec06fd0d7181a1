"""Counts a metric: the one way to count, for a whole, for groups and for windows of months in one pass.

n and the interval follow the same rules for every metric. With U the weight that could not be judged:
low = good / (known + U), value = good / known, high = (good + U) / (known + U). Nothing known gives no value.
"""

from collections.abc import Sequence

import polars as pl

from dashboard.metric import Amount, AnyMetric, Mean, Median, Ratio, Share
from dashboard.rules.intervals import with_result
from dashboard.rules.limits import Limits

SUMS = ("n", "n_unknown", "good", "known", "unknown", "squares")
RESULT = ("n", "n_unknown", "good", "known", "unknown", "coverage", "low", "value", "high", "p80", "is_count_only")


def measure(
    metric: AnyMetric,
    rows: pl.DataFrame | pl.LazyFrame,
    by: Sequence[str] = (),
    windows: pl.DataFrame | None = None,
    limits: Limits | None = None,
) -> pl.DataFrame:
    """One row for each group (and window): the columns of `by`, `until` where windows are given, and RESULT.

    `rows` has the columns the metric's expressions name, those of `by`, and `period` where windows are given.
    `windows` has `until` (the window's last month) and `period`, one row for each month in the window; a window
    without rows is there with n = 0 when nothing is grouped. Without groups and windows there is always one row.
    `good`, `known` and `unknown` are sums in the weight's own unit (öre, rows, days …), credit notes negative.
    """
    keys = [*by, "until"] if windows is not None else list(by)
    judged = _judged(metric, rows.lazy(), keys)
    summed = _medians(judged, keys, windows) if isinstance(metric, Median) else _sums(judged, keys, windows)
    counted = summed.collect()
    if keys == ["until"] and windows is not None:
        counted = windows.select(pl.col("until").unique(maintain_order=True)).join(counted, on="until", how="left")
    filled = counted.with_columns(pl.col(*SUMS).fill_null(0))
    return with_result(metric, filled, limits or Limits()).select(*keys, *RESULT)


def judged_rows(metric: AnyMetric, rows: pl.DataFrame) -> pl.DataFrame:
    """The rows the metric counts, with what each adds: `n_of`, `weight_of`, `good_of` and `is_known`.

    Summing `weight_of` and `good_of` over the known rows gives `known` and `good`, over the others `unknown`.
    """
    return rows.filter(metric.of).with_columns(_columns(metric))


def _judged(metric: AnyMetric, rows: pl.LazyFrame, keys: Sequence[str]) -> pl.LazyFrame:
    kept = [key for key in keys if key != "until"] + (["period"] if "until" in keys else [])
    return rows.filter(metric.of).select(*dict.fromkeys(kept), *_columns(metric))


def _columns(metric: AnyMetric) -> list[pl.Expr]:
    match metric:
        case Share():
            judged, weight = metric.good, metric.weight
            good = pl.when(metric.good).then(metric.weight).otherwise(0)
        case Amount() | Ratio():
            judged, weight, good = metric.each, metric.weight, metric.each
        case Median() | Mean():
            judged, weight, good = metric.each, metric.count, metric.each
    return [
        metric.count.cast(pl.Float64).alias("n_of"),
        weight.cast(pl.Float64).alias("weight_of"),
        good.cast(pl.Float64).alias("good_of"),
        (judged.is_not_null() & weight.is_not_null()).alias("is_known"),
    ]


def _sums(judged: pl.LazyFrame, keys: list[str], windows: pl.DataFrame | None) -> pl.LazyFrame:
    known = pl.col("is_known")
    parts = [
        pl.col("n_of").filter(known).sum().alias("n"),
        pl.col("n_of").filter(~known).sum().alias("n_unknown"),
        pl.col("good_of").filter(known).sum().alias("good"),
        pl.col("weight_of").filter(known).sum().alias("known"),
        pl.col("weight_of").filter(~known).sum().alias("unknown"),
        (pl.col("good_of").filter(known) ** 2).sum().alias("squares"),
    ]
    if windows is None:
        return judged.group_by(keys).agg(parts) if keys else judged.select(parts)
    groups = [key for key in keys if key != "until"]
    monthly = judged.group_by(*groups, "period").agg(parts)
    return _spread(monthly, windows).group_by(keys).agg(pl.col(*SUMS).sum())


def _spread(rows: pl.LazyFrame, windows: pl.DataFrame) -> pl.LazyFrame:
    """Each row once for every window its month stands in."""
    months = windows.lazy().select("until", pl.col("period").cast(pl.Int64))
    return rows.with_columns(pl.col("period").cast(pl.Int64)).join(months, on="period")


def _medians(judged: pl.LazyFrame, keys: list[str], windows: pl.DataFrame | None) -> pl.LazyFrame:
    known = pl.col("is_known")
    parts = [
        known.sum().cast(pl.Float64).alias("n"),
        (~known).sum().cast(pl.Float64).alias("n_unknown"),
        pl.col("good_of").filter(known).sum().alias("good"),
        known.sum().cast(pl.Float64).alias("known"),
        (~known).sum().cast(pl.Float64).alias("unknown"),
        pl.lit(0.0).alias("squares"),
        pl.col("good_of").filter(known).sort().alias("values"),
    ]
    spread = _spread(judged, windows) if windows is not None else judged
    if keys:
        return spread.group_by(keys).agg(parts)
    return spread.select(*parts[:-1], pl.col("good_of").filter(known).sort().implode().alias("values"))
