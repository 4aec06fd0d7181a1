"""Whether a deviation was put right in time, how long it took, and whether it came back."""

import polars as pl

AGAIN_MONTHS = 6


def is_closed_in_time() -> pl.Expr:
    """A deviation is in time when it was closed on the agreed day or before; open after that day is not in time.

    Null where no day was agreed. Columns: `due_on`, `closed_on` (null: open).
    """
    in_time = (pl.col("closed_on") <= pl.col("due_on")).fill_null(False)
    return pl.when(pl.col("due_on").is_not_null()).then(in_time)


def days_open() -> pl.Expr:
    """Whole days from when it was observed until it was closed; null while it is open."""
    return (pl.col("closed_on") - pl.col("observed_on")).dt.total_days()


def is_reopened_soon() -> pl.Expr:
    """A closed deviation came back when it was reopened within six months from the closing that the reopening undid.

    Columns: `closed_before_on`, `reopened_on` (both null: never reopened).
    """
    last = pl.col("closed_before_on").dt.offset_by(f"{AGAIN_MONTHS}mo")
    return (pl.col("reopened_on") <= last).fill_null(False)
