"""The alternatives of which one is enough: what makes a case ripe for step 2, and when an action plan has failed."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from dashboard.rules.escalation.facts import CaseFacts, Record
from dashboard.rules.escalation.step_rules import StepLimits
from dashboard.rules.working_days import add_working_days, working_days_between

CHARGED = ("decided", "invoiced", "received")


def is_ripe_for_step_2(facts: CaseFacts, limits: StepLimits, today: date) -> bool:
    """Whether one of the five grounds for step 2 is there."""
    return (
        any(one.is_open and (one.severity or 0) >= 2 for one in facts.deviations)
        or longest_unresolved(facts, today) > limits.unresolved_working_days
        or recent_deviations(facts, limits, today) >= limits.many_deviations
        or facts.latest("supplier_disputes", facts.entered_on) is not None
        or has_no_answer(facts, limits, today)
    )


def longest_unresolved(facts: CaseFacts, today: date) -> int:
    """Working days that the oldest open deviation of severity 1 has lasted. Reopened: it was never resolved."""
    lasted = (
        working_days_between(one.observed_on, today) for one in facts.deviations if one.is_open and one.severity == 1
    )
    return max(lasted, default=0)


def recent_deviations(facts: CaseFacts, limits: StepLimits, today: date) -> int:
    """Confirmed deviations of the last 90 days, the ninetieth day too, whether put right since or not."""
    first = today - timedelta(days=limits.many_deviations_days)
    return sum(one.counts and first <= one.observed_on <= today for one in facts.deviations)


def has_no_answer(facts: CaseFacts, limits: StepLimits, today: date) -> bool:
    """Whether a contact made on this step has passed its day without a reply on or after it."""
    contacts = facts.done("contact", facts.entered_on)
    return any(answer_by(one, limits) < today and not facts.latest("supplier_reply", one.done_on) for one in contacts)


def answer_by(contact: Record, limits: StepLimits) -> date:
    """The last day to answer: ten working days, or later where the supplier was given longer."""
    least = add_working_days(contact.done_on, limits.answer_working_days)
    return max(least, contact.deadline_on or least)


def action_plan(facts: CaseFacts) -> Record | None:
    """The first plan since the case came up to step 2; a case lowered from 3 keeps it, and a revision mends nothing."""
    climb = facts.climb_to(2)
    plans = list(facts.done("action_plan", climb.happened_on if climb else None))
    return plans[-1] if plans else None


def has_plan_failed(plan: Record, facts: CaseFacts, limits: StepLimits, today: date) -> bool:
    """Whether one of the four signs that the plan did not help is there."""
    is_charged = any(one.state in CHARGED for one in facts.penalties)
    return (
        any(day < today for day in deadlines(plan, facts))
        or is_again(plan, facts, limits)
        or any(one.is_cap_reached and one.state != "waived" for one in facts.penalties)
        or (is_charged and any(one.is_open for one in facts.deviations))
    )


def deadlines(plan: Record, facts: CaseFacts) -> list[date]:
    """The days by which something not yet verified was to be put right: actions, deviations and the plan itself."""
    waiting = [one.due_on for one in facts.items if not one.verified_on]
    waiting += [one.due_on for one in facts.deviations if one.is_open and one.due_on]
    is_anything_left = waiting or any(one.is_open for one in facts.deviations)
    return sorted([*waiting, plan.deadline_on] if plan.deadline_on and is_anything_left else waiting)


def is_again(plan: Record, facts: CaseFacts, limits: StepLimits) -> bool:
    """Whether a category seen before has come again since the plan was made, within six months of the time before."""
    since = max(plan.done_on, facts.entered_on)
    seen = sorted(_occurrences(facts))
    return any(
        category == other and first < again and since < again <= add_months(first, limits.again_months)
        for number, (first, category) in enumerate(seen)
        for again, other in seen[number + 1 :]
    )


def _occurrences(facts: CaseFacts) -> Iterator[tuple[date, str]]:
    """Each day a category was seen; a deviation that had to be reopened has come again."""
    for one in facts.deviations:
        if one.counts and one.category:
            yield one.observed_on, one.category
            if one.reopened_on:
                yield one.reopened_on, one.category


def add_months(day: date, months: int) -> date:
    """The same day of the month, or its last where there is no such day: six months after 31 August is 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
