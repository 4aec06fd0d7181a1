"""The day the next contract holds, where one is signed, planned, or another contract covers the same need."""

from datetime import date

import polars as pl

from dashboard.rules.descent import with_descendants


def next_contracts(
    contracts: pl.DataFrame,
    plan: pl.DataFrame,
    scope: pl.DataFrame,
    categories: pl.DataFrame,
    units: pl.DataFrame,
    today: date,
) -> pl.DataFrame:
    """`contract_id, follows_on, follows_by` ("plan" or "contract"): the first day the need is covered again.

    `contracts`: `contract_id, start_on, ends_on` (the last day it can hold; null where there is none, or it is not
    known) of all that may cover a need. `plan`: `contract_id, successor_id, state, sign_on` of the lines of the
    procurement plan. The other frames have the columns of their tables. A contract that nothing follows has no row.
    """
    ways = pl.concat([_planned(contracts, plan, today), _covered(contracts, scope, categories, units)])
    ordered = ways.drop_nulls("follows_on").sort("contract_id", "follows_on", "follows_by")
    return ordered.unique("contract_id", keep="first", maintain_order=True)


def _planned(contracts: pl.DataFrame, plan: pl.DataFrame, today: date) -> pl.DataFrame:
    """A contract already made in its place, else the day its procurement is to be signed.

    A day to sign that has passed without a signature is no day to rely on.
    """
    starts = contracts.select(successor_id="contract_id", starts_on="start_on")
    is_signed, signs = pl.col("state") == "signed", pl.col("sign_on")
    return (
        plan.filter(pl.col("state") != "cancelled")
        .drop_nulls("contract_id")
        .join(starts, on="successor_id", how="left")
        .with_columns(signs_on=pl.when(is_signed | (signs >= today)).then(signs))
        .select(
            "contract_id",
            follows_on=pl.when(pl.col("successor_id").is_not_null()).then("starts_on").otherwise("signs_on"),
            follows_by=pl.lit("plan"),
        )
    )


def _covered(
    contracts: pl.DataFrame, scope: pl.DataFrame, categories: pl.DataFrame, units: pl.DataFrame
) -> pl.DataFrame:
    """The first day other contracts cover every category and department of one that ends.

    What another contract takes over is that contract's to count from its own end.
    """
    needs = scope.with_row_index("need").join(
        contracts.drop_nulls("ends_on").select("contract_id", ended_on="ends_on"), on="contract_id"
    )
    offered = scope.join(contracts, on="contract_id").select(
        "start_on",
        "ends_on",
        other_id="contract_id",
        wider="category_id",
        other_unit="unit_id",
    )
    above = with_descendants(categories.select("id", "parent_id")).rename({"id": "category_id", "ancestor": "wider"})
    within = with_descendants(units.select("id", "parent_id")).rename({"id": "unit_id", "ancestor": "other_unit"})
    met = (
        needs.join(above, on="category_id")
        .join(offered, on="wider")
        .filter(pl.col("other_id") != pl.col("contract_id"), _outlasts())
    )
    everywhere = met.filter(pl.col("other_unit").is_null())
    there = met.join(within, on=["unit_id", "other_unit"], how="semi")
    begins = pl.max_horizontal("start_on", pl.col("ended_on").dt.offset_by("1d"))
    first = pl.concat([everywhere, there]).group_by("contract_id", "need").agg(begins_on=begins.min())
    wanted = needs.group_by("contract_id").agg(needs=pl.len())
    return (
        first.group_by("contract_id")
        .agg(pl.col("begins_on").max(), met=pl.len())
        .join(wanted, on="contract_id")
        .filter(pl.col("met") == pl.col("needs"))
        .select("contract_id", follows_on="begins_on", follows_by=pl.lit("contract"))
    )


def _outlasts() -> pl.Expr:
    """A contract without a start covers nothing; one without an end goes on."""
    return pl.col("start_on").is_not_null() & (pl.col("ends_on").is_null() | (pl.col("ends_on") > pl.col("ended_on")))
