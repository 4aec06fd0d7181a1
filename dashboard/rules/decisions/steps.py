"""The step a contract stands on: the highest of its open cases, as their last moves up to the day say."""

from datetime import date

import polars as pl

HIGHEST = 4  # a case that is settled stands on no step


def steps_on(cases: pl.DataFrame, events: pl.DataFrame, day: date) -> pl.DataFrame:
    """`contract_id, step` of contracts with an open case on `day`; one that never moved stands on 0.

    `cases`: id, contract_id, opened_on, closed_on; `events`: case_id, sequence, to_step, happened_on.
    """
    is_closed = (pl.col("closed_on") <= day).fill_null(False)
    there = cases.filter(pl.col("opened_on") <= day, ~is_closed).select("contract_id", case_id="id")
    last = (
        events.filter(pl.col("happened_on") <= day).sort("sequence").group_by("case_id").agg(pl.col("to_step").last())
    )
    return (
        there.join(last, on="case_id", how="left")
        .with_columns(pl.col("to_step").fill_null(0))
        .filter(pl.col("to_step") <= HIGHEST)
        .group_by("contract_id")
        .agg(step=pl.col("to_step").max())
        .sort("contract_id")
    )
