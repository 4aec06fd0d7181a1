"""How many hours the plan asks for each month, and how many procurements must start.

A line's hours are spread evenly over the working days from its start to its signing, and rounded so that they add up
to the line's hours exactly: whole hours first, then one more in the months with the largest parts left over, of two
alike the earlier. A line that nobody has started though its day has passed begins today and takes as long as planned.
"""

from datetime import date

import polars as pl

from dashboard.rules.decisions.day_algebra import closed_weekdays
from dashboard.rules.plans.procurement_plan import FINISHED, WAITING

MONTHS = 24
SPREAD = ("line", "period", "hours")


def with_span(lines: pl.DataFrame, today: date) -> pl.DataFrame:
    """The lines still to be done, with `line` (their number), `from_on` and `until_on`: the days they take.

    Null where the start or the signing is not known. A signing before the start is on the same day.
    """
    begins, signs = pl.col("start_on"), pl.max_horizontal("start_on", "sign_on")
    is_waiting = pl.col("state").is_in(WAITING) & (begins < today)
    is_known = begins.is_not_null() & pl.col("sign_on").is_not_null()
    late = (pl.lit(today) - begins).fill_null(pl.duration(days=0))
    moved = pl.when(is_waiting).then(late).otherwise(pl.duration(days=0))
    return (
        lines.filter(~pl.col("state").is_in(FINISHED))
        .with_row_index("line")
        .with_columns(
            from_on=pl.when(is_known).then(begins + moved),
            until_on=pl.when(is_known).then(signs + moved),
        )
    )


def spread(lines: pl.DataFrame, today: date) -> pl.DataFrame:
    """SPREAD: the hours of each line of `with_span` (with `needed_hours`) in each month it takes, whatever the window.

    Lines without days or hours are not there; every other line's hours add up to its `needed_hours`.
    """
    known = lines.drop_nulls(["from_on", "until_on", "needed_hours"]).select(
        "line", "from_on", "until_on", pl.col("needed_hours").cast(pl.Int64)
    )
    parts = _months_of(known).join(_working_days(known, today), on=["line", "period"], how="left")
    weighed = parts.with_columns(days=_weight())
    whole = pl.col("needed_hours") * pl.col("days") // _all("days")
    left = pl.col("needed_hours") * pl.col("days") % _all("days")
    return (
        weighed.with_columns(whole=whole, left=left)
        .sort("line", "left", "period", descending=[False, True, False])
        .with_columns(turn=pl.int_range(pl.len()).over("line"), extra=pl.col("needed_hours") - _all("whole"))
        .with_columns(hours=pl.col("whole") + (pl.col("turn") < pl.col("extra")).cast(pl.Int64))
        .filter(pl.col("hours") > 0)
        .sort("line", "period")
        .select(SPREAD)
    )


def _all(column: str) -> pl.Expr:
    return pl.col(column).sum().over("line")


def _weight() -> pl.Expr:
    """The working days of the month that the line takes; one in its first month where it takes none at all."""
    days = pl.col("days").fill_null(0)
    is_first = pl.col("period") == pl.col("period").min().over("line")
    return pl.when(days.sum().over("line") > 0).then(days).otherwise(is_first.cast(pl.Int64))


def _months_of(known: pl.DataFrame) -> pl.DataFrame:
    """A row for each month from a line's first to its last."""

    def number(day: str) -> pl.Expr:
        return pl.col(day).dt.year().cast(pl.Int64) * 12 + pl.col(day).dt.month() - 1

    months = pl.int_ranges(number("from_on"), number("until_on") + 1).alias("month")
    return (
        known.with_columns(months)
        .explode("month")
        .with_columns(period=pl.col("month") // 12 * 100 + pl.col("month") % 12 + 1)
        .select("line", "needed_hours", "period")
    )


def _working_days(known: pl.DataFrame, today: date) -> pl.DataFrame:
    """`line, period, days`: the working days each line takes in each month."""
    years = [today.year, *known["from_on"].dt.year().to_list(), *known["until_on"].dt.year().to_list()]
    closed = closed_weekdays(min(years), max(years))
    days = pl.date_range(date(min(years), 1, 1), date(max(years), 12, 31), eager=True).alias("day").to_frame()
    working = days.filter(
        pl.col("day").dt.weekday() <= 5, ~pl.col("day").is_in(pl.Series(closed, dtype=pl.Date).implode())
    )
    taken = known.join_where(working, pl.col("day") >= pl.col("from_on"), pl.col("day") <= pl.col("until_on"))
    period = pl.col("day").dt.year().cast(pl.Int64) * 100 + pl.col("day").dt.month()
    return taken.group_by("line", period=period).agg(days=pl.len().cast(pl.Int64))
