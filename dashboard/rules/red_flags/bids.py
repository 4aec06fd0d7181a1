"""How many bids each lot of an announced procurement got."""

from datetime import date

import polars as pl

NOT_ANNOUNCED = ("direct_award", "lov")
OF_PROCUREMENT = ("registration_number", "title", "category_id", "unit_id", "tender_deadline_on")


def announced(procurements: pl.DataFrame) -> pl.DataFrame:
    """Procurements that were published, with the id as `procurement_id`."""
    return procurements.filter(
        pl.col("published_on").is_not_null(), ~pl.col("regime").is_in(NOT_ANNOUNCED).fill_null(False)
    ).rename({"id": "procurement_id"})


def bids_by_lot(procurements: pl.DataFrame, bids: pl.DataFrame, today: date, months: int) -> pl.DataFrame:
    """One row a lot with at least one bid whose deadline passed in the last `months`: `bids` and OF_PROCUREMENT.

    A lot of which no bid is recorded is unknown, not one without bids.
    """
    counted = bids.group_by("procurement_id", "lot").agg(bids=pl.len().cast(pl.Int64))
    since = pl.lit(today).dt.offset_by(f"-{months}mo")
    deadline = pl.col("tender_deadline_on")
    return (
        announced(procurements)
        .filter(deadline > since, deadline < today)
        .select("procurement_id", *OF_PROCUREMENT)
        .join(counted, on="procurement_id")
        .sort("tender_deadline_on", "procurement_id", "lot", descending=[True, False, False])
    )
