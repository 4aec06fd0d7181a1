"""The office's own margins before a deadline, by day (`rule_limit`): the newest row that had begun holds."""

from dataclasses import dataclass, fields
from datetime import date

import polars as pl

PREFIX = "decision_"


@dataclass(frozen=True)
class DecisionLimits:
    """The margins of one day. The values here hold where the database says nothing about a key.

    Days between deciding and the last day to call an option: for an option that the supplier must also accept there
    is more to do. `alert_days`: work not begun a lead time and so many days before the gate is told of.
    `own_procurements` is how many procurements of a kind it takes before their own median replaces the planning value.
    """

    buyer_days: float = 30
    mutual_days: float = 60
    alert_days: float = 120
    own_procurements: float = 20


def decision_limits(rows: pl.DataFrame, day: date) -> DecisionLimits:
    """The limits valid on `day`, out of the `rule_limit` rows (`key`, `valid_from`, `value`)."""
    begun = rows.filter(pl.col("valid_from") <= day).sort("valid_from").unique("key", keep="last")
    values = dict(begun.select("key", "value").iter_rows())
    known = {field.name: values.get(PREFIX + field.name) for field in fields(DecisionLimits)}
    return DecisionLimits(**{name: float(value) for name, value in known.items() if value is not None})
