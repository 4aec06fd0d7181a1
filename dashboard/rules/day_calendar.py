"""From spans of days to a calendar that lines can be joined to by plain equality.

A span says that something holds for a key from one day to another. Spans of a key may overlap. `pieces` cuts each
key's time where anything changes and answers every piece once; `Calendar.months` lays the pieces out by month, so
that a line meets few of them: the join is by key and month, and the one piece that holds the line's day is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.rules.terms import BEGINNING, FOR_EVER


def pieces(spans: pl.DataFrame, answers: Sequence[pl.Expr]) -> pl.DataFrame:
    """One row for each key and each stretch of days in which the same spans hold, from the beginning for ever.

    `spans` has key, from_day, to_day (both included) and what `answers` aggregate. A stretch in which no span holds
    has null answers.
    """
    spans = spans.filter(pl.col("from_day") <= pl.col("to_day"))
    after = pl.when(pl.col("to_day") < FOR_EVER).then(pl.col("to_day").dt.offset_by("1d"))
    cuts = pl.concat(
        [
            spans.select("key", day=pl.lit(BEGINNING)),
            spans.select("key", day="from_day"),
            spans.select("key", day=after).drop_nulls("day"),
        ]
    ).unique()
    stretches = cuts.sort("key", "day").select(
        "key",
        first="day",
        last=pl.col("day").shift(-1).over("key").dt.offset_by("-1d").fill_null(FOR_EVER),
    )
    held = (
        stretches.join(spans, on="key")
        .filter((pl.col("from_day") <= pl.col("first")) & (pl.col("to_day") >= pl.col("last")))
        .group_by("key", "first")
        .agg(pl.lit(True).alias("is_answered").first(), *answers)
    )
    return stretches.join(held, on=["key", "first"], how="left")


@dataclass(frozen=True)
class Calendar:
    """The months that are told apart. Days before and after count to the first and the last: slower, never wrong."""

    first_month: int  # year * 12 + month - 1
    months: int

    @classmethod
    def ending(cls, last_day: date, months: int = 84) -> "Calendar":
        """The `months` up to and including the month of `last_day`."""
        return cls(last_day.year * 12 + last_day.month - months, months)

    def month(self, day: str) -> pl.Expr:
        """The number of a day's month, from 0."""
        number = pl.col(day).dt.year() * 12 + pl.col(day).dt.month() - 1 - self.first_month
        return number.clip(0, self.months - 1).cast(pl.Int64)

    def by_month(self, cut: pl.DataFrame, name: str) -> pl.DataFrame:
        """The pieces laid out by month: `<name>_key` is key * months + month; `<name>_first`, `<name>_last`.

        Months in which no piece has an answer are left out: a line that meets no row has no answer.
        """
        spread = (
            cut.with_columns(month=pl.int_ranges(self.month("first"), self.month("last") + 1))
            .explode("month", empty_as_null=True)
            .with_columns(pl.col("key") * self.months + pl.col("month"))
        )
        kept = spread.filter(pl.col("is_answered").fill_null(False).any().over("key")).drop("month", "is_answered")
        return kept.rename({"key": f"{name}_key", "first": f"{name}_first", "last": f"{name}_last"})
