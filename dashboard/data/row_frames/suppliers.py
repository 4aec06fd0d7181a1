"""Each supplier's part of what can be competed for, in each window: the tail is seen here."""

import polars as pl

from dashboard.data.row_frames.ask import Ask, Tables, narrowed
from dashboard.periods import window_months
from dashboard.rules.limits import limits_on

HEAD = 0.8  # the share of the spend that those outside the tail make up


def supplier_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """`period` (the window's last month), the dimensions, `amount_ore`, `yearly_ore`, `lines`, `is_small`,
    `is_in_tail`.

    `amount_ore` is the supplier's addressable spend in the window, `yearly_ore` the same spread to twelve months.
    `is_small`: less than the limit a year. `is_in_tail`: the larger suppliers together already make up 80 per cent.
    Where the rows will be grouped, a supplier is judged within each group. Lines whose supplier nobody could name are
    one row with nulls.
    """
    months = window_months(ask.windows)
    small_ore = limits_on(tables["rule_limit"], ask.as_of).small_supplier_sek * 100
    lengths = months.group_by("until").agg(months=pl.len())
    cube = tables["ledger"].filter(
        pl.col("period").is_in(months["period"].implode()), pl.col("line_class").is_not_null()
    )
    groups = [name for name in ask.by if name != "supplier_id"]
    spread = narrowed(cube, ask).join(months, on="period")
    summed = spread.group_by("until", *groups, "supplier_id").agg(pl.col("amount_ore", "lines").sum())
    yearly = pl.col("amount_ore") * 12 / pl.col("months")
    ranked = (
        summed.join(lengths, on="until")
        .with_columns(yearly_ore=pl.when(pl.col("supplier_id").is_not_null()).then(yearly))
        .sort("amount_ore", "supplier_id", descending=[True, False])
        .with_columns(is_small=pl.col("yearly_ore") < small_ore, positive=pl.col("amount_ore").clip(0))
    )
    over = ["until", *groups]
    before = (pl.col("positive").cum_sum() - pl.col("positive")).over(over)
    tail = before >= pl.col("positive").sum().over(over) * HEAD
    missing = [pl.lit(None, dtype=pl.Int64).alias(name) for name in ("unit_id", "category_id") if name not in groups]
    return (
        ranked.with_columns(is_in_tail=pl.when(pl.col("supplier_id").is_not_null()).then(tail))
        .drop("positive", "months")
        .with_columns(missing)
        .rename({"until": "period"})
    )
