"""Months added to days the cautious way, and days moved back to one when people are at work.

A month's end is never reached by rounding up: 28 February minus six months is 28 August, not the 31st. The end of a
term that is extended is counted from the day after it, so that a term that ends with a month goes on ending with one.
"""

from datetime import date, timedelta
from functools import lru_cache

import polars as pl

from dashboard.rules.working_days import is_working_day

SUMMER_BEGINS, SUMMER_ENDS = 701, 810  # month and day
BEFORE_SUMMER = (6, 30)


def add_months(day: pl.Expr, months: pl.Expr) -> pl.Expr:
    """The same day of the month, or its last one; null where either is null. Negative months go back."""
    return day.dt.offset_by(pl.format("{}mo", months))


def subtract_months(day: pl.Expr, months: pl.Expr) -> pl.Expr:
    """The same day so many months earlier, or that month's last one: the cautious notice day."""
    return add_months(day, -months)


def extend_end(end: pl.Expr, months: pl.Expr) -> pl.Expr:
    """The last day of a term that ended on `end`, extended by `months`."""
    return add_months(end.dt.offset_by("1d"), months).dt.offset_by("-1d")


def add_days(day: pl.Expr, days: pl.Expr) -> pl.Expr:
    """`days` later, or earlier where negative."""
    return day + pl.duration(days=days)


def previous_working_day(day: pl.Expr, closed: list[date]) -> pl.Expr:
    """The day itself, or the last working day before it. `closed` as of `closed_weekdays`."""
    return day.dt.add_business_days(0, holidays=closed, roll="backward")


def next_working_day(day: pl.Expr, closed: list[date]) -> pl.Expr:
    """The day itself, or the first working day after it. `closed` as of `closed_weekdays`."""
    return day.dt.add_business_days(0, holidays=closed, roll="forward")


def decide_by(deadline: pl.Expr, buffer_days: pl.Expr, closed: list[date]) -> pl.Expr:
    """The working day by which to decide: the buffer before the deadline, and never in the summer weeks.

    What falls on 1 July to 10 August is decided by 30 June, or the last working day before it.
    """
    day = previous_working_day(add_days(deadline, -buffer_days), closed)
    turn = day.dt.month().cast(pl.Int32) * 100 + day.dt.day()
    is_summer = turn.is_between(SUMMER_BEGINS, SUMMER_ENDS)
    before = previous_working_day(pl.date(day.dt.year(), *BEFORE_SUMMER), closed)
    return pl.when(is_summer).then(before).otherwise(day)


def closed_weekdays(first_year: int, last_year: int) -> list[date]:
    """The Mondays to Fridays nobody works, of all the years from first to last."""
    return [day for year in range(first_year, last_year + 1) for day in _closed(year)]


@lru_cache(maxsize=512)
def _closed(year: int) -> tuple[date, ...]:
    first = date(year, 1, 1)
    days = (first + timedelta(days=number) for number in range((date(year, 12, 31) - first).days + 1))
    return tuple(day for day in days if day.weekday() < 5 and not is_working_day(day))
