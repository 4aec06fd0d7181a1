"""By when a contract must be decided on: to extend, to give notice, to begin anew; and the gap if nobody does.

The dates that follow from others are null where one of those is not known; `missing` says which. The lead times,
buffers and margins are the office's own planning values.
"""

from datetime import date

import polars as pl

from dashboard.rules.decisions.day_algebra import (
    add_days,
    add_months,
    closed_weekdays,
    previous_working_day,
    subtract_months,
)
from dashboard.rules.decisions.lead_times import LeadTimes, with_lead_time
from dashboard.rules.decisions.limits import DecisionLimits
from dashboard.rules.decisions.options import option_states
from dashboard.rules.decisions.terms import CEILING_DAYS, with_ends, with_first_term

DATES = (
    *("current_end", "max_end", "option_call_deadline", "option_decide_by", "notice_deadline"),
    *("reprocure_start_latest", "decision_gate", "effective_end", "gap_days"),
)
NEXT = {
    "sequence": "next_option",
    "mode": "next_mode",
    "state": "next_state",
    "length_months": "next_months",
    "ends_on": "extended_end",
    "call_deadline": "option_call_deadline",
    "decide_by": "option_decide_by",
    "declined_on": "next_declined_on",
    "is_late_deadline": "is_late_deadline",
}
GIVEN = {
    "desired_end_on": pl.Date,
    "exhausted_on": pl.Date,
    "ceiling_forecast_on": pl.Date,
    "step": pl.Int64,
    "daily_spend_ore": pl.Float64,
}
NO_DAY = pl.lit(None, pl.Date)
YEARS = (1990, 2120)  # the end of a contract
BEFORE_YEARS = 4  # the longest notice, lead time and buffer together reach no further back


def with_decision_dates(
    contracts: pl.DataFrame,
    options: pl.DataFrame,
    today: date,
    lead_times: LeadTimes,
    limits: DecisionLimits | None = None,
) -> pl.DataFrame:
    """`contracts` with DATES, `end_possible`, `extended_end`, the lead time and what `ways` needs. Order is kept.

    `contracts` and `options` have the tables' columns. Five more are taken from `contracts` where they are there:
    `desired_end_on` (the end wanted by who gives notice; else the current end), `exhausted_on` (the last day the
    ceiling reached to), `ceiling_forecast_on` (the day it is forecast to be reached: it ends the contract earlier and
    closes nothing), `step` (the highest open escalation step), `daily_spend_ore`. What became known after `today` is
    not looked at, but for a termination: its day is an end to come.
    """
    given = contracts.with_columns(
        pl.lit(None, kind).alias(name) for name, kind in GIVEN.items() if name not in contracts.columns
    )
    first = with_first_term(given, options)
    closed = _closed(first, options, today)
    states = option_states(first, options, today, closed, limits or DecisionLimits())
    ends = with_ends(first, states)
    dated = with_lead_time(_with_next(ends, states), lead_times)
    return _with_gate(_with_starts(_with_notice(dated, today), closed), today)


def option_dates(
    contracts: pl.DataFrame, options: pl.DataFrame, today: date, limits: DecisionLimits | None = None
) -> pl.DataFrame:
    """One row an option, in order, as `option_states` gives them: what a timeline draws."""
    days = [name for name in CEILING_DAYS if name not in contracts.columns]
    known = contracts.with_columns(NO_DAY.alias(name) for name in days)
    first = with_first_term(known, options)
    return option_states(first, options, today, _closed(first, options, today), limits or DecisionLimits())


