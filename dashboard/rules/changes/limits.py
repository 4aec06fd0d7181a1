"""The limits of 17 kap on a day: rows of `rule_limit` with keys that begin with "change_"."""

from dataclasses import dataclass, fields
from datetime import date

import polars as pl

PREFIX = "change_"
WHOLE = 10_000  # shares are whole numbers of these parts, so that nothing is rounded at a limit


@dataclass(frozen=True)
class ChangeLimits:
    """Shares of the indexed value in parts of WHOLE. The values here hold where the database has none."""

    small_share: int = 1_000  # 17:9, goods and services: below
    small_share_works: int = 1_500  # 17:9, works: below
    extra_share: int = 5_000  # 17:11 and 17:12: at most


def change_limits(rows: pl.DataFrame, day: date) -> ChangeLimits:
    """The newest value of each limit that had begun by `day`."""
    begun = rows.filter(pl.col("valid_from") <= day).sort("valid_from").unique("key", keep="last")
    said = {key.removeprefix(PREFIX): value for key, value in begun.select("key", "value").iter_rows()}
    known = {field.name for field in fields(ChangeLimits)}
    return ChangeLimits(**{key: round(float(value) * WHOLE) for key, value in said.items() if key in known})
