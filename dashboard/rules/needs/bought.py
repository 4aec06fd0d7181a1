"""What was bought although no contract covered it, by the classes of the ledger lines.

It is the same sum as "no contract exists" in `spend_split`: documented direct awards (D) and the rest (F). What is
bought outside a contract that exists (C, E) is another question, and what cannot be decided (U) is said apart.
"""

import polars as pl

from dashboard.rules.spend_split import PARTS

CLASSES = PARTS["none_ore"]
DOCUMENTED = "D"
UNKNOWN = PARTS["unknown_ore"]


def needs_by(cube: pl.DataFrame, by: str) -> pl.DataFrame:
    """One row a group of `by`, the largest first: `amount_ore`, `lines` and, of that, `documented_ore`.

    `cube` has `line_class`, `amount_ore` and `lines`; its months are the year looked at. The rows sum to the whole.
    """
    amount = pl.col("amount_ore")
    return (
        cube.filter(pl.col("line_class").is_in(CLASSES))
        .group_by(by)
        .agg(
            amount.sum(),
            pl.col("lines").sum(),
            documented_ore=amount.filter(pl.col("line_class") == DOCUMENTED).sum(),
        )
        .sort("amount_ore", by, descending=[True, False], nulls_last=True)
    )


def unknown_ore(cube: pl.DataFrame) -> int:
    """What was bought where nobody can tell whether a contract covers it."""
    return int(cube.filter(pl.col("line_class").is_in(UNKNOWN))["amount_ore"].sum())


def daily_spend(cube: pl.DataFrame, days: int) -> pl.DataFrame:
    """`contract_id, daily_spend_ore`: what is bought a day on each contract, over the `days` that `cube` holds."""
    return (
        cube.filter(pl.col("contract_id").is_not_null(), pl.col("line_class").is_in(PARTS["on_ore"]))
        .group_by(pl.col("contract_id").cast(pl.Int64))
        .agg(daily_spend_ore=pl.col("amount_ore").sum().clip(0) / days)
    )
