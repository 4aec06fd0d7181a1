"""Per category and calendar year: what was bought without or outside a contract, against the direct-award limit.

The whole municipality counts together. It is an indicator, never a legal finding: the law asks for the estimated
value of each purchase. Amber begins at a share of the limit; red is an amount that may no longer be awarded directly,
by the comparator valid then ('below' since February 2022, 'at most' before).
"""

from datetime import date

import polars as pl

from dashboard.rules.limits import limits_on
from dashboard.rules.thresholds import is_within, limit_on, limit_ore
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
    amount, edge = pl.col("amount_ore"), limit_ore(limit)
    status = (
        pl.when(edge.is_null())
        .then(pl.lit(Status.NO_DATA.value))
        .when(~is_within(amount, limit))
        .then(pl.lit(Status.RED.value))
        .when(amount >= edge * amber_share)
        .then(pl.lit(Status.AMBER.value))
        .otherwise(pl.lit(Status.GREEN.value))
    )
    return summed.with_columns(
        limit_ore=edge,
        share=amount / edge,
        status=status,
        is_verified=pl.lit(limit.is_verified),
        comparator=pl.lit(limit.comparator),
        limit_status=pl.lit(limit.status),
        limit_source=pl.lit(limit.source),
    ).sort("amount_ore", "category_id", descending=[True, False], nulls_last=True)
