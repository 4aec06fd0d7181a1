"""Extend: while an option is left, up to its last day to call, and only until the ceiling is reached; a forecast that
it will be makes the extension shorter and closes nothing.

From step 3 of the ladder, or beyond four years of a framework agreement (LOU 7 kap. 2 §), a lawyer decides.
"""

from datetime import date

import polars as pl

from dashboard.rules.decisions.terms import CEILING_DAYS
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
DEADLINE = pl.col("option_call_deadline")


def extend(today: date) -> Way:
    """The way on `today`."""
    is_usable = _is_next("open") & ~_is_reached(today) & DEADLINE.is_not_null()
    is_closed = _is_next("declined") | _is_next("lapsed") | _is_reached(today)
    last = pl.min_horizontal("extended_end", *CEILING_DAYS)
    return Way(
        key="extend",
        state=_state(today),
        turned_on=_turned_on(today),
        last_on=pl.when(is_usable).then(pl.min_horizontal(DEADLINE, "exhausted_on")).otherwise(NO_DAY),
        ends_on=pl.when(is_usable).then(last).when(is_closed).then("effective_end"),
        reasons=end_reasons() | _why_not(today) | _on_what_terms(is_usable, today),
    )


def _state(today: date) -> pl.Expr:
    is_closed = _is_next("declined") | _is_next("lapsed") | _is_reached(today)
    return (
        pl.when(pl.col("options_known") == 0)
        .then(NOT_OFFERED)
        .when(has_no_end())
        .then(UNKNOWN)
        .when(_has_none())
        .then(NOT_OFFERED)
        .when(is_closed)
        .then(TOO_LATE)
        .when(DEADLINE.is_null())
        .then(UNKNOWN)
        .when(_is_legal() | pl.col("is_over_four_years"))
        .then(RISK)
        .otherwise(POSSIBLE)
    )


def _turned_on(today: date) -> pl.Expr:
    return (
        pl.when(_is_next("declined"))
        .then("next_declined_on")
        .when(_is_missed(today))
        .then(day_after("option_call_deadline"))
        .when(_is_next("lapsed") & is_ended(today))
        .then(day_after("current_end"))
        .when(_is_reached(today))
        .then(day_after("exhausted_on"))
    )


def _why_not(today: date) -> dict[str, pl.Expr]:
    is_cut, is_gone = pl.col("terminated_on").is_not_null(), _is_next("lapsed") & ~_is_missed(today)
    lacks_day = _is_next("open") & DEADLINE.is_null()
    return {
        "open_ended": is_known_open() & (pl.col("options_known") > 0),
        "option_call_rule_missing": lacks_day & ~pl.col("is_late_deadline"),
        "call_deadline_after_end": lacks_day & pl.col("is_late_deadline"),
        "no_option": pl.col("options_known") == 0,
        "no_option_left": _has_none() & (pl.col("options_used") > 0),
        "option_declined": _is_next("declined"),
        "deadline_passed": _is_missed(today),
        "contract_terminated": is_gone & is_cut,
        "contract_ended": is_gone & ~is_cut,
        "ceiling_reached": _is_reached(today),
    }


def _on_what_terms(is_usable: pl.Expr, today: date) -> dict[str, pl.Expr]:
    return {
        "legal_decision": is_usable & _is_legal(),
        "framework_over_four_years": is_usable & pl.col("is_over_four_years"),
        "renews_by_itself": is_usable & (pl.col("next_mode") == "automatic"),
        "supplier_must_agree": is_usable & (pl.col("next_mode") == "mutual"),
        "ceiling_forecast": is_usable & (pl.col("ceiling_forecast_on") < pl.col("extended_end")),
        "decide_by_passed": is_usable & (pl.col("option_decide_by") < today),
    }


def _is_next(state: str) -> pl.Expr:
    """Whether the first option that is not used stands so."""
    return (pl.col("next_state") == state).fill_null(False)


def _has_none() -> pl.Expr:
    return ~_is_next("open") & ~_is_next("lapsed") & ~_is_next("declined")


def _is_missed(today: date) -> pl.Expr:
    return _is_next("lapsed") & (pl.col("option_call_deadline") < today).fill_null(False)


def _is_reached(today: date) -> pl.Expr:
    """Whether the ceiling was used up before today."""
    return _is_next("open") & (pl.col("exhausted_on") < today).fill_null(False)


def _is_legal() -> pl.Expr:
    return (pl.col("step") >= LEGAL_STEP).fill_null(False)
