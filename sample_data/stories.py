"""What the numbers tell, so that a meeting can be rehearsed on them."""

from datetime import date

import numpy as np

# The first chain of these categories ends in a framework with this start and this many months, without options.
FIXED_TERMS: dict[str, tuple[date, int]] = {
    "ST1": (date(2023, 1, 1), 48),
    "IT3": (date(2023, 12, 1), 48),
    "KM1": (date(2024, 2, 1), 48),
}

SLIDING = "KM1"
SLIDE_FROM = np.datetime64("2025-10-01")
EXHAUSTED, EXHAUSTED_ON = "IT3", np.datetime64("2026-04-17")

# Categories whose every line is told in `story_lines`: nothing is drawn for them.
TOLD = ("UT1", "AR1")
