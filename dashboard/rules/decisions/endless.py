"""A contract that renews by itself without an end has one more term for each last day to stop it that has passed.

36 months, then 12 at a time, three months' notice: in the fifth year the notice is counted from the fifth year's end.
"""

from datetime import date

import polars as pl

from dashboard.rules.decisions.day_algebra import extend_end, subtract_months


def with_endless(options: pl.DataFrame, today: date) -> pl.DataFrame:
    """`options` and, for endless contracts whose options are all taken, the terms renewed since and the next one.

    The renewed terms are one row of their whole length. `options`: contract_id, sequence, length_months, mode, end,
    is_endless, call_months, is_taken and the table's other columns, in order.
    """
    last = (
        options.filter("is_endless")
        .group_by("contract_id", maintain_order=True)
        .agg(
            pl.all().exclude("length_months", "is_taken").last(),
            pl.col("length_months").last(),
            pl.col("is_taken").all(),
            base=pl.col("length_months").sum(),
        )
    )
    renewing = last.filter("is_taken", pl.col("mode") == "automatic").with_columns(
        call_deadline_on=pl.lit(None, pl.Date),
        exercised_on=pl.lit(None, pl.Date),
        is_called=pl.lit(False),
        is_declined=pl.lit(False),
    )
    if renewing.is_empty():
        return options
    counted = _with_terms(renewing, today)
    months = pl.col("length_months") * pl.col("terms")
    since = counted.filter(pl.col("terms") > 0).with_columns(length_months=months, sequence=pl.col("sequence") + 1)
    following = counted.with_columns(sequence=pl.col("sequence") + 2, is_taken=pl.lit(False))
    return pl.concat([options, since.select(options.columns), following.select(options.columns)]).sort(
        "contract_id", "sequence"
    )


def _with_terms(renewing: pl.DataFrame, today: date) -> pl.DataFrame:
    """Adds `terms`: how many have begun to renew, so that the next day to stop is today or later.

    The month in which that day falls tells the number but for the days within the month.
    """
    notice = pl.col("call_months").fill_null(0)
    end = pl.col("end")
    months = (today.year - end.dt.year()) * 12 + (today.month - end.dt.month()) - pl.col("base") + notice
    least = (months / pl.col("length_months")).ceil().cast(pl.Int64).clip(0)
    stop = subtract_months(extend_end(end, pl.col("base") + least * pl.col("length_months")), notice)
    terms = pl.when(stop < today).then(least + 1).otherwise(least)
    return renewing.with_columns(terms=terms)
