"""Months as whole numbers (year × 12 + month − 1), so that a forecast is arithmetic and not a walk over a calendar."""

from datetime import date, timedelta

import polars as pl


def month_number(period: int) -> int:
    """202610 -> the number of October 2026."""
    return period // 100 * 12 + period % 100 - 1


def number_of(period: str) -> pl.Expr:
    """As `month_number`, of a column of periods."""
    months = pl.col(period).cast(pl.Int64)
    return months // 100 * 12 + months % 100 - 1


def number_on(day: pl.Expr) -> pl.Expr:
    """The number of the month a day stands in."""
    return day.dt.year().cast(pl.Int64) * 12 + day.dt.month().cast(pl.Int64) - 1


def first_day(month: pl.Expr) -> pl.Expr:
    """The first day of a month by its number."""
    return pl.date(month // 12, month % 12 + 1, 1)


def days_in(month: pl.Expr) -> pl.Expr:
    """How many days a month by its number has."""
    return first_day(month).dt.month_end().dt.day().cast(pl.Int64)


def last_day(period: int) -> date:
    """The last day of a month: 202610 -> 2026-10-31."""
    year, month = divmod(month_number(period) + 1, 12)
    return date(year, month + 1, 1) - timedelta(days=1)


def place(day: pl.Expr) -> pl.Expr:
    """Where a day begins, in months and parts of a month: the difference of two places is the time between them."""
    return number_on(day) + (day.dt.day().cast(pl.Int64) - 1) / day.dt.month_end().dt.day().cast(pl.Int64)
