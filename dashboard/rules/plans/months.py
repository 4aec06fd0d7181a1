"""The plan's load month by month beside what there is to do it with, and what falls outside the months shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.filters import add_months, months_between
from dashboard.rules.plans.load import MONTHS, spread, with_span
from dashboard.rules.plans.procurement_plan import SOURCES, WAITING


@dataclass(frozen=True)
class Load:
    """`lines`: of `with_span`. `parts`: `line, period, hours` of every month. `months`: those shown.

    The hours of `lines` are those of the months shown, `before`, `after` and `undated` together. `without_hours` is
    how many lines have no number of hours at all.
    """

    lines: pl.DataFrame
    parts: pl.DataFrame
    months: Sequence[int]

    @property
    def total(self) -> int:
        """All hours of all lines."""
        return int(self.lines["needed_hours"].sum())

    @property
    def before(self) -> int:
        """Hours in months that have passed, of what has begun."""
        return self._sum(pl.col("period") < self.months[0])

    @property
    def after(self) -> int:
        """Hours later than the months shown."""
        return self._sum(pl.col("period") > self.months[-1])

    @property
    def undated(self) -> int:
        """Hours of lines whose days are not known."""
        return int(self.lines.filter(pl.col("from_on").is_null())["needed_hours"].sum())

    @property
    def without_hours(self) -> int:
        """How many lines there is no number of hours for."""
        return self.lines["needed_hours"].null_count()

    def by_month(self) -> pl.DataFrame:
        """`period, source, hours, starts` for every month shown and each of SOURCES.

        `starts` is how many procurements must start that month; those that somebody has started are not counted.
        """
        source = self.lines.select("line", "source")
        hours = self.parts.join(source, on="line").group_by("period", "source").agg(pl.col("hours").sum())
        waiting = self.lines.drop_nulls("from_on").filter(pl.col("state").is_in(WAITING))
        starts = waiting.group_by("source", period=_begins()).agg(starts=pl.len().cast(pl.Int64))
        every = pl.DataFrame({"period": self.months}, schema={"period": pl.Int64}).join(
            pl.DataFrame({"source": SOURCES}, schema={"source": pl.String}), how="cross"
        )
        key = ["period", "source"]
        return (
            every.join(hours, on=key, how="left", maintain_order="left")
            .join(starts, on=key, how="left", maintain_order="left")
            .with_columns(pl.col("hours", "starts").fill_null(0))
        )

    def in_month(self, period: int) -> pl.DataFrame:
        """The lines with hours in the month, the most first: their columns, `month_hours` and `is_start`."""
        of_month = self.parts.filter(pl.col("period") == period).select("line", month_hours="hours")
        is_start = pl.col("state").is_in(WAITING) & (_begins() == period)
        return (
            self.lines.join(of_month, on="line")
            .with_columns(is_start=is_start)
            .sort("month_hours", "line", descending=[True, False])
        )

    def _sum(self, of: pl.Expr) -> int:
        return int(self.parts.filter(of)["hours"].sum())


def _begins() -> pl.Expr:
    """The month of a line's first day."""
    return pl.col("from_on").dt.year().cast(pl.Int64) * 100 + pl.col("from_on").dt.month()


def load_of(lines: pl.DataFrame, today: date, months: int = MONTHS) -> Load:
    """The load of `lines` (of `plan_lines`, with `needed_hours`) over so many months from this one."""
    spanned = with_span(lines, today)
    first = today.year * 100 + today.month
    return Load(spanned, spread(spanned, today), months_between(first, add_months(first, months - 1)))


def against(load: Load, capacity: pl.DataFrame) -> pl.DataFrame:
    """`period, needed, starts, capacity, gap`: the months shown. `capacity`: the table officer_capacity.

    `capacity` and `gap` (hours lacking; 0 where they suffice) are null where nobody has said: unknown is not none.
    """
    needed = (
        load.by_month()
        .group_by("period", maintain_order=True)
        .agg(needed=pl.col("hours").sum(), starts=pl.col("starts").sum())
    )
    there = capacity.select(pl.col("period").cast(pl.Int64), capacity=pl.col("hours").cast(pl.Int64))
    return needed.join(there, on="period", how="left", maintain_order="left").with_columns(
        gap=pl.when(pl.col("capacity").is_not_null()).then((pl.col("needed") - pl.col("capacity")).clip(0))
    )


def worst(rows: pl.DataFrame) -> int | None:
    """The month of `against` that lacks most hours, the first of two alike; None where none is known to lack any."""
    short = rows.filter(pl.col("gap") > 0).sort("gap", "period", descending=[True, False])
    return None if short.is_empty() else int(short["period"][0])
