"""R6: what the six latest whole months cost on average, with an interval from how much they differ.

Fewer than six are used where the contract or the ledger is younger; with fewer than three nothing is forecast.
"""

import polars as pl

from dashboard.rules.ceilings_forecast.months import days_in, first_day, number_on

MONTHS, LEAST = 6, 3
T_95 = {3: 4.303, 4: 3.182, 5: 2.776, 6: 2.571}  # Student's t, two-sided 95 per cent, n − 1 degrees of freedom
FAR = 1_200  # months ahead: beyond a hundred years a forecast says nothing


def with_history(rows: pl.DataFrame, monthly: pl.DataFrame, first: int, last: int) -> pl.DataFrame:
    """Adds `history`, the whole months that can be counted up to `last`: since the contract and the ledger began.

    `first` and `last` are month numbers. A contract without a start counts from its first consumption.
    """
    begun = monthly.group_by("contract_id").agg(bought=pl.col("month").min())
    start = pl.col("from_on")
    whole = number_on(start) + (start.dt.day() > 1).cast(pl.Int64)
    joined = rows.join(begun, on="contract_id", how="left", maintain_order="left")
    since = pl.max_horizontal(pl.coalesce(whole, "bought"), pl.lit(first))
    history = (last - since + 1).clip(0)
    is_told = pl.coalesce(whole, "bought").is_not_null()
    return joined.with_columns(history=pl.when(is_told).then(history).otherwise(0)).drop("bought")


def with_recent(rows: pl.DataFrame, monthly: pl.DataFrame, last: int) -> pl.DataFrame:
    """Adds `months`, how many were used, and for those together `sum_ore`, `sum_low_ore` and `sum_high_ore`.

    Needs `history`. Null with fewer than LEAST; a month without purchases counts as 0.
    """
    counted = rows.with_columns(months=pl.when(pl.col("history") >= LEAST).then(pl.col("history").clip(0, MONTHS)))
    recent = monthly.filter(pl.col("month") > last - MONTHS).join(
        counted.select("contract_id", "months").drop_nulls(), on="contract_id"
    )
    amount = pl.col("amount_ore")
    summed = (
        recent.filter(pl.col("month") > last - pl.col("months"))
        .group_by("contract_id")
        .agg(sum_ore=amount.sum(), squares=(amount.cast(pl.Int128) ** 2).sum())
    )
    joined = counted.join(summed, on="contract_id", how="left", maintain_order="left")
    n = pl.col("months")
    filled = joined.with_columns(pl.when(n.is_not_null()).then(pl.col("sum_ore", "squares").fill_null(0)))
    return filled.with_columns(
        sum_low_ore=(pl.col("sum_ore") - _half()).clip(0), sum_high_ore=pl.col("sum_ore") + _half()
    ).drop("squares")


def _half() -> pl.Expr:
    """Half the interval of the sum of n months: t × the months' standard deviation × √n."""
    n, total = pl.col("months"), pl.col("sum_ore").cast(pl.Int128)
    spread = (n * pl.col("squares") - total * total).cast(pl.Float64) / (n * (n - 1))
    quantile = n.replace_strict(T_95, default=None, return_dtype=pl.Float64)
    return (quantile * spread.sqrt() * n.sqrt()).round().cast(pl.Int64)


def reached_at(left: pl.Expr, total: pl.Expr, months: pl.Expr, last: int) -> pl.Expr:
    """The day the amount left is used up, where `total` is used in so many `months` and a month's is spread over its
    days; null where nothing is used or the day is over FAR months ahead.

    The day is the one during which the last öre goes.
    """
    spread = left.cast(pl.Int128) * months
    gone = (spread - 1) // total  # whole months before the one it happens in
    rest = spread - gone * total
    is_near = (total > 0) & (left > 0) & (gone < FAR)
    month = pl.when(is_near).then(gone).cast(pl.Int64) + last + 1
    days = (rest * days_in(month) + total - 1) // total
    return first_day(month) + pl.duration(days=pl.when(is_near).then(days).cast(pl.Int64) - 1)
