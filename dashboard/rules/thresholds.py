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


def is_below_limit(value_sek: float, limit: Limit) -> bool | None:
    """Whether a purchase of this value may be awarded directly; None where the limit is not known."""
    if limit.value is None:
        return None
    return value_sek <= limit.value if limit.comparator == "<=" else value_sek < limit.value
