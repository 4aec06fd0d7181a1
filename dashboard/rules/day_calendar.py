"""From spans of days to a calendar that lines can be joined to by plain equality.

A span says that something holds for a key from one day to another. Spans of a key may overlap. `pieces` cuts each
key's time where anything changes and answers every piece once; `Calendar.by_month` lays the answers out by month,
so that a line meets one row, and in it the days on which the answer changes.
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

    def by_month(self, told: pl.DataFrame, name: str) -> pl.DataFrame:
        """The answers laid out by month, one row for each key and month in which there is any.

        `<name>_key` is key * months + month; `<name>_0` is the answer at the month's start, and `<name>_1` the answer
        from the day `<name>_from_1`, and so on for as many changes as some month has: null where it has fewer.
        """
        spread = (
            told.with_columns(month=pl.int_ranges(self.month("first"), self.month("last") + 1))
            .explode("month", empty_as_null=True)
            .with_columns(pl.col("key") * self.months + pl.col("month"))
            .sort("key", "first")
        )
        spread = _with_turn(spread.filter(~(_is_first("key") & _is_last("key") & pl.col("answer").is_null())))
        turns = spread.partition_by("turn", include_key=False, maintain_order=True)
        laid = [turn.select(key="key", day="first", answer="answer") for turn in turns] or [
            spread.select(key="key", day="first", answer="answer")
        ]
        wide = laid[0].select(pl.col("key").alias(f"{name}_key"), pl.col("answer").alias(f"{name}_0"))
        for number, turn in enumerate(laid[1:], start=1):
            named = turn.rename({"key": f"{name}_key", "day": f"{name}_from_{number}", "answer": f"{name}_{number}"})
            wide = wide.join(named, on=f"{name}_key", how="left")
        return wide


def _is_first(column: str) -> pl.Expr:
    """Whether a row is the first of its value in a sorted column: much cheaper than a window over the value."""
    return pl.col(column).ne_missing(pl.col(column).shift())


def _is_last(column: str) -> pl.Expr:
    return pl.col(column).ne_missing(pl.col(column).shift(-1))


def _with_turn(spread: pl.DataFrame) -> pl.DataFrame:
    """Adds the number of each row within its key, from 0."""
    row = pl.int_range(pl.len())
    return spread.with_columns(turn=row - pl.when(_is_first("key")).then(row).forward_fill())


def told(cut: pl.DataFrame, answer: pl.Expr) -> pl.DataFrame:
    """Pieces with one number for an answer, null for none; neighbours with the same answer become one piece."""
    known = cut.sort("key", "first").with_columns(answer=pl.when("is_answered").then(answer).cast(pl.Int32))
    is_new = (pl.col("key") != pl.col("key").shift()) | pl.col("answer").ne_missing(pl.col("answer").shift())
    return (
        known.with_columns(run=is_new.fill_null(True).cum_sum())
        .group_by("run", maintain_order=True)
        .agg(pl.col("key").first(), pl.col("first").first(), pl.col("last").last(), pl.col("answer").first())
        .drop("run")
    )
