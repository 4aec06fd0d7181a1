"""How long after a breach a penalty is claimed at the latest where the contract does not say, as a dated limit."""

from datetime import date

import polars as pl

KEY = "penalty_claim_days"
OTHERWISE = 180


def usual_claim_days(limits: pl.DataFrame, day: date) -> int:
    """The days valid on `day`, out of the `rule_limit` rows (`key`, `valid_from`, `value`)."""
    begun = limits.filter(pl.col("key") == KEY, pl.col("valid_from") <= day).sort("valid_from")
    return int(begun["value"][-1]) if begun.height else OTHERWISE
