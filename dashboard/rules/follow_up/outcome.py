"""Whether a planned follow-up was done: only an activity with evidence counts, and in time means within the tolerance.

`done`: the first proven activity came no later than the tolerance after the planned day. `late`: it came later.
`not_done`: the tolerance has passed without one. `coming`: there is still time.
"""

from datetime import date, timedelta

import polars as pl

STATES = ("done", "late", "not_done", "coming")


def is_proven() -> pl.Expr:
    """Whether an activity has evidence: minutes, a report or a measurement, not only a date."""
    return pl.col("evidence").fill_null("").str.strip_chars() != ""


def with_outcome(plans: pl.DataFrame, activities: pl.DataFrame, today: date, tolerance_days: float) -> pl.DataFrame:
    """`plans` (`id`, `planned_on`) with `done_on`, `last_on` (the last day it may be done in time), `state` and
    `has_unproven` (something was recorded, but without evidence). Order is kept.

    `activities` has `plan_id`, `done_on`, `evidence`; those after `today` do not count yet.
    """
    until = activities.filter(pl.col("done_on") <= today)
    found = until.group_by(id="plan_id").agg(
        done_on=pl.col("done_on").filter(is_proven()).min(),
        has_unproven=(~is_proven()).any(),
    )
    last_on = pl.col("planned_on") + timedelta(days=int(tolerance_days))
    state = (
        pl.when(pl.col("done_on") <= pl.col("last_on"))
        .then(pl.lit("done"))
        .when(pl.col("done_on").is_not_null())
        .then(pl.lit("late"))
        .when(pl.col("last_on") < today)
        .then(pl.lit("not_done"))
        .otherwise(pl.lit("coming"))
    )
    return (
        plans.join(found, on="id", how="left", maintain_order="left")
        .with_columns(last_on=last_on, has_unproven=pl.col("has_unproven").fill_null(False))
        .with_columns(state=state)
    )


def counted(rows: pl.DataFrame, by: str) -> pl.DataFrame:
    """How many planned follow-ups there are in each state: `by`, one column for each of STATES, and `planned`.

    `planned` is those whose time has come: all but the ones that are still coming.
    """
    numbers = {state: (pl.col("state") == state).sum().cast(pl.Int64) for state in STATES}
    return rows.group_by(by).agg(**numbers).with_columns(planned=pl.sum_horizontal("done", "late", "not_done")).sort(by)
