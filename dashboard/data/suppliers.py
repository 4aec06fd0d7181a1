"""What pages ask about suppliers: a list with spend, and all that is known about one."""

from dataclasses import dataclass

import polars as pl
import streamlit as st

from dashboard.data.chosen import chosen_cube
from dashboard.data.edition import Edition
from dashboard.data.registers import register
from dashboard.data.search import found
from dashboard.filters import Filters
from dashboard.rules.spend_split import class_mix, spend_split

LISTED = 100


def supplier_rows(
    cube: pl.DataFrame, suppliers: pl.DataFrame, links: pl.DataFrame, merges: pl.DataFrame
) -> pl.DataFrame:
    """Every supplier but those merged into another: `id, name, orgnr, country, is_masked, contracts, last_period` and
    the columns of `spend_split` (null where nothing was bought), by falling spend.
    """
    gone = merges.filter(pl.col("undone_on").is_null())["from_supplier_id"]
    spend = spend_split(cube, "supplier_id").join(
        cube.group_by("supplier_id").agg(last_period=pl.col("period").max()), on="supplier_id", how="left"
    )
    held = links.group_by("supplier_id").agg(contracts=pl.col("contract_id").n_unique().cast(pl.Int64))
    return (
        suppliers.filter(~pl.col("id").is_in(gone.implode()))
        .select("id", "name", "orgnr", "country", "is_masked")
        .join(spend, left_on="id", right_on="supplier_id", how="left")
        .join(held, left_on="id", right_on="supplier_id", how="left")
        .with_columns(pl.col("contracts").fill_null(0))
        .sort("total_ore", "name", descending=[True, False], nulls_last=True)
    )


@st.cache_resource(max_entries=8, show_spinner=False)
def suppliers(edition: Edition, filters: Filters) -> pl.DataFrame:
    """The list for this selection, all suppliers."""
    return supplier_rows(
        chosen_cube(edition, filters),
        register(edition, "supplier"),
        register(edition, "contract_supplier"),
        register(edition, "merge"),
    )


def search_suppliers(edition: Edition, filters: Filters, query: str) -> pl.DataFrame:
    """The suppliers that fit `query`, best first, with `field` and `text`: what it was that fitted."""
    hits = found(edition, "supplier", query).select("id", "field", "text", "score")
    return hits.join(suppliers(edition, filters), on="id").sort("score", "total_ore", descending=True, nulls_last=True)


@dataclass(frozen=True)
class Supplier:
    """All that is known about one supplier; frames keep the columns of their tables where nothing else is said."""

    row: dict[str, object]
    aliases: pl.DataFrame
    by_month: pl.DataFrame  # spend_split by period
    by_unit: pl.DataFrame  # spend_split by unit_id
    mix: pl.DataFrame  # class_mix
    contracts: pl.DataFrame  # id, number, title, rank
    direct_awards: pl.DataFrame
    merges: pl.DataFrame  # other: the supplier at the other end


@st.cache_resource(max_entries=64, show_spinner=False)
def supplier(edition: Edition, filters: Filters, supplier_id: int) -> Supplier | None:
    """One supplier in this selection's months, or None where there is none with this id."""
    row = register(edition, "supplier").filter(pl.col("id") == supplier_id)
    if row.is_empty():
        return None
    cube = chosen_cube(edition, filters).filter(pl.col("supplier_id") == supplier_id)
    of_this = pl.col("supplier_id") == supplier_id
    return Supplier(
        row=row.row(0, named=True),
        aliases=register(edition, "supplier_alias").filter(of_this),
        by_month=spend_split(cube, "period"),
        by_unit=spend_split(cube, "unit_id"),
        mix=class_mix(cube),
        contracts=_contracts(register(edition, "contract_supplier").filter(of_this), register(edition, "contract")),
        direct_awards=register(edition, "direct_award").filter(of_this).sort("decided_on", descending=True),
        merges=_merges(register(edition, "merge"), supplier_id, register(edition, "supplier")),
    )


def _contracts(links: pl.DataFrame, contracts: pl.DataFrame) -> pl.DataFrame:
    return (
        contracts.join(links.select("contract_id", "rank"), left_on="id", right_on="contract_id")
        .select("id", "number", "title", "start_on", "initial_end_on", "rank")
        .sort("start_on", "number", descending=[True, False], nulls_last=True)
    )


def _merges(merges: pl.DataFrame, supplier_id: int, suppliers: pl.DataFrame) -> pl.DataFrame:
    """The merges this supplier took part in; `other` is the name at the other end."""
    here, there = pl.col("into_supplier_id"), pl.col("from_supplier_id")
    return (
        merges.filter((here == supplier_id) | (there == supplier_id))
        .with_columns(other_id=pl.when(here == supplier_id).then(there).otherwise(here))
        .join(suppliers.select(other_id="id", other="name"), on="other_id", how="left")
        .sort("id", descending=True)
    )
