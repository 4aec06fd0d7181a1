"""How long a case may stand on a step, and how long a complaint may wait. Nothing is moved by it: a person decides."""

from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Literal

from dashboard.rules.escalation.facts import CaseFacts, DeviationFact
from dashboard.rules.escalation.grounds import add_months
from dashboard.rules.escalation.stays import days_on_step, present_stay, working_days_on_step
from dashboard.rules.escalation.step_rules import StepLimits, StepRules
from dashboard.rules.working_days import add_working_days, working_days_between

State = Literal["none", "reminder", "proposal"]


@dataclass(frozen=True)
class StepTime:
    """The time on the step, in calendar and working days; the rest is None where the step has no longest time.

    `state` is what waits for somebody: a reminder from the day 100 % of the time is used, a proposal from 120 %. It
    waits until the case is moved, or a check recorded on that day or later. `roles` answer for the step.
    """

    days: int
    working_days: int
    max_working_days: int | None
    share: float | None
    reminder_on: date | None
    proposal_on: date | None
    state: State
    roles: tuple[str, ...]


@dataclass(frozen=True)
class ComplaintClock:
    """`due_on`: ten working days from the discovery. `law_on`: two years, where goods are concerned.

    `days_left` are working days, negative when it is late; null and `is_late` false when the supplier was told in time.
    """

    due_on: date
    law_on: date
    complained_on: date | None
    days_left: int | None
    is_late: bool


def step_time(facts: CaseFacts, rules: StepRules, today: date) -> StepTime:
    """How long the case has stood where it is, and whether anybody is to be reminded."""
    longest, roles = rules.limits.max_working_days(facts.step), rules.accountable(facts.step)
    days, working_days = days_on_step(facts, today), working_days_on_step(facts, today)
    if longest is None or not facts.is_open:
        return StepTime(days, working_days, None, None, None, None, "none", roles)
    reminder_on, proposal_on = (
        _reached_on(facts, ceil(round(longest * share, 6)))
        for share in (rules.limits.reminder_share, rules.limits.proposal_share)
    )
    state = _state(facts, reminder_on, proposal_on, today)
    return StepTime(days, working_days, longest, working_days / longest, reminder_on, proposal_on, state, roles)


def complaint_clock(deviation: DeviationFact, limits: StepLimits, today: date) -> ComplaintClock:
    """When the supplier is to be told of a deviation: the last day is in time."""
    due_on = add_working_days(deviation.observed_on, limits.complaint_working_days)
    law_on = add_months(deviation.observed_on, limits.complaint_law_months)
    told = deviation.complained_on
    left = working_days_between(today, due_on) - working_days_between(due_on, today) if told is None else None
    return ComplaintClock(due_on, law_on, told, left, (told or today) > due_on)


def _reached_on(facts: CaseFacts, working_days: int) -> date:
    """The day the present stay comes to so many working days."""
    before = sum(stay.working_days(facts.entered_on) for stay in present_stay(facts)[1:])
    return add_working_days(facts.entered_on, max(working_days - before, 0))


def _state(facts: CaseFacts, reminder_on: date, proposal_on: date, today: date) -> State:
    begun: list[tuple[date, State]] = [(proposal_on, "proposal"), (reminder_on, "reminder")]
    waiting = (state for since, state in begun if since <= today and not facts.latest("check", since))
    return next(waiting, "none")
