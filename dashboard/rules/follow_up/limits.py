"""The dated limits of follow-up (`rule_limit`): the newest row that had begun on the day holds."""

from dataclasses import dataclass, fields
from datetime import date

import polars as pl


@dataclass(frozen=True)
class FollowUpLimits:
    """The limits of one day. None: the database says nothing, so nothing is proposed from it.

    `value_n_sek` is the contract value from which the score for value is n, and `history_n_open` the number of open
    deviations from which the score for history is at least n.
    """

    tolerance_days: float = 14
    value_2_sek: float | None = None
    value_3_sek: float | None = None
    value_4_sek: float | None = None
    history_2_open: float | None = None
    history_3_open: float | None = None
    history_4_open: float | None = None


def follow_up_limits(rows: pl.DataFrame, day: date) -> FollowUpLimits:
    """The limits valid on `day`, out of the `rule_limit` rows (`key`, `valid_from`, `value`)."""
    begun = rows.filter(pl.col("valid_from") <= day).sort("valid_from").unique("key", keep="last")
    values = dict(begun.select("key", "value").iter_rows())
    known = {field.name: values.get(f"follow_up_{field.name}") for field in fields(FollowUpLimits)}
    return FollowUpLimits(**{name: float(value) for name, value in known.items() if value is not None})
