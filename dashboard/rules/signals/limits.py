"""The limits of the signals on a day: rows of `rule_limit` with keys that begin with "signal_"."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import polars as pl

PREFIX = "signal_"


@dataclass(frozen=True)
class SignalLimits:
    """The values here hold where the database has none; all are proposals until somebody decides otherwise."""

    price_share: float = 0.01  # above the agreed price, in a month
    price_sek: float = 1_000
    delivery_share: float = 0.97  # on time in full, where the contract names no level of its own
    delivery_periods: int = 2  # quarters in a row below it
    complaints: int = 3
    complaint_days: int = 30
    satisfaction_index: float = 60
    min_answers: int = 5
    evidence_days: int = 20  # after the day the evidence was due
    reference_share: float = 0.3  # of the invoice lines without a contract reference
    burn_index: float = 1.2
    small_weight: float = 6  # sum of the severities within the window
    small_days: int = 90
    small_count: int = 3
    audit_months: int = 24  # an older audit says nothing of today


def signal_limits(rows: pl.DataFrame, day: date) -> SignalLimits:
    """The newest value of each limit that had begun by `day`."""
    begun = rows.filter(pl.col("valid_from") <= day).sort("valid_from").unique("key", keep="last")
    said = {key.removeprefix(PREFIX): value for key, value in begun.select("key", "value").iter_rows()}
    whole = {field.name: isinstance(field.default, int) for field in fields(SignalLimits)}
    known: dict[str, Any] = {
        key: int(value) if whole[key] else float(value) for key, value in said.items() if key in whole
    }
    return SignalLimits(**known)
