"""How long a case has stood on each step. A move back keeps the history, and does not make the time longer or shorter.

A stay is a time on one step. Coming to a step begins a stay at nought, also from above: lowering a case to step 2 gives
it step 2's whole time. Only a withdrawal takes a move back as if it had not been made: the stay on step 3 then goes on
where it was left, without the time on step 4.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.rules.escalation.facts import CaseFacts
from dashboard.rules.working_days import working_days_between


@dataclass(frozen=True)
class Stay:
    """A time on one step; `to_on` None: still there. `event` is what brought the case there, None for the beginning."""

    step: int
    from_on: date
    to_on: date | None
    event: str | None

    def days(self, today: date) -> int:
        """Days from the one to the other; 0 where both are the same."""
        return ((self.to_on or today) - self.from_on).days

    def working_days(self, today: date) -> int:
        """The same in working days."""
        return working_days_between(self.from_on, self.to_on or today)


def stays(facts: CaseFacts) -> list[Stay]:
    """Every stay from the day the case opened; after the end there is none."""
    begun: list[tuple[int, date, str | None]] = [(0, facts.opened_on, None)]
    begun += [(event.to_step, event.happened_on, event.event) for event in facts.events]
    ends = [*(from_on for _, from_on, _ in begun[1:]), facts.closed_on]
    made = [Stay(step, on, end, event) for (step, on, event), end in zip(begun, ends, strict=True)]
    return made if facts.is_open else made[:-1] if facts.events else made


def present_stay(facts: CaseFacts) -> list[Stay]:
    """The stay that goes on now, and those that a withdrawal joined to it; none for a case that is closed."""
    return list(_joined(stays(facts))) if facts.is_open else []


def days_on_step(facts: CaseFacts, today: date) -> int:
    """Calendar days of the present stay."""
    return sum(stay.days(today) for stay in present_stay(facts))


def working_days_on_step(facts: CaseFacts, today: date) -> int:
    """Working days of the present stay."""
    return sum(stay.working_days(today) for stay in present_stay(facts))


def _joined(made: list[Stay]) -> Iterator[Stay]:
    """From the last one backwards: a stay that a withdrawal brought goes on the one two before it."""
    place = len(made) - 1
    yield made[place]
    while made[place].event == "withdraw" and place >= 2:
        place -= 2
        yield made[place]
