"""What is asked of the rows: which windows of months, which filters, and by what they will be grouped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import polars as pl

from dashboard.periods import Window
from dashboard.rules.scope import NOT_STATED, Scope, counts, is_of

DIMENSIONS = ("unit_id", "category_id", "supplier_id")


class Tables(Protocol):
    """The frames of an edition by name: `cube`, `invoices` and the registers."""

    def __getitem__(self, name: str, /) -> pl.DataFrame:
        """The frame with this name."""


@dataclass(frozen=True)
class Ask:
    """One question. `by` holds names of DIMENSIONS, `as_of` is the day the data reach."""

    windows: tuple[Window, ...]
    as_of: date
    by: tuple[str, ...] = ()
    unit_id: int | None = None
    category_id: int | None = None
    supplier_id: int | None = None
    scope: Scope = "kommun"
    left_out: tuple[int, ...] = ()  # units that do not count where no unit is asked for

    def wanted(self, dimension: str) -> int | None:
        """The one id asked for in this dimension, None for all."""
        value: int | None = getattr(self, dimension)
        return value

    @property
    def ends(self) -> pl.DataFrame:
        """One row for each window: `period` (its last month), `first_on` and `last_on` (its first and last day)."""
        rows = [(one.last, date(*divmod(one.first, 100), 1), one.last_day) for one in dict.fromkeys(self.windows)]
        return pl.DataFrame(
            rows, schema={"period": pl.Int64, "first_on": pl.Date, "last_on": pl.Date}, orient="row"
        ).unique("period", maintain_order=True)


def narrowed(rows: pl.DataFrame, ask: Ask, members: Mapping[str, pl.DataFrame] | None = None) -> pl.DataFrame:
    """The rows the filters ask for, each with the columns of DIMENSIONS.

    A dimension a row can belong to several times stands in `members` as pairs of `row_id` and the dimension: there a
    row is kept where one of its pairs fits, and stands once under each of its ids when grouped. A bar for an id is so
    always the same as the filter on that id, also where bars overlap.
    """
    for dimension in DIMENSIONS:
        wanted, pairs = ask.wanted(dimension), (members or {}).get(dimension)
        if dimension == "unit_id" and wanted is None and ask.left_out:
            rows, pairs = _in_scope(rows, pairs, ask)
        if pairs is None:
            rows = rows if wanted is None else rows.filter(is_of(dimension, wanted))
        elif wanted is not None:
            rows = _of_members(rows, pairs, dimension, wanted)
        elif dimension in ask.by:
            rows = rows.join(pairs.select("row_id", dimension).unique(), on="row_id", how="left")
        else:
            rows = rows.with_columns(pl.lit(None, dtype=pl.Int64).alias(dimension))
    return rows


def _of_members(rows: pl.DataFrame, pairs: pl.DataFrame, dimension: str, wanted: int) -> pl.DataFrame:
    """The rows that belong to `wanted`; where it is NOT_STATED those that belong to nothing."""
    if wanted == NOT_STATED:
        nobodys = rows.join(pairs.select("row_id").unique(), on="row_id", how="anti")
        return nobodys.with_columns(pl.lit(None, dtype=pl.Int64).alias(dimension))
    fits = pairs.filter(pl.col(dimension) == wanted).select("row_id").unique()
    return rows.join(fits, on="row_id", how="semi").with_columns(pl.lit(wanted, dtype=pl.Int64).alias(dimension))


def _in_scope(rows: pl.DataFrame, pairs: pl.DataFrame | None, ask: Ask) -> tuple[pl.DataFrame, pl.DataFrame | None]:
    """The rows and pairs of units that count; a row that belongs to no unit counts as one whose unit is not known."""
    is_in = counts(ask.left_out, ask.scope)
    if pairs is None:
        return rows.filter(is_in), None
    kept = pairs.filter(is_in)
    out = pairs.join(kept, on="row_id", how="anti").select("row_id").unique()
    if ask.scope == "bolag":
        return rows.join(kept, on="row_id", how="semi"), kept
    return rows.join(out, on="row_id", how="anti"), kept


def month(day: str) -> pl.Expr:
    """The month of a day as a whole number: 202611."""
    return (pl.col(day).dt.year().cast(pl.Int64) * 100 + pl.col(day).dt.month().cast(pl.Int64)).alias("period")
