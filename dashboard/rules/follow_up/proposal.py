"""The follow-ups a contract still needs in the coming twelve months, by its risk class and what is planned and done.

Each method of the class comes as many times a year as `follow_up_frequency` says, evenly spread: the first time one
interval after it was last done, or a month from now where that day has passed or it was never done. An occasion that
is already planned within half an interval stands for the proposed one. Nothing is proposed after the contract's end,
nor on a day that is not a working day.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from dashboard.rules.working_days import add_working_days, is_working_day

YEAR_DAYS = 365
MONTH_DAYS = 30


@dataclass(frozen=True, order=True)
class Proposed:
    """One follow-up to put into the plan."""

    planned_on: date
    method: str


def times_a_year(frequencies: pl.DataFrame, risk_class: int, day: date) -> dict[str, float]:
    """Method -> times a year for the class, by the rows valid on `day`; the one that began last holds."""
    valid = frequencies.filter(
        pl.col("risk_class") == risk_class,
        pl.col("valid_from") <= day,
        pl.col("valid_to").is_null() | (pl.col("valid_to") >= day),
    )
    newest = valid.sort("valid_from").unique("method", keep="last", maintain_order=True)
    return dict(newest.filter(pl.col("times_a_year") > 0).select("method", "times_a_year").iter_rows())


def proposed_plan(
    wanted: Mapping[str, float],
    planned: Mapping[str, Sequence[date]],
    done: Mapping[str, date],
    today: date,
    ends_on: date | None,
) -> tuple[Proposed, ...]:
    """What to add, by day.

    `wanted` is method -> times a year, `planned` method -> the days of planned follow-ups that are not done, `done`
    method -> the last day it was done with evidence. `ends_on` is the contract's last day, None where it has none.
    """
    last = min(today + timedelta(days=YEAR_DAYS), ends_on or date.max)
    found = (
        Proposed(day, method)
        for method, times in wanted.items()
        for day in _uncovered(_days(times, done.get(method), today, last), planned.get(method, ()), YEAR_DAYS / times)
    )
    return tuple(sorted(found))


def _days(times: float, done_on: date | None, today: date, last: date) -> list[date]:
    """The days the method falls on until `last`, not counting what is planned."""
    step = YEAR_DAYS / times
    after = None if done_on is None else done_on + timedelta(days=round(step))
    first = after if after is not None and after > today else today + timedelta(days=MONTH_DAYS)
    turns = range(int(YEAR_DAYS / step) + 1)
    days = (_working(first + timedelta(days=round(step * turn)), today) for turn in turns)
    return [day for day in days if day <= last]


def _working(day: date, today: date) -> date:
    """The day, or the last working day before it; the next one where that would be today or earlier."""
    back = day
    while not is_working_day(back):
        back -= timedelta(days=1)
    return back if back > today else add_working_days(day, 1)


def _uncovered(days: Iterable[date], planned: Sequence[date], step: float) -> list[date]:
    """The days that no planned occasion stands for; each occasion stands for one day at most."""
    left = sorted(planned)
    missing = []
    for day in days:
        near = _nearest(left, day, step / 2)
        if near is not None:
            left.remove(near)
        else:
            missing.append(day)
    return missing


def _nearest(days: Sequence[date], to: date, most_days: float) -> date | None:
    """The day nearest to `to`, at most so many days from it."""
    distance, day = min(((abs((one - to).days), one) for one in days), default=(0, None))
    return day if distance <= most_days else None
