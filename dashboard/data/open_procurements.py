"""The procurements that may be shown: one that led to nothing but secret contracts would tell what they are about."""

import polars as pl

from dashboard.data.edition import Edition
from dashboard.data.registers import register

NAMING = ("registration_number", "title", "case_number")


def without_secret(edition: Edition, rows: pl.DataFrame, key: str = "id") -> pl.DataFrame:
    """The rows whose procurement (its id in the column `key`) led to no contract, or to one that is not secret."""
    return rows.filter(~pl.col(key).is_in(_secret(edition).implode()))


def masked(edition: Edition, rows: pl.DataFrame) -> pl.DataFrame:
    """Rows of procurements (`procurement_id`, else `row_id`) with NAMING empty where all their contracts are secret.

    They stay, for the sum of the rows to be the value they stand behind.
    """
    key = "procurement_id" if "procurement_id" in rows.columns else "row_id"
    is_secret = pl.col(key).is_in(_secret(edition).implode())
    named = [pl.when(~is_secret).then(name).alias(name) for name in NAMING if name in rows.columns]
    return rows.with_columns(named)


def _secret(edition: Edition) -> pl.Series:
    """The ids of the procurements whose contracts are all secret."""
    led_to = register(edition, "contract").select("is_secret", "procurement_id").drop_nulls()
    return led_to.group_by("procurement_id").agg(pl.col("is_secret").all()).filter("is_secret")["procurement_id"]
