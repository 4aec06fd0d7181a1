"""A valid metric of each kind, of which a test says only what matters."""

from datetime import date
from typing import Any

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Mean, Median, Share
from dashboard.text import Text

WORDS = Text(sv="ord", en="words")
BASE: dict[str, Any] = {
    **dict.fromkeys(("name", "question", "why", "formula", "pitfalls", "source", "counts", "owner"), WORDS),
    "code": "K-X-1",
    "goal": Goal.FOLLOW_LOU,
    "zones": (2,),
    "indicator": "avtalstrohet",
    "rows": "ledger",
    "better": Better.HIGHER,
    "serves": (DecisionKind.PLAN,),
    "reviewed": date(2026, 11, 1),
}


def share(**given: Any) -> Share:
    """Rows with `good`; each weighs one."""
    return Share(**{**BASE, "good": pl.col("good"), **given})


def money_share(**given: Any) -> Share:
    """Rows with `good`, `weight` in öre and `count` lines."""
    return share(**{"weight": pl.col("weight"), "count": pl.col("count"), "is_counted": False, **given})


def median_days(**given: Any) -> Median:
    """Rows with `days`."""
    return Median(**{**BASE, "each": pl.col("days"), **given})


def mean_index(**given: Any) -> Mean:
    """Rows with `index`."""
    return Mean(**{**BASE, "each": pl.col("index"), "floor": 0.0, "ceiling": 100.0, **given})
