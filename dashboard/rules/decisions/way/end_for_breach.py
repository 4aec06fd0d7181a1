"""End for breach: only by way of the ladder, on its fourth step, and always a lawyer's decision."""

from datetime import date

import polars as pl

from dashboard.rules.decisions.way.kind import (
    NO_DAY,
    NOT_OFFERED,
    RISK,
    TOO_LATE,
    Way,
    day_after,
    is_ended,
)

BREACH_STEP = 4


def end_for_breach(today: date) -> Way:
    """The way on `today`."""
    is_reached = (pl.col("step") >= BREACH_STEP).fill_null(False)
    is_usable = is_reached & ~is_ended(today)
    return Way(
        key="end_for_breach",
        state=pl.when(is_ended(today)).then(TOO_LATE).when(is_reached).then(RISK).otherwise(NOT_OFFERED),
        turned_on=pl.when(is_ended(today)).then(day_after("current_end")),
        last_on=NO_DAY,
        ends_on=pl.when(is_usable).then(pl.lit(today)),
        reasons={
            "contract_ended": is_ended(today),
            "needs_step_4": ~is_reached & ~is_ended(today),
            "legal_decision": is_usable,
        },
    )
