"""Extend: while an option is left, up to its last day to call, and only until the ceiling is reached.

From step 3 of the ladder, or beyond four years of a framework agreement (LOU 7 kap. 2 §), a lawyer decides.
"""

from datetime import date

import polars as pl

from dashboard.rules.decisions.way.kind import (
    NO_DAY,
    NOT_OFFERED,
    POSSIBLE,
    RISK,
    TOO_LATE,
    UNKNOWN,
    Way,
    day_after,
    end_reasons,
    has_no_end,
    is_ended,
    is_known_open,
)

LEGAL_STEP = 3


def extend(today: date) -> Way:
    """The way on `today`."""
    following, deadline = pl.col("next_state"), pl.col("option_call_deadline")
    is_declined = (following == "declined").fill_null(False)
    is_lapsed = (following == "lapsed").fill_null(False)
    is_open = (following == "open").fill_null(False)
    is_reached = is_open & (pl.col("exhausted_on") < today).fill_null(False)
    is_legal = (pl.col("step") >= LEGAL_STEP).fill_null(False)
    has_none = ~is_open & ~is_lapsed & ~is_declined
    is_missed = is_lapsed & (deadline < today).fill_null(False)
    state = (
        pl.when(pl.col("options_known") == 0)
        .then(NOT_OFFERED)
        .when(has_no_end())
        .then(UNKNOWN)
        .when(has_none)
        .then(NOT_OFFERED)
        .when(is_declined | is_lapsed | is_reached)
        .then(TOO_LATE)
        .when(deadline.is_null())
        .then(UNKNOWN)
        .when(is_legal | pl.col("is_over_four_years"))
        .then(RISK)
        .otherwise(POSSIBLE)
    )
    closed_on = (
        pl.when(is_declined)
        .then("next_declined_on")
        .when(is_missed)
        .then(day_after("option_call_deadline"))
        .when(is_lapsed & is_ended(today))
        .then(day_after("current_end"))
        .when(is_reached)
        .then(day_after("exhausted_on"))
    )
    is_usable = is_open & ~is_reached & deadline.is_not_null()
    return Way(
        key="extend",
        state=state,
        turned_on=closed_on,
        last_on=pl.when(is_usable).then(pl.min_horizontal(deadline, "exhausted_on")).otherwise(NO_DAY),
        ends_on=pl.when(is_usable)
        .then(pl.min_horizontal("extended_end", "exhausted_on"))
        .when(is_declined | is_lapsed | is_reached)
        .then("effective_end"),
        reasons={
            **end_reasons(),
            "open_ended": is_known_open() & (pl.col("options_known") > 0),
            "option_call_rule_missing": is_open & deadline.is_null() & ~pl.col("is_late_deadline"),
            "call_deadline_after_end": is_open & pl.col("is_late_deadline"),
            "no_option": pl.col("options_known") == 0,
            "no_option_left": has_none & (pl.col("options_used") > 0),
            "option_declined": is_declined,
            "deadline_passed": is_missed,
            "contract_terminated": is_lapsed & ~is_missed & pl.col("terminated_on").is_not_null(),
            "contract_ended": is_lapsed & ~is_missed & pl.col("terminated_on").is_null(),
            "ceiling_reached": is_reached,
            "legal_decision": is_usable & is_legal,
            "framework_over_four_years": is_usable & pl.col("is_over_four_years"),
            "renews_by_itself": is_usable & (pl.col("next_mode") == "automatic"),
            "supplier_must_agree": is_usable & (pl.col("next_mode") == "mutual"),
            "decide_by_passed": is_usable & (pl.col("option_decide_by") < today),
        },
    )
