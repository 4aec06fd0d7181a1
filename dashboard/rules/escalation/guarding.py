"""What a guard of a move is asked about, and what it answers: nothing, or the obstacles."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.rules.escalation.facts import CaseFacts
from dashboard.rules.escalation.obstacle import Obstacle
from dashboard.rules.escalation.step_rules import StepRules


@dataclass(frozen=True)
class Asked:
    """The case, the rules of the day, the day, and what the person gave with the move."""

    facts: CaseFacts
    rules: StepRules
    today: date
    reason: str  # without blanks around it
    registration_number: str | None


Guard = Callable[[Asked], Iterator[Obstacle]]
