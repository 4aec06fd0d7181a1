"""Per category and calendar year: what was bought without or outside a contract, against the direct-award limit.

The whole municipality counts together. It is an indicator, never a legal finding: the law asks for the estimated
value of each purchase. Amber begins at a share of the limit; red is an amount that may no longer be awarded directly,
by the comparator valid then ('below' since February 2022, 'at most' before).
"""

from datetime import date

import polars as pl

from dashboard.rules.limits import limits_on
from dashboard.rules.thresholds import limit_on
from dashboard.status import Status

CLASSES = ("D", "E", "F")


def direct_award_radar(
    cube: pl.DataFrame, thresholds: pl.DataFrame, rule_limits: pl.DataFrame, year: int
) -> pl.DataFrame:
    """One row a category, largest amount first.

    `category_id, amount_ore, lines, limit_ore, share, status, is_verified, comparator, limit_status, limit_source`.
    `limit_ore`, `share` are null and `status` is no_data where no limit is known for the year's last day.
    """
    last_day = date(year, 12, 31)
    limit = limit_on(thresholds, last_day)
    amber_share = limits_on(rule_limits, last_day).radar_amber_share
    chosen = cube.filter(pl.col("line_class").is_in(CLASSES), pl.col("period") // 100 == year)
    summed = chosen.group_by("category_id").agg(pl.col("amount_ore", "lines").sum())
    edge = None if limit.value is None else limit.value * 100
    amount, limit_ore = pl.col("amount_ore"), pl.lit(edge, dtype=pl.Int64)
    is_over = amount > limit_ore if limit.comparator == "<=" else amount >= limit_ore
    status = (
        pl.when(limit_ore.is_null())
        .then(pl.lit(Status.NO_DATA.value))
        .when(is_over)
        .then(pl.lit(Status.RED.value))
        .when(amount >= limit_ore * amber_share)
        .then(pl.lit(Status.AMBER.value))
        .otherwise(pl.lit(Status.GREEN.value))
    )
    return summed.with_columns(
        limit_ore=limit_ore,
        share=amount / limit_ore,
        status=status,
        is_verified=pl.lit(limit.is_verified),
        comparator=pl.lit(limit.comparator),
        limit_status=pl.lit(limit.status),
        limit_source=pl.lit(limit.source),
    ).sort("amount_ore", "category_id", descending=[True, False], nulls_last=True)
