"""Announced procurements that were signed, beside the officers who made them, in the same months."""

import polars as pl

from dashboard.data.row_frames.ask import DIMENSIONS, Ask, Tables, month
from dashboard.data.row_frames.procurements import NOT_ANNOUNCED

KEPT = ("row_id", "registration_number", "title", "published_on", "contract_signed_on")
COUNTED = ("kind", "procurements", "officers")


def officer_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row a signed procurement, and one a month with its officers: `period`, KEPT, COUNTED and the dimensions.

    `kind`: procurement or officers. `procurements` is 1 for a procurement and 0 for a month; null where nobody has said
    how many officers there were that month. `officers`: full-time equivalents that month, the mean of all known months
    where it is not known, 0 for a procurement. For the whole office: the dimensions are null.
    """
    officers = tables["officer_capacity"].select("period", "officers")
    rows = pl.concat([_signed(tables, ask, officers), _months(ask, officers)], how="diagonal")
    nowhere = [pl.lit(None, pl.Int64).alias(name) for name in DIMENSIONS]
    return rows.select("period", *KEPT, *COUNTED, *nowhere)


def _signed(tables: Tables, ask: Ask, officers: pl.DataFrame) -> pl.DataFrame:
    is_announced = pl.col("published_on").is_not_null() & ~pl.col("regime").is_in(NOT_ANNOUNCED).fill_null(False)
    signed = tables["procurement"].filter(is_announced, pl.col("contract_signed_on") <= ask.as_of)
    return (
        signed.filter(~(pl.col("cancelled_on") >= pl.col("published_on")).fill_null(False))
        .with_columns(month("contract_signed_on"))
        .join(officers, on="period", how="left")
        .select(
            "period",
            *KEPT[1:],
            row_id="id",
            kind=pl.lit("procurement"),
            procurements=pl.when(pl.col("officers").is_not_null()).then(pl.lit(1, pl.Int64)),
            officers=pl.lit(0.0),
        )
    )


def _months(ask: Ask, officers: pl.DataFrame) -> pl.DataFrame:
    last = ask.as_of.year * 100 + ask.as_of.month
    months = sorted({month for one in ask.windows for month in one.months if month <= last})
    usual = officers["officers"].mean()
    return (
        pl.DataFrame({"period": months}, schema={"period": pl.Int64})
        .join(officers, on="period", how="left")
        .select(
            "period",
            kind=pl.lit("officers"),
            procurements=pl.when(pl.col("officers").is_not_null()).then(pl.lit(0, pl.Int64)),
            officers=pl.col("officers").fill_null(pl.lit(usual, pl.Float64)),
        )
    )
