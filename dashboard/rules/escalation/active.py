"""While a contract is in force: from its start to its end, options and terminations counted, both days included."""

from datetime import date

import polars as pl

from dashboard.rules.ends import with_ends_on


def active_spans(contracts: pl.DataFrame, options: pl.DataFrame, today: date) -> pl.DataFrame:
    """`contract_id, from_on, to_on` of every contract; null: no such day is known, and none is a limit."""
    return with_ends_on(contracts, options, today).select(contract_id="id", from_on="start_on", to_on="ends_on")


def is_active(day: pl.Expr) -> pl.Expr:
    """Whether a span holds on a day."""
    return (pl.col("from_on") <= day).fill_null(True) & (pl.col("to_on") >= day).fill_null(True)
