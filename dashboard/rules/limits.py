"""The dated limits the rules work with (`rule_limit`): the newest row that had begun on the day holds."""

from dataclasses import dataclass, fields
from datetime import date

import polars as pl


@dataclass(frozen=True)
class Limits:
    """The limits of one day. The values here hold where the database says nothing about a key."""

    coverage_normal: float = 0.9
    coverage_uncertain: float = 0.7
    min_n: float = 5
    wilson_below_n: float = 30
    radar_amber_share: float = 0.8
    small_supplier_sek: float = 10_000
    follow_up_value_sek: float = 1_000_000
    cohort_age_months: float = 6
    payment_lag_days: float = 60
    small_departure_sek: float = 5_000


def limits_on(rows: pl.DataFrame, day: date) -> Limits:
    """The limits valid on `day`, out of the `rule_limit` rows (`key`, `valid_from`, `value`)."""
    begun = rows.filter(pl.col("valid_from") <= day).sort("valid_from").unique("key", keep="last")
    known = {field.name for field in fields(Limits)}
    return Limits(**{key: float(value) for key, value in begun.select("key", "value").iter_rows() if key in known})
