"""From sums to a value with its interval, by kind of metric. Columns in and out: those of `measure`.

Credit notes are negative weights. The sums are net, so a bar and its parts always agree; where credit notes turn the
unknown weight negative the two ends change places, and where they leave nothing positive to divide by there is no
value. A share and its interval stay within 0 and 1, and the value always lies within its interval.
"""

import polars as pl

from dashboard.metric import Amount, AnyMetric, Mean, Median, Ratio, Share
from dashboard.rules.limits import Limits
from dashboard.rules.wilson import Z, wilson_high, wilson_low

GOOD, KNOWN, UNKNOWN = pl.col("good"), pl.col("known"), pl.col("unknown")
N, N_UNKNOWN = pl.col("n"), pl.col("n_unknown")
NOTHING = pl.lit(None, dtype=pl.Float64)
NONE = pl.lit(0.0)


def with_result(metric: AnyMetric, sums: pl.DataFrame, limits: Limits) -> pl.DataFrame:
    """Adds `coverage, low, value, high, p80, is_count_only` to the sums; n below the limit gives counts only.

    A null end of an interval means that nothing is known of that end.
    """
    low, value, high = _interval(metric, limits)
    p80 = _at(0.8) if isinstance(metric, Median) else NOTHING
    few = limits.min_n > N
    return (
        sums.with_columns(coverage=_coverage(), low=low, value=value, high=high, p80=p80, is_count_only=few & (N > 0))
        .with_columns(pl.when(~few).then(pl.col("low", "value", "high", "p80")))
        .with_columns(pl.col("n", "n_unknown").round().cast(pl.Int64))
    )


def _coverage() -> pl.Expr:
    """Known weight of all weight, sizes without sign; by count where the weights are all zero; null for nothing."""
    size = KNOWN.abs() + UNKNOWN.abs()
    counted = N + N_UNKNOWN
    return pl.when(size > 0).then(KNOWN.abs() / size).when(counted > 0).then(N / counted).otherwise(NOTHING)


def _interval(metric: AnyMetric, limits: Limits) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    match metric:
        case Share():
            return _share(metric, limits)
        case Mean():
            return _mean(metric)
        case Median():
            return _at(0.5, below=N_UNKNOWN), _at(0.5), _at(0.5, above=N_UNKNOWN)
        case Amount():
            value = pl.when(N > 0).then(GOOD)
            return value, value, pl.when(UNKNOWN == 0).then(value)
        case Ratio():
            value = pl.when(KNOWN > 0).then(GOOD / KNOWN)
            return value, value, value


def _share(metric: Share, limits: Limits) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    value = pl.when(KNOWN > 0).then((GOOD / KNOWN).clip(0.0, 1.0))
    whole = KNOWN + UNKNOWN
    ends = (GOOD / whole).clip(0.0, 1.0), ((GOOD + UNKNOWN) / whole).clip(0.0, 1.0)
    low = pl.when(whole > 0).then(pl.min_horizontal(*ends)).otherwise(0.0)
    high = pl.when(whole > 0).then(pl.max_horizontal(*ends)).otherwise(1.0)
    if metric.is_counted:
        small = limits.wilson_below_n > N
        low = pl.when(small).then(wilson_low(GOOD, whole)).otherwise(low)
        high = pl.when(small).then(wilson_high(GOOD + UNKNOWN, whole)).otherwise(high)
    return (
        pl.when(KNOWN > 0).then(pl.min_horizontal(low, value)),
        value,
        pl.when(KNOWN > 0).then(pl.max_horizontal(high, value)),
    )


def _mean(metric: Mean) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    value = pl.when(N > 0).then(GOOD / N)
    spread = ((pl.col("squares") - GOOD**2 / N).clip(0.0) / (N - 1)).sqrt()
    half = pl.when(N > 1).then(Z * spread / N.sqrt())
    return (value - half).clip(metric.floor, metric.ceiling), value, (value + half).clip(metric.floor, metric.ceiling)


def _at(share: float, below: pl.Expr = NONE, above: pl.Expr = NONE) -> pl.Expr:
    """The value a `share` of the way through the sorted values, were so many unknown ones below and above them all.

    Null where that place falls among the unknown ones: there is no bound then.
    """
    place = (N + below + above - 1) * share - below
    first = pl.col("values").list.get(place.floor().cast(pl.Int64).clip(0), null_on_oob=True)
    last = pl.col("values").list.get(place.ceil().cast(pl.Int64).clip(0), null_on_oob=True)
    return pl.when(place >= 0).then(first + (last - first) * (place - place.floor()))
