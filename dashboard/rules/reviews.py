"""Court reviews of procurements: whether a case was lost, and how long a review held up the contract."""

from datetime import date

import polars as pl

from dashboard.rules.decisions.standstill import standstill_ends

LOST = ("bifall", "delvis")
TRIED = (*LOST, "avslag")  # on the merits: not dismissed, withdrawn or struck out


def is_lost() -> pl.Expr:
    """Whether a decided case was granted, wholly or in part; null where the outcome is not stated."""
    return _is_decided(pl.col("outcome").is_in(LOST))


def is_tried() -> pl.Expr:
    """Whether a decided case was tried on the merits; null where the outcome is not stated."""
    return _is_decided(pl.col("outcome").is_in(TRIED))


def _is_decided(said: pl.Expr) -> pl.Expr:
    return pl.when(pl.col("outcome") != "pending").then(said)


def with_delay(signed: pl.DataFrame) -> pl.DataFrame:
    """Adds `standstill_ends_on` and `delay_days`: from the end of the ordinary standstill to the signed contract.

    Needs `award_notice_sent_on` and `contract_signed_on`. The notice is taken to have been sent electronically (20:1).
    Null without a notice, and where the contract was signed before the standstill was over.
    """
    sent: list[date] = signed["award_notice_sent_on"].drop_nulls().unique().to_list()
    ends = pl.DataFrame(
        [(day, standstill_ends(day)) for day in sent],
        {"award_notice_sent_on": pl.Date, "standstill_ends_on": pl.Date},
        orient="row",
    )
    days = (pl.col("contract_signed_on") - pl.col("standstill_ends_on")).dt.total_days()
    joined = signed.join(ends, on="award_notice_sent_on", how="left", maintain_order="left")
    return joined.with_columns(delay_days=pl.when(days >= 0).then(days))
