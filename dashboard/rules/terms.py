"""A contract runs from its start to its current end: the initial end, moved by the options that were exercised."""

from datetime import date

import polars as pl

BEGINNING = date(1, 1, 1)
FOR_EVER = date(9999, 12, 31)


def with_term(contracts: pl.DataFrame, options: pl.DataFrame) -> pl.DataFrame:
    """Adds `from_day` and `to_day` (both days included); a contract whose term is not known gets nulls.

    Until further notice without an end runs for ever; a termination cuts. Needs of `contracts`: id, start_on,
    initial_end_on, terminated_on, is_until_further_notice; of `options`: contract_id, length_months, exercised_on.
    """
    exercised = (
        options.filter(pl.col("exercised_on").is_not_null())
        .group_by(id="contract_id")
        .agg(exercised_months=pl.col("length_months").sum())
    )
    end = (
        pl.when(pl.col("initial_end_on").is_not_null())
        .then(extended("initial_end_on", pl.col("exercised_months").fill_null(0)))
        .when("is_until_further_notice")
        .then(pl.lit(FOR_EVER))
    )
    last_day = pl.when(end.is_null()).then(None).otherwise(pl.min_horizontal(end, "terminated_on"))
    return (
        contracts.join(exercised, on="id", how="left")
        .with_columns(from_day="start_on", to_day=pl.when(pl.col("start_on").is_not_null()).then(last_day))
        .with_columns(from_day=pl.when(pl.col("to_day").is_not_null()).then("from_day"))
        .drop("exercised_months")
    )


def extended(end: str, months: pl.Expr) -> pl.Expr:
    """extend_end of the specification: the day before (end + 1 day + months), so a month's end stays a month's end."""
    return pl.col(end).dt.offset_by("1d").dt.offset_by(pl.format("{}mo", months)).dt.offset_by("-1d")
