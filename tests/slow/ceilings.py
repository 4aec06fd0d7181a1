"""A ceiling walked towards day by day, with exact fractions of a krona."""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from math import sqrt
from statistics import stdev
from typing import Any

Row = dict[str, Any]
LONGEST = 25  # years walked before giving up
T_95 = {3: 4.303, 4: 3.182, 5: 2.776, 6: 2.571}


def slow_counted(contract_id: int, consumed: list[Row], call_offs: list[Row], last: int) -> dict[int, int]:
    """Öre by period on the contract and on every call-off below it, each line once."""
    below, waiting = {contract_id}, [contract_id]
    while waiting:
        above = waiting.pop()
        for pair in call_offs:
            if pair["framework_id"] == above and pair["contract_id"] not in below:
                below.add(pair["contract_id"])
                waiting.append(pair["contract_id"])
    months: dict[int, int] = {}
    for row in consumed:
        if row["contract_id"] in below and row["period"] <= last:
            months[row["period"]] = months.get(row["period"], 0) + row["amount_ore"]
    return months


def slow_history(contract: Row, months: dict[int, int], first: int, last: int) -> list[int]:
    """The periods of the whole months that can be counted, oldest first."""
    begins = contract["from_on"]
    if begins is None and not months:
        return []
    since = min(months) if begins is None else begins.year * 100 + begins.month
    if begins is not None and begins.day > 1:
        since = _after(since)
    found, period = [], max(since, first)
    while period <= last:
        found.append(period)
        period = _after(period)
    return found


def slow_recent(months: dict[int, int], history: list[int]) -> tuple[Fraction, Fraction, Fraction] | None:
    """Öre a month over the six latest months, the lower and the higher end of its interval; None for too few."""
    used = [months.get(period, 0) for period in history[-6:]]
    if len(used) < 3:
        return None
    half = round(T_95[len(used)] * stdev(used) * sqrt(len(used)))
    total, n = sum(used), len(used)
    return Fraction(total, n), Fraction(max(total - half, 0), n), Fraction(total + half, n)


def slow_seasonal(months: dict[int, int], history: list[int]) -> list[dict[int, Fraction]] | None:
    """Öre for each month of the year to come, and so at the lower and the higher end of the interval.

    None where two years are not known or nothing was used.
    """
    if len(history) < 24:
        return None
    older, newer = ([months.get(period, 0) for period in part] for part in (history[-24:-12], history[-12:]))
    parts = {period % 100: max(a + b, 0) for period, a, b in zip(history[-12:], older, newer, strict=True)}
    year, whole = sum(newer), sum(parts.values())
    if year <= 0 or whole <= 0:
        return None
    within = sum((a - b) ** 2 / 2 for a, b in zip(older, newer, strict=True)) / 12
    half = round(2.179 * sqrt(within) * sqrt(12))
    return [
        {at: Fraction(total * part, whole) for at, part in parts.items()}
        for total in (year, max(year - half, 0), year + half)
    ]


def slow_day(left: int, of_month: dict[int, Fraction], last: int) -> date | None:
    """The day the amount left is gone; a month's use is the same on each of its days."""
    gone, day = Fraction(0), _day_after(last)
    while day.year < last // 100 + LONGEST:
        gone += of_month[day.month] / monthrange(day.year, day.month)[1]
        if gone >= left:
            return day
        day += timedelta(days=1)
    return None


def even(rate: Fraction) -> dict[int, Fraction]:
    """The same every month."""
    return dict.fromkeys(range(1, 13), rate)


def _after(period: int) -> int:
    return period + 89 if period % 100 == 12 else period + 1


def _day_after(period: int) -> date:
    return date(_after(period) // 100, _after(period) % 100, 1)
