"""The scores that follow from what the registers know: value from the contract's value, history from its deviations.

They are suggestions with their reason; the person who scores decides. What is not known gives no suggestion.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dashboard.rules.follow_up.limits import FollowUpLimits


@dataclass(frozen=True)
class Suggestion:
    """A score 1-4, or None where nothing can be suggested; `code` and `number` say why.

    `number` is the value in öre, the number of open deviations, or the gravest one's severity.
    """

    score: int | None
    code: Literal["value", "value_unknown", "no_deviations", "open_deviations", "gravest_deviation"]
    number: int | None = None


def suggested_value(value_ore: int | None, limits: FollowUpLimits) -> Suggestion:
    """From the estimated value, else the ceiling, in öre: the highest score whose limit it reaches."""
    steps = (limits.value_2_sek, limits.value_3_sek, limits.value_4_sek)
    if value_ore is None or None in steps:
        return Suggestion(None, "value_unknown")
    return Suggestion(_reached(value_ore / 100, steps), "value", value_ore)


def suggested_history(severities: Sequence[int | None], limits: FollowUpLimits) -> Suggestion:
    """From the open deviations: as grave as the gravest, and graver where there are many.

    `severities` has one value an open deviation, None where nobody has judged it.
    """
    if not severities:
        return Suggestion(1, "no_deviations", 0)
    by_count = _reached(len(severities), (limits.history_2_open, limits.history_3_open, limits.history_4_open))
    gravest = max((one for one in severities if one is not None), default=0)
    if gravest > by_count:
        return Suggestion(gravest, "gravest_deviation", gravest)
    return Suggestion(by_count, "open_deviations", len(severities))


def _reached(number: float, steps: Sequence[float | None]) -> int:
    """1, and one more for each step that is reached."""
    return 1 + sum(step is not None and number >= step for step in steps)
