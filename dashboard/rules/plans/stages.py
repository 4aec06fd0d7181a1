"""The stages of a procurement, from planning to managing the contract, and how many days each took."""

from collections.abc import Mapping
from datetime import date

import polars as pl

STAGES: Mapping[str, int] = {"planning": 1, "needs": 1, "market": 1, "procure": 2, "implement": 3, "manage": 3}
# The milestone by which a stage is to be left: planning and needs both end when the needs are known.
LEFT_BY = {
    "planning": "needs_done",
    "needs": "needs_done",
    "market": "market_done",
    "procure": "signed",
    "implement": "implemented",
}


def with_days(stages: pl.DataFrame, today: date) -> pl.DataFrame:
    """The rows of plan_stage with `left_on`, `is_present` and `days`: until the next stage, else until today."""
    ordered = stages.sort("plan_item_id", "entered_on", "id")
    left = pl.col("entered_on").shift(-1).over("plan_item_id")
    return ordered.with_columns(left_on=left, is_present=left.is_null()).with_columns(
        days=(pl.col("left_on").fill_null(today) - pl.col("entered_on")).dt.total_days()
    )


def with_late(rows: pl.DataFrame, due: Mapping[str, date], today: date) -> pl.DataFrame:
    """What `with_days` gives of one line, with `due_on` and `late_days`: how long after that day it was left, or is.

    `due`: milestone -> its last day. Both are null where no day is known; 0 is in time.
    """
    days = {stage: due[key] for stage, key in LEFT_BY.items() if key in due}
    due_on = pl.col("stage").replace_strict(days, default=None, return_dtype=pl.Date)
    late = (pl.col("left_on").fill_null(today) - pl.col("due_on")).dt.total_days().clip(0)
    return rows.with_columns(due_on=due_on).with_columns(late_days=late)


def next_stage(present: str | None) -> str | None:
    """The stage after this one; the first where it has not begun, None after the last."""
    names = list(STAGES)
    place = names.index(present) + 1 if present else 0
    return names[place] if place < len(names) else None
