"""The hours of a line by month, counted a day at a time and handed out an hour at a time."""

from datetime import date, timedelta
from fractions import Fraction

from dashboard.rules.working_days import is_working_day


def slow_spread(first: date, last: date, hours: int) -> dict[int, int]:
    """Month -> hours, of a line that takes the days from `first` to `last`; months with none are left out."""
    months: dict[int, int] = {}
    day = first
    while day <= last:
        period = day.year * 100 + day.month
        months[period] = months.get(period, 0) + (1 if is_working_day(day) else 0)
        day += timedelta(days=1)
    total = sum(months.values())
    if not total:
        return {min(months): hours} if hours else {}
    exact = {period: Fraction(hours * count, total) for period, count in months.items()}
    given = {period: int(share) for period, share in exact.items()}
    order = sorted(months, key=lambda period: (-(exact[period] - given[period]), period))
    for period in order[: hours - sum(given.values())]:
        given[period] += 1
    return {period: count for period, count in given.items() if count}
