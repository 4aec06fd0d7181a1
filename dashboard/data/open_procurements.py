"""The procurements that may be shown: one that led to nothing but secret contracts would tell what they are about."""

import polars as pl

from dashboard.data.edition import Edition
from dashboard.data.registers import register


def without_secret(edition: Edition, rows: pl.DataFrame, key: str = "id") -> pl.DataFrame:
    """The rows whose procurement (its id in the column `key`) led to no contract, or to one that is not secret."""
    led_to = register(edition, "contract").select("is_secret", "procurement_id").drop_nulls()
    hidden = led_to.group_by("procurement_id").agg(pl.col("is_secret").all()).filter("is_secret")["procurement_id"]
    return rows.filter(~pl.col(key).is_in(hidden.implode()))
