"""Let it lapse: always open, and always with the gap it leaves; what renews by itself must be stopped in time."""

from datetime import date

import polars as pl

from dashboard.rules.decisions.way.kind import (
    NO_DAY,
    NOT_OFFERED,
    POSSIBLE,
    RISK,
    UNKNOWN,
    Way,
    end_reasons,
    has_no_end,
    is_ended,
    is_known_open,
)


def let_lapse(today: date) -> Way:
    """The way on `today`."""
    is_left = (pl.col("next_state") == "open").fill_null(False)
    renews = is_left & (pl.col("next_mode") == "automatic").fill_null(False) & ~is_ended(today)
    is_unclear = renews & pl.col("auto_extension_stop").is_null()
    state = (
        pl.when(is_known_open())
        .then(NOT_OFFERED)
        .when(has_no_end())
        .then(UNKNOWN)
        .when(is_unclear)
        .then(RISK)
        .otherwise(POSSIBLE)
    )
    return Way(
        key="let_lapse",
        state=state,
        turned_on=NO_DAY,
        last_on=pl.when(renews).then("auto_extension_stop").otherwise(NO_DAY),
        ends_on=pl.col("effective_end"),
        reasons={
            **end_reasons(),
            "open_ended": is_known_open(),
            "renews_by_itself": renews,
            "option_call_rule_missing": is_unclear,
            "contract_ended": is_ended(today),
            "ceiling_forecast": pl.col("is_end_forecast"),
        },
    )
