"""The limits of the red flags on a day: rows of `rule_limit` with keys that begin with "flag_"."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import polars as pl

PREFIX = "flag_"


@dataclass(frozen=True)
class FlagLimits:
    """The values here hold where the database has none; all are proposals until somebody decides otherwise."""

    few_bids: int = 3  # fewer are few
    bid_months: int = 12  # after the tender deadline
    review_share: float = 0.08  # above this share of a category's procurements
    review_least: int = 5  # fewer procurements say nothing of a category
    review_months: int = 36
    late_days: int = 180  # the last days of a contract
    large_share: float = 0.25  # of the indexed value, and more


def flag_limits(rows: pl.DataFrame, day: date) -> FlagLimits:
    """The newest value of each limit that had begun by `day`."""
    begun = rows.filter(pl.col("valid_from") <= day).sort("valid_from").unique("key", keep="last")
    said = {key.removeprefix(PREFIX): value for key, value in begun.select("key", "value").iter_rows()}
    whole = {field.name: isinstance(field.default, int) for field in fields(FlagLimits)}
    known: dict[str, Any] = {
        key: int(value) if whole[key] else float(value) for key, value in said.items() if key in whole
    }
    return FlagLimits(**known)
