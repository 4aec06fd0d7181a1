"""The sample's own time: 36 whole months that end with AS_OF, which never moves."""

from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.datetime64]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

AS_OF = date(2026, 10, 31)
SAMPLE_ON = date(2026, 11, 16)  # the day it is in the municipality: a Monday, when October's lines have come in
FIRST_MONTH = (2023, 11)
MONTHS = 36

STARTS: Days = np.arange("2023-11", "2026-12", dtype="datetime64[M]").astype("datetime64[D]")  # one more than MONTHS
PERIODS: tuple[int, ...] = tuple(int(str(start)[:4]) * 100 + int(str(start)[5:7]) for start in STARTS[:MONTHS])


def add_months(day: date, months: int) -> date:
    """The same day of the month, clamped to the month's end."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def extend_end(end: date, months: int) -> date:
    """The last day of a term that ended on `end` and was extended by `months`."""
    return add_months(end + timedelta(days=1), months) - timedelta(days=1)
