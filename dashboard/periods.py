"""Windows of months: month, tertial, half-year, year, rolling twelve, and what each is compared with.

A month is a whole number such as 202611. A window ends with the last month asked for, so a tertial or a year that has
not ended yet is shown so far.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import polars as pl

from dashboard.filters import add_months, months_between
from dashboard.text import Text


class Grain(StrEnum):
    """How long a window is."""

    MONTH = "month"
    TERTIAL = "tertial"
    HALF_YEAR = "half_year"
    YEAR = "year"
    ROLLING = "rolling"  # the twelve months that end with the last one
    PERIOD = "period"  # the months the visitor has chosen


GRAIN_NAMES = {
    Grain.MONTH: Text(sv="Månad", en="Month"),
    Grain.TERTIAL: Text(sv="Tertial", en="Four-month period"),
    Grain.HALF_YEAR: Text(sv="Halvår", en="Half-year"),
    Grain.YEAR: Text(sv="År", en="Year"),
    Grain.ROLLING: Text(sv="Rullande 12 månader", en="Rolling 12 months"),
    Grain.PERIOD: Text(sv="Vald period", en="Chosen period"),
}

_LENGTH = {Grain.MONTH: 1, Grain.TERTIAL: 4, Grain.HALF_YEAR: 6, Grain.YEAR: 12}


@dataclass(frozen=True, order=True)
class Window:
    """The months from `first` to `last`, both included; `is_partial`: the tertial or year has not ended."""

    first: int
    last: int
    is_partial: bool = False

    @property
    def months(self) -> list[int]:
        """Every month in it."""
        return months_between(self.first, self.last)

    @property
    def last_day(self) -> date:
        """The day the window ends with: targets and registers are taken as they were then."""
        return last_day(self.last)


def last_day(period: int) -> date:
    """202602 -> 2026-02-28."""
    year, month = divmod(period, 100)
    return date(year, month, monthrange(year, month)[1])


def window(last: int, grain: Grain, first: int | None = None) -> Window:
    """The window of this grain that ends with the month `last`; for a chosen period it begins with `first`."""
    if grain is Grain.PERIOD:
        return Window(first if first is not None else add_months(last, -11), last)
    if grain is Grain.ROLLING:
        return Window(add_months(last, -11), last)
    length = _LENGTH[grain]
    year, month = divmod(last, 100)
    begins = year * 100 + (month - 1) // length * length + 1
    return Window(begins, last, is_partial=add_months(begins, length - 1) != last)


def previous(of: Window, grain: Grain) -> Window:
    """The window just before. For rolling twelve that is the one that ended a month earlier."""
    if grain is Grain.ROLLING:
        return Window(add_months(of.first, -1), add_months(of.last, -1))
    length = _LENGTH.get(grain, len(of.months))
    return Window(add_months(of.first, -length), add_months(of.first, -1))


def last_year(of: Window) -> Window:
    """The same months one year earlier."""
    return Window(add_months(of.first, -12), add_months(of.last, -12))


def windows_until(last: int, grain: Grain, count: int, first: int | None = None) -> list[Window]:
    """The `count` windows that end with `window(last, grain)`, oldest first."""
    found = [window(last, grain, first)]
    while len(found) < count:
        found.append(previous(found[-1], grain))
    return found[::-1]


def window_months(windows: Sequence[Window]) -> pl.DataFrame:
    """One row for each month of each window: `until` (its last month) and `period`."""
    rows = [(one.last, month) for one in dict.fromkeys(windows) for month in one.months]
    return pl.DataFrame(rows, schema={"until": pl.Int64, "period": pl.Int64}, orient="row").unique(maintain_order=True)


def window_label(of: Window, grain: Grain) -> Text:
    """The window in few words: 'okt 2026', 'T3 2026', 'H2 2026', '2026', 'nov 2025–okt 2026'."""
    year, month = divmod(of.last, 100)
    match grain:
        case Grain.MONTH:
            return month_label(of.last)
        case Grain.TERTIAL:
            return Text(sv=f"T{(month - 1) // 4 + 1} {year}", en=f"T{(month - 1) // 4 + 1} {year}")
        case Grain.HALF_YEAR:
            return Text(sv=f"H{(month - 1) // 6 + 1} {year}", en=f"H{(month - 1) // 6 + 1} {year}")
        case Grain.YEAR:
            return Text(sv=str(year), en=str(year))
    first, last = month_label(of.first), month_label(of.last)
    return Text(sv=f"{first.sv}–{last.sv}", en=f"{first.en}–{last.en}")


_SV = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
_EN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def month_label(period: int) -> Text:
    """202610 -> 'okt 2026'."""
    year, month = divmod(period, 100)
    return Text(sv=f"{_SV[month - 1]} {year}", en=f"{_EN[month - 1]} {year}")
