"""Give notice: while there is time left for the notice before the day the contract should end.

Without a day of its own that is the day the running term ends; a contract until further notice may be given notice on
any day, and ends that much later.
"""

from datetime import date

import polars as pl

from dashboard.rules.decisions.way.kind import (
    NO_DAY,
    NOT_OFFERED,
    POSSIBLE,
    TOO_LATE,
    UNKNOWN,
    Way,
    end_reasons,
    has_no_end,
    is_ended,
    is_known_open,
)


def terminate(today: date) -> Way:
    """The way on `today`."""
    deadline = pl.col("notice_deadline")
    lacks_notice = pl.col("notice_buyer_months").is_null()
    is_cut = pl.col("terminated_on").is_not_null()
    is_given = is_cut & ~is_ended(today)
    is_passed = (deadline < today).fill_null(False)
    is_any_day = is_known_open() & pl.col("desired_end_on").is_null()
    state = (
        pl.when(is_ended(today))
        .then(TOO_LATE)
        .when(is_given)
        .then(NOT_OFFERED)
        .when(lacks_notice | (has_no_end() & deadline.is_null()))
        .then(UNKNOWN)
        .when(is_passed)
        .then(TOO_LATE)
        .otherwise(POSSIBLE)
    )
    is_timely = ~lacks_notice & ~is_given & ~is_ended(today) & ~is_passed
    last = pl.when(is_cut).then("current_end").otherwise(pl.min_horizontal("notice_deadline", "current_end"))
    return Way(
        key="terminate",
        state=state,
        turned_on=pl.when(is_ended(today) | (is_passed & ~is_given)).then(last.dt.offset_by("1d")),
        last_on=pl.when(is_timely).then(pl.when(deadline.is_not_null()).then(last)).otherwise(NO_DAY),
        ends_on=pl.when(is_timely & is_any_day)
        .then("notice_end")
        .when(is_timely)
        .then(pl.coalesce("desired_end_on", "effective_end")),
        reasons={
            **end_reasons(),
            "contract_ended": is_ended(today),
            "contract_terminated": is_given,
            "notice_missing": lacks_notice & ~is_given & ~is_ended(today),
            "deadline_passed": is_passed & ~is_given & ~is_ended(today),
            "any_day": is_timely & is_any_day,
        },
    )
