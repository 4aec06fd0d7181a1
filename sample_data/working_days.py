"""Working days of the sample's years: not weekends, holidays, Midsummer Eve, Christmas Eve or New Year's Eve."""

from datetime import date, timedelta

import holidays
import numpy as np

YEARS = range(2023, 2028)
CATEGORIES = ("public", "de_facto")  # the second holds the eves on which nobody works
OFF = np.array(sorted(holidays.country_holidays("SE", years=YEARS, categories=CATEGORIES)), dtype="datetime64[D]")


def workday(day: date, after: int = 0) -> date:
    """`after` working days past the day, or past the first working day from it on."""
    moved = np.busday_offset(np.datetime64(day), after, roll="forward", holidays=OFF)
    return date.fromisoformat(str(moved))


def days(day: date, after: int) -> date:
    """The first working day `after` calendar days later, or on that day."""
    return workday(day + timedelta(days=after))
