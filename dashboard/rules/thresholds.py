"""The legal limit that holds on a day, with its own comparator: until 31 January 2022 'at most', since then 'below'.

A limit nobody has verified is said to be unverified, and one that is missing is never guessed.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl


@dataclass(frozen=True)
class Limit:
    """A direct-award limit in SEK excluding VAT; `value` is None where it is not known."""

    value: int | None
    comparator: str
    status: str
    source: str

    @property
    def is_verified(self) -> bool:
        """Whether the amount was read in a first-hand source."""
        return self.status == "verified"


UNKNOWN = Limit(None, "<", "missing", "")


def limit_on(thresholds: pl.DataFrame, day: date, purchase_class: str = "goods_services", law: str = "LOU") -> Limit:
    """The direct-award limit on `day`; UNKNOWN where no row holds. `thresholds`: the columns of that table."""
    valid = thresholds.filter(
        pl.col("law") == law,
        pl.col("purchase_class") == purchase_class,
        pl.col("valid_from") <= day,
        pl.col("valid_to").is_null() | (pl.col("valid_to") >= day),
    ).sort("valid_from")
    if valid.is_empty():
        return UNKNOWN
    row = valid.row(-1, named=True)
    return Limit(row["direct_award_sek"], row["comparator"], row["status"], row["source"])


def is_within(amount_ore: pl.Expr, limit: Limit) -> pl.Expr:
    """Whether purchases of these values in öre may be awarded directly; null where the limit is not known."""
    edge = limit_ore(limit)
    return amount_ore <= edge if limit.comparator == "<=" else amount_ore < edge


def limit_ore(limit: Limit) -> pl.Expr:
    """The limit in öre; null where it is not known."""
    return pl.lit(None if limit.value is None else limit.value * 100, dtype=pl.Int64)
