"""What a way is: expressions over the frame of `with_decision_dates`, for one day.

States: `possible`, `possible_with_risk`, `too_late`, `not_offered` (the contract gives no such right, or the step
of the ladder is not reached) and `unknown` (it cannot be computed).
"""

from dataclasses import dataclass
from datetime import date

import polars as pl

STATES = ("possible", "possible_with_risk", "too_late", "not_offered", "unknown")
POSSIBLE, RISK, TOO_LATE, NOT_OFFERED, UNKNOWN = (pl.lit(state) for state in STATES)


@dataclass(frozen=True)
class Way:
    """`turned_on` is the first day of the present state, `last_on` its last one; null where no day is known.

    `ends_on` is the last day with a contract on this way, from which the gap is counted; `reasons` are codes.
    """

    key: str
    state: pl.Expr
    turned_on: pl.Expr
    last_on: pl.Expr
    ends_on: pl.Expr
    reasons: dict[str, pl.Expr]


NO_DAY = pl.lit(None, pl.Date)


def is_ended(today: date) -> pl.Expr:
    """Whether the contract's last day has passed."""
    return (pl.col("current_end") < today).fill_null(False)


def has_no_end() -> pl.Expr:
    """Whether its last day is not known and it is not open either."""
    return pl.col("current_end").is_null() & ~pl.col("is_open")


def is_known_open() -> pl.Expr:
    """Whether it runs until further notice and no day ends it."""
    return pl.col("is_open") & pl.col("current_end").is_null()


def end_reasons() -> dict[str, pl.Expr]:
    """Why its last day is not known."""
    is_wrong = pl.col("is_end_before_start")
    return {"end_before_start": is_wrong, "end_missing": has_no_end() & ~is_wrong}


def day_after(day: str) -> pl.Expr:
    """The day after a column's."""
    return pl.col(day).dt.offset_by("1d")
