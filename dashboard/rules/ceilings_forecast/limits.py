"""The limits of ceilings on a day: rows of `rule_limit` with keys that begin with "ceiling_"."""

from dataclasses import dataclass, fields
from datetime import date

import polars as pl

PREFIX = "ceiling_"
MONTHS = "order_months"
WHOLE = 10_000  # shares are whole numbers of these parts, so that nothing is rounded at a limit


@dataclass(frozen=True)
class CeilingLimits:
    """In parts of WHOLE, each reached at that share, and `order_months`. They hold where the database has none."""

    watch_share: int = 6_000
    reprocure_share: int = 8_000  # try a new procurement against the forecast day
    stop_share: int = 9_500  # no new call-offs without a decision
    fast_index: int = 11_000  # above this burn index the ceiling is used too fast
    order_months: int = 3  # how long an order that no invoice names is taken to be open


def ceiling_limits(rows: pl.DataFrame, day: date) -> CeilingLimits:
    """The newest value of each limit that had begun by `day`."""
    begun = rows.filter(pl.col("valid_from") <= day).sort("valid_from").unique("key", keep="last")
    said = {key.removeprefix(PREFIX): value for key, value in begun.select("key", "value").iter_rows()}
    known = {field.name for field in fields(CeilingLimits)}
    parts = {key: 1 if key == MONTHS else WHOLE for key in known}
    return CeilingLimits(**{key: round(float(value) * parts[key]) for key, value in said.items() if key in known})
