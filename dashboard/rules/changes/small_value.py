"""17:9, changes of small value: the net value of the changes together is *below* the threshold and *below* 10 per cent
(works 15) of the indexed contract value. Equal to either limit is not below it.

Counted together are the changes that rest on 17:9 or on nothing stated; those that rest on another paragraph are
judged by that paragraph.
"""

import polars as pl

from dashboard.rules.changes.paragraphs import SMALL


def is_counted() -> pl.Expr:
    """Whether a change counts in the net value of 17:9."""
    return pl.col("legal_basis").is_null() | (pl.col("legal_basis") == SMALL)


def with_net(changes: pl.DataFrame) -> pl.DataFrame:
    """Adds `is_counted` and `net_ore`: the net value of the contract's counted changes up to and including this one.

    Needs `change_id`, `contract_id`, `decided_on`, `value_delta_ore`, `legal_basis`. Changes of one day stand in the
    order of their ids. Null where a change up to then has no amount, or where any counted change has no day.
    """
    placed = changes.with_columns(is_counted=is_counted()).sort("contract_id", "decided_on", "change_id")
    delta = pl.when("is_counted").then(pl.col("value_delta_ore"))
    gone = pl.col("is_counted") & pl.col("value_delta_ore").is_null()
    undated = (pl.col("is_counted") & pl.col("decided_on").is_null()).any().over("contract_id")
    is_known = pl.col("is_counted") & ~undated & (gone.cum_sum().over("contract_id") == 0)
    net = delta.fill_null(0).cum_sum().over("contract_id")
    return placed.with_columns(net_ore=pl.when(is_known).then(net))


def is_below_threshold() -> pl.Expr:
    """Whether the net value is below the threshold in force; null where either is unknown."""
    return pl.col("net_ore").abs() < pl.col("threshold_ore")


def is_below_share() -> pl.Expr:
    """Whether the net value is below its share of the indexed value; null where either is unknown."""
    return pl.col("net_ore").abs() <= pl.col("largest_share_ore")
