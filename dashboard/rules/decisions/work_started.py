"""Whether work has begun in time before a contract's gate: a state of the day, never a message sent on one.

The alert stands from the day that lies a lead time and a margin before the gate, and on every day after it. Only a
decision or work that has begun takes it away; when dates change both are judged anew, by `with_handled`.
"""

from datetime import date

import polars as pl

from dashboard.rules.decisions.day_algebra import add_days
from dashboard.rules.decisions.limits import DecisionLimits

STATES = ("decided", "begun", "not_started", "later", "unknown")


def with_work_state(handled: pl.DataFrame, today: date, limits: DecisionLimits | None = None) -> pl.DataFrame:
    """`handled`, as of `with_handled`, with `alert_from_on, work_state` (one of STATES) and `is_alerted`.

    `alert_from_on` counts back from the gate, or the first part of it that is known; null without a lead time: then the
    state is `unknown`, unless the gate is handled or the work has begun.
    """
    margin = int((limits or DecisionLimits()).alert_days)
    gate = pl.coalesce("decision_gate", "gate_no_later_than")
    state = (
        pl.when("is_handled")
        .then(pl.lit("decided"))
        .when("is_begun")
        .then(pl.lit("begun"))
        .when(pl.col("alert_from_on").is_null())
        .then(pl.lit("unknown"))
        .when(pl.col("alert_from_on") <= today)
        .then(pl.lit("not_started"))
        .otherwise(pl.lit("later"))
    )
    return (
        handled.with_columns(alert_from_on=add_days(gate, -(pl.col("lead_days") + margin)))
        .with_columns(work_state=state)
        .with_columns(is_alerted=pl.col("work_state") == "not_started")
    )
