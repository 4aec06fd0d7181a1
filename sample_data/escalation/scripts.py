"""The cases: for each its days on the ladder, what it is about, and what was left undone. `stories` says why."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np

from sample_data.escalation.case import Case
from sample_data.escalation.stairs import (
    down_to_0,
    down_to_1,
    down_to_2,
    fast_to_3,
    settle,
    up_to_1,
    up_to_2,
    up_to_3,
    up_to_4,
    withdraw,
)

Stair = Callable[[Case, np.random.Generator, date], None]
STAIRS: dict[str, Stair] = {
    "1": up_to_1,
    "2": up_to_2,
    "3": up_to_3,
    "3!": fast_to_3,
    "4": up_to_4,
    "-3": withdraw,
    "-2": down_to_2,
    "-1": down_to_1,
    "-0": down_to_0,
    "end": settle,
}


@dataclass(frozen=True)
class Script:
    """One case. `moves` are stairs with their days, "1 2026-02-09, 2 2026-04-13"; the first deviation came before."""

    name: str
    moves: str
    category: str
    severity: int = 2
    gaps: frozenset[str] = frozenset()

    def days(self) -> list[tuple[str, date]]:
        """The stairs and their days."""
        parts = [part.split() for part in self.moves.split(",") if part.strip()]
        return [(stair, date.fromisoformat(day)) for stair, day in parts]


def _without(*gaps: str) -> frozenset[str]:
    return frozenset(gaps)


SLIDING, CLEANING, ENDED = "sliding", "cleaning", "ended"
NO_LAWYER, CLAIMED, LENIENT = "no lawyer", "claimed", "lenient"

SCRIPTS = (
    Script(SLIDING, "1 2026-02-09, 2 2026-06-15, 3 2026-10-12", "late", 3),
    Script(CLEANING, "1 2026-03-02, 2 2026-04-07, 3 2026-06-08, 4 2026-10-05", "defective", 3),
    Script(
        "recovered", "1 2025-03-10, 2 2025-04-07, 3 2025-06-09, -2 2025-09-01, -1 2025-11-10, -0 2026-01-12", "late", 3
    ),
    Script(NO_LAWYER, "1 2026-05-04, 2 2026-06-08, 3 2026-10-05", "labour", 3),
    Script("no number one", "1 2026-07-06, 2 2026-10-01", "reporting", 2, _without("registration_number")),
    Script("no number two", "1 2026-08-10, 2 2026-09-28", "assortment", 2, _without("registration_number")),
    Script("no plan one", "1 2026-06-29, 2 2026-09-14", "late", 2, _without("action_plan")),
    Script("no plan two", "1 2026-08-03, 2 2026-09-21", "price", 2, _without("action_plan", "penalty_assessment")),
    Script("no plan three", "1 2026-08-24, 2 2026-10-05", "defective", 3, _without("action_plan", "information")),
    Script(CLAIMED, "1 2026-04-20, 2 2026-05-25, 3 2026-10-19", "environment", 3),
    Script(LENIENT, "1 2026-09-07", "environment", 3, _without("supplier_reply")),
    Script("past the limit", "1 2026-10-16", "reporting", 1),
    Script("far past the limit", "1 2026-07-13, 2 2026-08-31", "late", 2, _without("meeting", "protocol")),
    Script("fast track", "3! 2026-10-26", "security", 4, _without("complaint")),
    Script("settlement agreed", "1 2026-01-12, 2 2026-02-16, 3 2026-04-27, 4 2026-09-14, -3 2026-10-20", "late", 3),
    Script(ENDED, "", "defective", 4),
    Script(ENDED, "", "labour", 3),
    Script("calm again one", "1 2024-05-06, -0 2024-07-01", "late", 1),
    Script("calm again two", "1 2024-10-07, -0 2024-12-02", "price", 1),
    Script("calm again three", "1 2025-02-10, 2 2025-03-10, -1 2025-06-09, -0 2025-09-01", "assortment"),
    Script("calm again four", "1 2025-04-14, 2 2025-05-12, -1 2025-09-08, -0 2025-11-03", "environment"),
    Script("calm again five", "1 2026-01-19, 2 2026-02-16, -1 2026-05-25, -0 2026-08-10", "late"),
    Script("calm again six", "1 2026-02-16, -0 2026-04-13", "other", 1),
    Script("calm again seven", "1 2025-08-25, -0 2025-10-13", "reporting", 1),
    Script("going down one", "1 2026-01-26, 2 2026-03-09, -1 2026-10-26", "price"),
    Script("going down two", "1 2026-01-12, 2 2026-02-23, 3 2026-05-11, -2 2026-09-28", "defective", 3),
    Script("in plan", "1 2026-09-14, 2 2026-10-19", "late"),
    Script("in plan too", "1 2026-08-31, 2 2026-10-12", "price"),
    Script("dialogue one", "1 2026-11-02", "late", 1),
    Script("dialogue two", "1 2026-11-09", "price", 1),
    Script("dialogue three", "1 2026-10-26", "assortment", 1),
    Script("not begun", "", "reporting", 1),
    Script("not begun either", "", "late", 1),
)  # fmt: skip
