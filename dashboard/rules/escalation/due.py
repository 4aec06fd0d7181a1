"""When a thing a step demands is due."""

from datetime import date, timedelta

from dashboard.rules.escalation.facts import CaseFacts
from dashboard.rules.escalation.step_rules import Obligation, StepLimits
from dashboard.rules.working_days import add_working_days

# What is written: still missing on a higher step, and written afterwards where the fast track jumped over the step.
DOCUMENTS = frozenset(
    {
        *("contact", "complaint", "action_plan", "information", "protocol", "penalty_assessment"),
        *("penalty_decision", "block_assessment"),
    }
)


def is_skipped(step: int, facts: CaseFacts) -> bool:
    """Whether the case came past the step by the fast track, and so was never on it on the way up."""
    climb = facts.climb_to(step)
    return climb is not None and climb.event == "fast_track" and climb.to_step > step


def due_on(obligation: Obligation, facts: CaseFacts, limits: StepLimits) -> date:
    """The last day: counted from the day the step began, or after the fast track from the day of the jump."""
    climb = facts.climb_to(obligation.step)
    if climb and is_skipped(obligation.step, facts):
        return add_working_days(climb.happened_on, limits.afterwards_working_days)
    begun = _begun(obligation, facts)
    if obligation.is_working_days:
        return add_working_days(begun, obligation.due_days)
    return begun + timedelta(days=obligation.due_days)


def _begun(obligation: Obligation, facts: CaseFacts) -> date:
    """The present stay on the step, or for one below the day the case climbed to it. Two keys have their own days."""
    climb = facts.climb_to(obligation.step)
    begun = climb.happened_on if climb and obligation.step < facts.step else facts.entered_on
    if obligation.key == "complaint":
        return min((one.observed_on for one in facts.deviations if one.counts and not one.complained_on), default=begun)
    if obligation.key == "declaration_of_termination":
        decision = facts.latest("termination_decision")
        return decision.done_on if decision else begun
    return begun
