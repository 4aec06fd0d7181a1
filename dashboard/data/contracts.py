"""What pages ask about contracts: a list with use and dates, and all that is known about one."""

from dataclasses import dataclass
from datetime import date

import polars as pl
import streamlit as st

from dashboard.data import edition as editions
from dashboard.data.chosen import chosen_cube
from dashboard.data.edition import Edition
from dashboard.data.quality import frames_to_check
from dashboard.data.registers import register
from dashboard.data.search import found
from dashboard.filters import Filters
from dashboard.rules.ends import with_ends_on
from dashboard.rules.gap_checks import CHECKS, Check
from dashboard.rules.spend_split import spend_split

LISTED = 100


def contract_rows(cube: pl.DataFrame, contracts: pl.DataFrame, options: pl.DataFrame, today: date) -> pl.DataFrame:
    """Every contract that is not secret: `id, number, title, supplier_name, type, owner, start_on, ends_on,
    is_open_ended, is_over, ceiling_ore, spent_ore`, those that end soonest first and those that are over last.

    `ends_on` is null where no end is known or the contract runs until further notice; `spent_ore` is what the ledger
    has on the contract (line classes A, A- and B) in the months of `cube`.
    """
    spent = (
        cube.filter(pl.col("contract_id").is_not_null(), pl.col("line_class").is_in(["A", "A-", "B"]))
        .group_by(id=pl.col("contract_id").cast(pl.Int64))
        .agg(spent_ore=pl.col("amount_ore").sum())
    )
    return (
        with_ends_on(contracts.filter(~pl.col("is_secret")), options, today)
        .join(spent, on="id", how="left")
        .with_columns(is_over=(pl.col("ends_on") < today).fill_null(False))
        .select(
            *("id", "number", "registration_number", "title", "supplier_name", "type", "owner", "start_on", "ends_on"),
            *("is_open_ended", "is_over", "ceiling_ore", pl.col("spent_ore").fill_null(0)),
        )
        .sort("is_over", "ends_on", "number", nulls_last=True)
    )


@st.cache_resource(max_entries=8, show_spinner=False)
def contracts(edition: Edition, filters: Filters) -> pl.DataFrame:
    """The list for this selection."""
    cube = chosen_cube(edition, filters)
    return contract_rows(cube, register(edition, "contract"), register(edition, "option"), edition.as_of)


def search_contracts(edition: Edition, filters: Filters, query: str) -> pl.DataFrame:
    """The contracts that fit `query`, best first, with `field` and `text`: what it was that fitted."""
    hits = found(edition, "contract", query).select("id", "field", "text", "score")
    return hits.join(contracts(edition, filters), on="id").sort("score", "spent_ore", descending=True)


@dataclass(frozen=True)
class Contract:
    """All that is known about one contract; frames keep the columns of their tables where nothing else is said."""

    row: dict[str, object]  # with ends_on, is_open_ended
    options: pl.DataFrame
    suppliers: pl.DataFrame  # id, name, rank, share_pct, amount_ore
    scope: pl.DataFrame  # category, unit (null: every unit)
    by_month: pl.DataFrame  # spend_split by period
    used_ore: int  # of the ceiling, over every month in the ledger
    missing: tuple[Check, ...]


@st.cache_resource(max_entries=64, show_spinner=False)
def contract(edition: Edition, filters: Filters, contract_id: int) -> Contract | None:
    """One contract in this selection's months; None where there is none with this id, or it is secret."""
    of_this = pl.col("contract_id") == contract_id
    found_row = register(edition, "contract").filter(pl.col("id") == contract_id, ~pl.col("is_secret"))
    if found_row.is_empty():
        return None
    ever = editions.cube(edition).filter(of_this, pl.col("line_class").is_in(["A", "A-", "B"]))
    options = register(edition, "option").filter(of_this)
    return Contract(
        row=with_ends_on(found_row, options, edition.as_of).row(0, named=True),
        options=options,
        suppliers=_suppliers(edition, register(edition, "contract_supplier").filter(of_this), ever),
        scope=_scope(edition, register(edition, "scope").filter(of_this)),
        by_month=spend_split(chosen_cube(edition, filters).filter(of_this), "period"),
        used_ore=int(ever["amount_ore"].sum()),
        missing=_missing(edition, contract_id),
    )


def _suppliers(edition: Edition, links: pl.DataFrame, bought: pl.DataFrame) -> pl.DataFrame:
    spent = bought.group_by(supplier_id=pl.col("supplier_id").cast(pl.Int64)).agg(pl.col("amount_ore").sum())
    return (
        links.join(spent, on="supplier_id", how="left")
        .join(register(edition, "supplier").select("id", "name"), left_on="supplier_id", right_on="id")
        .select(id="supplier_id", name="name", rank="rank", share_pct="share_pct", amount_ore="amount_ore")
        .sort("rank", "name", nulls_last=True)
    )


def _scope(edition: Edition, scope: pl.DataFrame) -> pl.DataFrame:
    categories = register(edition, "category").select(category_id="id", category="name")
    units = register(edition, "unit").select(unit_id="id", unit="name")
    joined = scope.join(categories, on="category_id").join(units, on="unit_id", how="left")
    return joined.select("category", "unit").sort("category", "unit")


def _missing(edition: Edition, contract_id: int) -> tuple[Check, ...]:
    frames = frames_to_check(edition)
    about = {"contract": "id", "option": "contract_id"}
    return tuple(
        check
        for check in CHECKS
        if check.table in about
        and frames[check.table].filter(pl.col(about[check.table]) == contract_id, check.among, check.missing).height
    )
