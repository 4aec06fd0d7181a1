"""Measuring a share row by row, slow and plain: what `measure` must agree with."""

from dataclasses import dataclass
from math import sqrt
from statistics import median
from typing import Any

Row = dict[str, Any]


@dataclass
class Slow:
    """What came out."""

    n: int
    n_unknown: int
    good: float
    known: float
    unknown: float
    low: float | None
    value: float | None
    high: float | None


def slow_share(rows: list[Row], *, is_counted: bool) -> Slow:
    """Rows with `good` (true, false, None), `weight` and `count`."""
    good = known = unknown = 0.0
    n = n_unknown = 0
    for row in rows:
        if row["good"] is None:
            unknown += row["weight"]
            n_unknown += row["count"]
            continue
        n += row["count"]
        known += row["weight"]
        if row["good"]:
            good += row["weight"]
    low = value = high = None
    if n >= 5 and known > 0:
        value = within(good / known)
        low, high = slow_interval(n, good, known, unknown, is_counted=is_counted)
        low, high = min(low, value), max(high, value)
    return Slow(n, n_unknown, good, known, unknown, low, value, high)


def slow_interval(n: int, good: float, known: float, unknown: float, *, is_counted: bool) -> tuple[float, float]:
    whole = known + unknown
    if is_counted and n < 30:
        return slow_wilson(good, whole)[0], slow_wilson(good + unknown, whole)[1]
    if whole <= 0:
        return 0.0, 1.0
    ends = within(good / whole), within((good + unknown) / whole)
    return min(ends), max(ends)


def slow_wilson(hits: float, n: float) -> tuple[float, float]:
    z = 1.959963984540054
    share = hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return within(middle - half), within(middle + half)


def slow_median(values: list[float | None]) -> tuple[float | None, float | None, float | None]:
    """The median of the known, and what it would be were the unknown all smaller, or all larger, than anything."""
    known = [value for value in values if value is not None]
    if len(known) < 5:
        return None, None, None
    unknown = len(values) - len(known)
    ends = [median([*known, *[end] * unknown]) for end in (float("-inf"), float("inf"))]
    low, high = (None if abs(end) == float("inf") or end != end else end for end in ends)
    return low, median(known), high


def within(share: float) -> float:
    return min(max(share, 0.0), 1.0)
