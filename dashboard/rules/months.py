"""Which months a source lacks between its first and its last."""

import polars as pl


def with_missing_months(months: pl.DataFrame) -> pl.DataFrame:
    """`months` (`source, period, lines`) plus a row with null lines for every month missing in between."""
    day = pl.date(pl.col("period") // 100, pl.col("period") % 100, 1)
    span = months.group_by("source").agg(first=day.min(), last=day.max())
    every = (
        span.with_columns(day=pl.date_ranges("first", "last", "1mo"))
        .explode("day")
        .select("source", period=(pl.col("day").dt.year() * 100 + pl.col("day").dt.month()).cast(pl.Int32))
    )
    return every.join(months, on=["source", "period"], how="left").sort("source", "period")
