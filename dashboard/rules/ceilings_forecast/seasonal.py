"""The seasonal variant, where two whole years are known: next years use what the latest one did, each month as large
a part of its year as in the two latest years together.

The interval comes from how much the same month of the two years differ.
"""

import polars as pl

from dashboard.rules.ceilings_forecast.months import days_in, first_day
from dashboard.rules.ceilings_forecast.recent import FAR

NEEDED = 24
AHEAD = range(12)
T_95 = 2.179  # Student's t, two-sided 95 per cent, one degree of freedom for each of twelve pairs of months
ENDS = {"seasonal_on": "year_ore", "seasonal_from_on": "year_high_ore", "seasonal_to_on": "year_low_ore"}


def with_seasonal(rows: pl.DataFrame, monthly: pl.DataFrame, last: int) -> pl.DataFrame:
    """Adds `is_seasonal`, and `seasonal_on`, `seasonal_from_on` and `seasonal_to_on`, null beyond FAR months.

    `is_seasonal` is true with NEEDED months of history and something used in the latest year.
    Needs `history` and `left_ore`. A month that was negative over the two years is taken as 0.
    """
    judged = rows.filter(pl.col("history") >= NEEDED, pl.col("left_ore") > 0).select("contract_id", "left_ore")
    years = judged.join(_years(monthly, last), on="contract_id").with_columns(_parts()).with_columns(_before())
    days = [_reached(years, year, last).alias(name) for name, year in ENDS.items()]
    is_seasonal = (pl.col("year_ore") > 0) & (pl.col("before_12") > 0)
    found = years.select("contract_id", is_seasonal=is_seasonal).with_columns(days)
    joined = rows.join(found, on="contract_id", how="left", maintain_order="left")
    return joined.with_columns(pl.col("is_seasonal").fill_null(False))


def _years(monthly: pl.DataFrame, last: int) -> pl.DataFrame:
    """By contract the latest year's use with the ends of its interval, and `pair_0` … `pair_11`: each month of the
    year over both years, 0 being the month after `last`.
    """
    amount = pl.col("amount_ore")
    recent = monthly.filter(pl.col("month") > last - NEEDED).with_columns(ahead=(pl.col("month") - last - 1) % 12)
    pairs = [pl.when(pl.col("ahead") == at).then(amount).otherwise(0).sum().alias(f"pair_{at}") for at in AHEAD]
    summed = recent.group_by("contract_id").agg(
        *pairs, year_ore=amount.filter(pl.col("month") > last - 12).sum(), squares=(amount.cast(pl.Int128) ** 2).sum()
    )
    differing = 2 * pl.col("squares") - pl.sum_horizontal(pl.col(f"pair_{at}").cast(pl.Int128) ** 2 for at in AHEAD)
    half = (T_95 * (differing.cast(pl.Float64) / 2 / 12).sqrt() * 12**0.5).round().cast(pl.Int64)
    year = pl.col("year_ore")
    return summed.with_columns(year_low_ore=(year - half).clip(0), year_high_ore=year + half)


def _parts() -> list[pl.Expr]:
    """Each month's part of its year, never negative."""
    return [pl.col(f"pair_{at}").clip(0).cast(pl.Int128).alias(f"part_{at}") for at in AHEAD]


def _before() -> list[pl.Expr]:
    """What the months before each one used of the year; `before_12` is the whole of it."""
    return [
        pl.sum_horizontal(pl.lit(0, pl.Int128), *(f"part_{at}" for at in range(upto))).alias(f"before_{upto}")
        for upto in range(13)
    ]


def _reached(years: pl.DataFrame, year_ore: str, last: int) -> pl.Series:
    """First the whole years, then the month in which the rest is used, then the day within it."""
    year, whole = pl.col(year_ore).cast(pl.Int128), pl.col("before_12")
    gone = (pl.col("left_ore").cast(pl.Int128) - 1) // year
    rest = years.with_columns(gone=pl.when(year > 0, whole > 0, gone * 12 < FAR).then(gone)).with_columns(
        wanted=(pl.col("left_ore") - pl.col("gone") * year) * whole
    )
    ahead = pl.coalesce(pl.when(pl.col(f"before_{at + 1}") * year >= pl.col("wanted")).then(at) for at in AHEAD)
    found = rest.with_columns(ahead=ahead).with_columns(
        month=(pl.col("gone") * 12 + pl.col("ahead")).cast(pl.Int64) + last + 1,
        needed=pl.col("wanted") - _picked("before") * year,
        size=_picked("part") * year,
    )
    month, size = pl.col("month"), pl.col("size")
    days = (pl.col("needed") * days_in(month) + size - 1) // size
    return found.select(first_day(month) + pl.duration(days=days.cast(pl.Int64) - 1)).to_series()


def _picked(name: str) -> pl.Expr:
    """Of twelve columns the one of the month `ahead`."""
    return pl.coalesce(pl.when(pl.col("ahead") == at).then(f"{name}_{at}") for at in AHEAD)
