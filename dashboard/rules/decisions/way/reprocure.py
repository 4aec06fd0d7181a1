"""Begin anew: without a gap while there is time for a review too, with risk while there is time for the rest.

After that the next contract comes too late by the days of the gap. A contract with no end can always be procured anew.
"""

from datetime import date

import polars as pl

from dashboard.rules.decisions.day_algebra import add_days
from dashboard.rules.decisions.way.kind import (
    NO_DAY,
    POSSIBLE,
    RISK,
    TOO_LATE,
    UNKNOWN,
    Way,
    day_after,
    end_reasons,
    is_known_open,
)


def reprocure(today: date) -> Way:
    """The way on `today`."""
    least = add_days(day_after("effective_end"), -pl.col("lead_days"))
    latest = pl.col("reprocure_start_latest")
    never_ends = is_known_open() & pl.col("effective_end").is_null()
    is_early = (latest >= today).fill_null(False)
    is_risky = ~is_early & (least >= today).fill_null(False)
    is_late = (least < today).fill_null(False)
    state = (
        pl.when(never_ends | is_early)
        .then(POSSIBLE)
        .when(is_risky)
        .then(RISK)
        .when(is_late)
        .then(TOO_LATE)
        .otherwise(UNKNOWN)
    )
    return Way(
        key="reprocure",
        state=state,
        turned_on=pl.when(is_risky)
        .then(day_after("reprocure_start_latest"))
        .when(is_late)
        .then(least.dt.offset_by("1d")),
        last_on=pl.when(is_early).then(latest).when(is_risky).then(least).otherwise(NO_DAY),
        ends_on=pl.col("effective_end"),
        reasons={
            **end_reasons(),
            "open_ended": never_ends,
            "no_time_for_review": is_risky & latest.is_not_null(),
            "review_risk_unclear": is_risky & latest.is_null(),
            "gap": is_late,
            "ceiling_forecast": pl.col("is_end_forecast"),
            "lead_time_unknown": pl.col("lead_days").is_null() & ~never_ends,
        },
    )
