"""Rows that are no lines: empty ones, which are not counted, and those that are refused, each with its reason."""

import polars as pl

from data_access.importers.column_names import NAMES

_AMOUNT_WORDS = list(NAMES["amount"] + NAMES["gross"])


def blank_rows(rows: pl.DataFrame) -> pl.Series:
    """The `_at` of the rows in which nothing stands. Asked only where there is no amount."""
    unread = rows.filter(pl.col("amount_ore").is_null())
    texts = [name for name in unread.columns if unread[name].dtype == pl.String and name != "amount"]
    texts = [name for name in texts if unread[name].null_count() < unread.height]
    filled = pl.any_horizontal(pl.col(name).str.contains(r"\S").fill_null(False) for name in ("amount", *texts))
    return unread.filter(~filled)["_at"]


def refused_rows(rows: pl.DataFrame, others: pl.Series) -> pl.DataFrame:
    """`_at, member, row, amount_ore, column, reason` of the rows that are no lines and not among `others`."""
    doubtful = rows.filter(pl.col("amount_ore").is_null() | pl.col("overflow").is_not_null())
    reason = pl.col("reason")
    return (
        doubtful.filter(~pl.col("_at").is_in(others.implode()))
        .with_columns(reason=_reason())
        .filter(reason.is_not_null())
        .with_columns(column=pl.when(reason != "too_many_fields").then(pl.lit("amount")))
        .select("_at", "member", "row", "amount_ore", "column", "reason")
    )


def _reason() -> pl.Expr:
    text = pl.col("amount").str.strip_chars()
    letters = text.str.to_lowercase().str.replace_all("[^a-zåäö]", "")
    return (
        pl.when(pl.col("overflow").str.contains(r"\S").fill_null(False))
        .then(pl.lit("too_many_fields"))
        .when(pl.col("amount_ore").is_not_null())
        .then(None)
        .when(text.is_null() | (text == ""))
        .then(pl.lit("amount_empty"))
        .when(letters.is_in(_AMOUNT_WORDS))
        .then(pl.lit("repeated_header"))
        .otherwise(pl.lit("amount_unreadable"))
    )
