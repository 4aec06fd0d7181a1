"""Each supplier's part of what can be competed for, in each window: the tail is seen here."""

from dataclasses import replace

import polars as pl

from dashboard.data.row_frames.ask import Ask, Tables, narrowed
from dashboard.periods import window_months
from dashboard.rules.limits import limits_on
from dashboard.rules.scope import is_of

HEAD = 0.8  # the share of the spend that those outside the tail make up


def supplier_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row a supplier and window: `period` (its last month), the dimensions, and what the supplier sold.

    `amount_ore` and `lines` are what can be competed for, `yearly_ore` the amount spread to twelve months,
    of which those before the ledger begins are none. `is_small`:
    less than the limit a year. `is_in_tail`: the larger suppliers together already make up 80 per cent. Where the rows
    will be grouped a supplier is judged within each group, and always among all suppliers, also when it alone is asked
    for. Lines whose supplier nobody could name are one row, with nulls.
    """
    small_ore = limits_on(tables["rule_limit"], ask.as_of).small_supplier_sek * 100
    groups = ["until", *(name for name in ask.by if name != "supplier_id")]
    missing = [pl.lit(None, dtype=pl.Int64).alias(name) for name in ("unit_id", "category_id") if name not in groups]
    is_named = pl.col("supplier_id").is_not_null()
    rows = (
        _sold(tables, ask, groups)
        .with_columns(
            is_small=pl.when(is_named).then(pl.col("yearly_ore") < small_ore),
            is_in_tail=pl.when(is_named).then(_is_in_tail(groups)),
        )
        .with_columns(missing)
        .rename({"until": "period"})
    )
    return rows if ask.supplier_id is None else rows.filter(is_of("supplier_id", ask.supplier_id))


def _sold(tables: Tables, ask: Ask, groups: list[str]) -> pl.DataFrame:
    """`groups`, `supplier_id`, `amount_ore`, `lines`, `yearly_ore`; the largest supplier first."""
    months = window_months(ask.windows)
    begins = pl.lit(tables["ledger"]["period"].min(), dtype=pl.Int64)
    lengths = months.filter((pl.col("period") >= begins).fill_null(True)).group_by("until").agg(months=pl.len())
    within = pl.col("period").is_in(months["period"].implode())
    cube = tables["ledger"].filter(within, pl.col("line_class").is_not_null())
    return (
        narrowed(cube, replace(ask, supplier_id=None))
        .group_by("period", *groups[1:], "supplier_id")  # first the months, so that few rows meet many windows
        .agg(pl.col("amount_ore", "lines").sum())
        .join(months, on="period")
        .group_by(*groups, "supplier_id")
        .agg(pl.col("amount_ore", "lines").sum())
        .join(lengths, on="until")
        .with_columns(yearly_ore=pl.col("amount_ore") * 12 / pl.col("months"))
        .drop("months")
        .sort("amount_ore", "supplier_id", descending=[True, False])
    )


def _is_in_tail(groups: list[str]) -> pl.Expr:
    """Of rows with the largest first: those before already make up the head. Nobody's lines count to neither."""
    amount = pl.when(pl.col("supplier_id").is_not_null()).then(pl.col("amount_ore").clip(0)).otherwise(0)
    before = (amount.cum_sum() - amount).over(groups)
    return before >= amount.sum().over(groups) * HEAD
