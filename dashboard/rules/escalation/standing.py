"""How a case stands, crossed with what is done about it: 'needs action' is another thing with a plan than without.

Standing: `act` where something is overdue or the longest time on the step has passed, `under_way` on step 2 and up,
else `followed`. Plan: `none`, `on_time`, `late` (an action is past its day and not done) or `done`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dashboard.rules.escalation.facts import CaseFacts

Standing = Literal["act", "under_way", "followed"]
Plan = Literal["none", "on_time", "late", "done"]


@dataclass(frozen=True)
class CaseStanding:
    """Both halves."""

    standing: Standing
    plan: Plan


def case_standing(facts: CaseFacts, today: date, overdue: int, is_over_time: bool) -> CaseStanding:
    """`overdue` is how many obligations are past their day; `is_over_time` whether the step has lasted too long."""
    if overdue or is_over_time:
        return CaseStanding("act", plan_of(facts, today))
    return CaseStanding("under_way" if facts.step >= 2 else "followed", plan_of(facts, today))


def plan_of(facts: CaseFacts, today: date) -> Plan:
    """How the action plan goes."""
    if not facts.items:
        return "none"
    unfinished = [item for item in facts.items if item.verified_on is None]
    if not unfinished:
        return "done"
    return "late" if any(item.done_on is None and item.due_on < today for item in unfinished) else "on_time"