def _closed(contracts: pl.DataFrame, options: pl.DataFrame, today: date) -> list[date]:
    """The closed weekdays of every year a date can fall in, leaving out what is only a slip of the pen."""
    ends = contracts.select(pl.concat([pl.col(name) for name in ("end", "terminated_on", *CEILING_DAYS)]))
    days = pl.concat([ends.to_series(), options["call_deadline_on"]]).drop_nulls().dt.year()
    months = options.group_by("contract_id").agg(pl.col("length_months").sum())["length_months"]
    years = [today.year, *days.clip(*YEARS).unique().to_list()]
    return closed_weekdays(min(years) - BEFORE_YEARS, max(years) + sum(months.sort().tail(1)) // 12 + 3)


def _with_next(contracts: pl.DataFrame, states: pl.DataFrame) -> pl.DataFrame:
    """Adds NEXT of the first option that is not used, `is_out_of_order` and `auto_extension_stop`."""
    following = states.filter(pl.col("state") != "used").unique("contract_id", keep="first", maintain_order=True)
    odd = states.group_by(id="contract_id").agg(pl.col("is_out_of_order").any())
    return (
        contracts.join(
            following.select(pl.col("contract_id").alias("id"), *(pl.col(a).alias(b) for a, b in NEXT.items())),
            on="id",
            how="left",
            maintain_order="left",
        )
        .join(odd, on="id", how="left", maintain_order="left")
        .with_columns(
            pl.col("is_out_of_order", "is_late_deadline").fill_null(False),
            pl.when(pl.col("next_state") != "declined").then(pl.col("option_call_deadline", "option_decide_by")),
        )
        .with_columns(
            auto_extension_stop=pl.when(pl.col("next_mode") == "automatic").then("option_call_deadline"),
        )
    )


def _with_notice(contracts: pl.DataFrame, today: date) -> pl.DataFrame:
    """Adds `notice_deadline`, and `notice_end`: the day the contract ends if notice is given today."""
    months = pl.col("notice_buyer_months")
    wanted = pl.coalesce("desired_end_on", "current_end")
    return contracts.with_columns(
        notice_deadline=subtract_months(wanted, months), notice_end=add_months(pl.lit(today), months)
    )


def _with_starts(contracts: pl.DataFrame, closed: list[date]) -> pl.DataFrame:
    """Adds `reprocure_start_latest`, with the time a review may take, and `reprocure_start_unreviewed`, without it."""
    follows = pl.col("effective_end").dt.offset_by("1d")
    least = add_days(follows, -pl.col("lead_days"))
    return contracts.with_columns(
        reprocure_start_latest=previous_working_day(add_days(least, -pl.col("buffer_days")), closed),
        reprocure_start_unreviewed=previous_working_day(least, closed),
    )


def _with_gate(contracts: pl.DataFrame, today: date) -> pl.DataFrame:
    """Adds `decision_gate`, `gate_no_later_than` and `gap_days`.

    The gate is not known until all its parts are; `gate_no_later_than` is the first of those that are.
    """
    is_open = (pl.col("next_state") == "open").fill_null(False)
    decide = pl.when(is_open).then("option_decide_by")
    start = pl.col("reprocure_start_latest")
    is_known = start.is_not_null() & (~is_open | decide.is_not_null())
    first = pl.min_horizontal(decide, start)
    ready = pl.lit(today).dt.offset_by(pl.format("{}d", pl.col("lead_days") + pl.col("buffer_days")))
    possible = pl.when(is_open & pl.col("option_call_deadline").is_null()).then(None).otherwise(_possible_end())
    return contracts.with_columns(
        decision_gate=pl.when(is_known).then(first),
        gate_no_later_than=pl.min_horizontal(decide, start, "reprocure_start_unreviewed"),
        gap_days=gap_days(ready, possible),
    )


def _possible_end() -> pl.Expr:
    """As long as the options can make it last, but not beyond its ceiling."""
    end = pl.col("end_possible")
    return (
        pl.when(end.is_not_null())
        .then(pl.min_horizontal(end, *CEILING_DAYS))
        .otherwise(pl.when("is_open").then("effective_end"))
    )


def gap_days(ready: pl.Expr, end: pl.Expr) -> pl.Expr:
    """Days without a contract between the day after `end` and the day the next one is `ready`; 0 where none."""
    return (ready - end).dt.total_days().sub(1).clip(0)
