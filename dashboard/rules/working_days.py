"""Working days: Monday to Friday, but for public holidays and midsommarafton, julafton and nyårsafton.

The three eves are equal to Sundays in semesterlagen (1977:480) 7 §, and nobody at a municipality answers on them.
"""

from bisect import bisect_right
from datetime import date, timedelta
from functools import lru_cache

import holidays


def add_working_days(day: date, count: int) -> date:
    """The last day of a time limit of `count` working days that begins the day after `day`; 0 is the day itself."""
    if count < 0:
        raise ValueError("a time limit is not negative")
    if count == 0:
        return day
    year, place = day.year, bisect_right(_working_days(day.year), day) + count - 1
    while place >= len(_working_days(year)):
        place -= len(_working_days(year))
        year += 1
    return _working_days(year)[place]


def working_days_between(first: date, last: date) -> int:
    """How many working days there are after `first` up to and including `last`; 0 where `last` is not later."""
    if last <= first:
        return 0
    whole_years = sum(len(_working_days(year)) for year in range(first.year, last.year))
    return whole_years + bisect_right(_working_days(last.year), last) - bisect_right(_working_days(first.year), first)


def is_working_day(day: date) -> bool:
    """Whether people are at work that day."""
    days = _working_days(day.year)
    return days[bisect_right(days, day) - 1] == day


@lru_cache(maxsize=512)
def _working_days(year: int) -> tuple[date, ...]:
    """In order. A list of its own for each year: the package's calendar grows as it is read, threads or not."""
    closed = holidays.country_holidays("SE", years=year, expand=False, categories=("public", "de_facto"))
    first = date(year, 1, 1)
    days = (first + timedelta(days=number) for number in range((date(year, 12, 31) - first).days + 1))
    return tuple(day for day in days if day.weekday() < 5 and day not in closed)
