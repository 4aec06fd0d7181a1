"""The days of a line, and the month it is booked in."""

from dataclasses import dataclass

import polars as pl

from data_access.importers.days import read_days
from data_access.importers.frame import DAYS


@dataclass(frozen=True)
class Dated:
    """`columns` are the days and `period`; the counts are of cells unread, and unclear, and rows without a month."""

    columns: list[pl.Series]
    unread: int
    unclear: int
    without: int
    from_name: int


def read_dates(rows: pl.DataFrame, months: dict[int, int]) -> Dated:
    """The days and the month of each row; `months` is the month in the name of each member that has one."""
    read = {
        name: read_days(rows["member"], rows[name]).rename({"day": name})
        for name in (*DAYS, "period")
        if rows[name].null_count() < rows.height
    }
    unread = sum(_unread(rows[name], read[name]["month"]) for name in read if name != "period")
    unclear = sum(int(found["order_unclear"].sum()) for found in read.values())
    period = _period(rows.height, {name: found["month"] for name, found in read.items()})
    from_name = 0
    if months and period.null_count() == rows.height:
        period = rows["member"].replace_strict(months, default=None, return_dtype=pl.Int32).alias("period")
        from_name = rows.height - period.null_count()
    nothing = pl.Series(dtype=pl.Date).extend_constant(None, rows.height)
    days = [read[name][name] if name in read else nothing.alias(name) for name in DAYS]
    return Dated([*days, period], unread, unclear, period.null_count(), from_name)


def _unread(text: pl.Series, month: pl.Series) -> int:
    """How many cells hold something that is no day and no month."""
    left = text.filter(month.is_null())
    return int(left.str.contains(r"\w").sum())


def _period(height: int, months: dict[str, pl.Series]) -> pl.Series:
    """The month a row is booked in: its posting day's, unless the period column agrees with most of those days.

    A period column may count fiscal months (201009 for December), and then the day is right.
    """
    told, posted = months.get("period"), months.get("posted_on")
    first = ["posted_on", "period"]
    if told is not None and posted is not None and (told == posted).sum() * 2 >= (told == posted).count() > 0:
        first = ["period", "posted_on"]
    found = [months[name] for name in (*first, "invoiced_on", "paid_on", "delivered_on") if name in months]
    if not found:
        return pl.Series("period", dtype=pl.Int32).extend_constant(None, height)
    frame = pl.DataFrame([month.alias(str(at)) for at, month in enumerate(found)])
    return frame.select(period=pl.coalesce(pl.all())).to_series()
