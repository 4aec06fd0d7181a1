"""The allowed moves: one step at a time in both directions, and one jump, the fast track to step 3."""

from dataclasses import dataclass

from dashboard.rules.escalation.facts import SETTLED


@dataclass(frozen=True)
class Move:
    """One transition of the ladder. `number` is its name in the specification."""

    number: str
    event: str
    from_step: int
    to_step: int

    @property
    def higher(self) -> int:
        """The higher of its two steps: whose responsible people may make the move."""
        return min(max(self.from_step, self.to_step), 4)

    @property
    def closes(self) -> bool:
        """Whether the case is closed by it."""
        return self.to_step in (0, SETTLED)


MOVES: tuple[Move, ...] = (
    Move("T01", "indicator_warning", 0, 1),
    Move("T12", "deviation_confirmed", 1, 2),
    Move("T23", "action_plan_failed", 2, 3),
    Move("T34", "decision_terminate", 3, 4),
    Move("T4X", "settled", 4, SETTLED),
    Move("D32", "remedy_verified", 3, 2),
    Move("D21", "plan_closed", 2, 1),
    Move("D10", "monitoring_ok", 1, 0),
    Move("F", "fast_track", 0, 3),
    Move("F", "fast_track", 1, 3),
    Move("F", "fast_track", 2, 3),
    Move("W", "withdraw", 4, 3),
)


def moves_from(step: int) -> tuple[Move, ...]:
    """The moves that exist from a step, upwards first; none where the case is settled."""
    there = (move for move in MOVES if move.from_step == step)
    return tuple(sorted(there, key=lambda move: (move.event == "fast_track", move.to_step < step)))


def move_of(event: str, step: int) -> Move | None:
    """The move an event makes from a step; None where it makes none there."""
    return next((move for move in moves_from(step) if move.event == event), None)


def move_between(from_step: int, to_step: int) -> Move | None:
    """The move from one step to another; the normal one where the fast track leads there too, None where none does."""
    return next((move for move in moves_from(from_step) if move.to_step == to_step), None)
