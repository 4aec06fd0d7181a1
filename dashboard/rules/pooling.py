"""Categories that many departments buy from many suppliers without a pooled contract: candidates to buy together."""

import polars as pl

FEWEST_UNITS, FEWEST_SUPPLIERS = 3, 5


def pooling_candidates(cube: pl.DataFrame, contracts: pl.DataFrame) -> pl.DataFrame:
    """One row a category, largest first: `category_id, amount_ore, units, suppliers`.

    Counts addressable spend that is not on a contract known to be pooled (`is_pooled`: municipality-wide, joint, or
    through a central purchasing body). A category is a candidate from `FEWEST_UNITS` departments and
    `FEWEST_SUPPLIERS` suppliers up; whether it suits is for a person to judge.
    """
    pooled = contracts.filter(pl.col("is_pooled").fill_null(False))["id"]
    is_pooled = pl.col("contract_id").cast(pl.Int64).is_in(pooled.implode()).fill_null(False)
    apart = cube.filter(pl.col("line_class").is_not_null(), pl.col("category_id").is_not_null(), ~is_pooled)
    return (
        apart.group_by("category_id")
        .agg(
            pl.col("amount_ore").sum(),
            units=pl.col("unit_id").drop_nulls().n_unique().cast(pl.Int64),
            suppliers=pl.col("supplier_id").drop_nulls().n_unique().cast(pl.Int64),
        )
        .filter(pl.col("units") >= FEWEST_UNITS, pl.col("suppliers") >= FEWEST_SUPPLIERS, pl.col("amount_ore") > 0)
        .sort("amount_ore", "category_id", descending=[True, False])
    )
