"""A contract may be signed when the standstill after the award notice is over (LOU 20 kap. 1 §).

Ten days from the day after the notice was sent electronically to all, fifteen if anybody got it in another way, or the
longer time the notice names. A last day that is no working day moves to the next one (lag 1930:173 2 §).
"""

from datetime import date, timedelta

from dashboard.rules.working_days import is_working_day

ELECTRONIC_DAYS, OTHER_DAYS = 10, 15


def standstill_ends(sent_on: date, *, is_electronic: bool = True, announced_until: date | None = None) -> date:
    """The last day of the standstill. `announced_until` is the day the notice names, if any; a longer time binds."""
    last = sent_on + timedelta(days=ELECTRONIC_DAYS if is_electronic else OTHER_DAYS)
    while not is_working_day(last):
        last += timedelta(days=1)
    return max(last, announced_until or last)


def first_signing_day(sent_on: date, *, is_electronic: bool = True, announced_until: date | None = None) -> date:
    """The first day on which the contract may be signed."""
    last = standstill_ends(sent_on, is_electronic=is_electronic, announced_until=announced_until)
    return last + timedelta(days=1)
