"""A procurement is published as planned when it is published at most 30 days before or after the planned day.

Not published is not as planned. Until 30 days have passed since the planned day nothing is said.
"""

from datetime import date

import polars as pl

DAYS = 30


def is_due(as_of: date) -> pl.Expr:
    """Whether so long has passed since `planned_publish_on` that it can be judged; null without a plan."""
    return pl.col("planned_publish_on").dt.offset_by(f"{DAYS}d") <= as_of


def days_off(as_of: date) -> pl.Expr:
    """Days from the planned day to `published_on`, negative for early; null where either is unknown or later."""
    published = pl.when(pl.col("published_on") <= as_of).then(pl.col("published_on"))
    return (published - pl.col("planned_publish_on")).dt.total_days()


def is_as_planned(as_of: date) -> pl.Expr:
    """Whether it was published as planned; null without a planned day."""
    within = (days_off(as_of).abs() <= DAYS).fill_null(False)
    return pl.when(pl.col("planned_publish_on").is_not_null()).then(within)
