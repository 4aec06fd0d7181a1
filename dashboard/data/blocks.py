"""What pages ask about blocks on ordering: each with its state, and the ledger lines dated while it was in force."""

import polars as pl
import streamlit as st

from dashboard.data.edition import Edition
from dashboard.data.lines import prepared
from dashboard.data.registers import names, register
from dashboard.filters import Filters
from dashboard.rules.line_class import with_line_class
from dashboard.rules.sanctions.blocks import lines_while_blocked, with_state
from data_access import ledger

LINE = ("day", "day_is", "supplier_id", "contract_id", "unit_id", "amount_ore", "invoice_no", "order_ref", "voucher_no")


@st.cache_resource(max_entries=4, show_spinner=False)
def blocks(edition: Edition) -> pl.DataFrame:
    """Every block, the newest first: the table's columns, `state`, `supplier`, `contract` (number; null: all),
    `lines` and `amount_ore`: how many ledger lines are dated while it was in force, and their sum."""
    contracts = register(edition, "contract").select("is_secret", contract_id="id", contract="number")
    counted = (
        blocked_lines(edition)
        .group_by(id="block_id")
        .agg(lines=pl.len().cast(pl.Int64), amount_ore=pl.col("amount_ore").sum())
    )
    return (
        with_state(register(edition, "erp_block"))
        .join(register(edition, "supplier").select(supplier_id="id", supplier="name"), on="supplier_id", how="left")
        .join(contracts, on="contract_id", how="left")
        .filter(~pl.col("is_secret").fill_null(False))
        .drop("is_secret")
        .join(counted, on="id", how="left")
        .with_columns(pl.col("lines", "amount_ore").fill_null(0))
        .sort("requested_on", "id", descending=True)
    )


def block(edition: Edition, block_id: int) -> dict[str, object] | None:
    """One block as a row of `blocks`; None where there is none with this id."""
    return next(blocks(edition).filter(pl.col("id") == block_id).iter_rows(named=True), None)


def chosen_blocks(edition: Edition, filters: Filters) -> pl.DataFrame:
    """Those of the supplier chosen; a block is no unit's or category's own."""
    rows = blocks(edition)
    return rows if filters.supplier_id is None else rows.filter(pl.col("supplier_id") == filters.supplier_id)


def blocked_lines(edition: Edition) -> pl.DataFrame:
    """The ledger lines dated after a block was executed and before it was lifted, the largest first: `block_id`, LINE.

    Read anew only when the ledger, the registers or a block has changed.
    """
    in_force = register(edition, "erp_block").filter(pl.col("executed_on").is_not_null())
    days = in_force.select("id", "supplier_id", "contract_id", "executed_on", "lifted_on")
    return _blocked_lines(edition.of_registers, tuple(days.iter_rows()), edition)


@st.cache_resource(max_entries=3, show_spinner=False)
def _blocked_lines(of_registers: Edition, blocks: tuple[tuple[object, ...], ...], _edition: Edition) -> pl.DataFrame:
    schema = (
        register(_edition, "erp_block").select("id", "supplier_id", "contract_id", "executed_on", "lifted_on").schema
    )
    return find_blocked_lines(of_registers, pl.DataFrame(blocks, schema=schema, orient="row"))


def find_blocked_lines(edition: Edition, blocks: pl.DataFrame) -> pl.DataFrame:
    """As `blocked_lines`, of these blocks (`id, supplier_id, contract_id, executed_on, lifted_on`); nothing is cached.

    Only the lines of the blocked suppliers are read: their names go down into the scan.
    """
    inputs, coverage = prepared(edition)
    suppliers = blocks["supplier_id"].unique().implode()
    aliases = inputs["aliases"].filter(pl.col("supplier_id").is_in(suppliers))["id"].cast(pl.Int32)
    raw = ledger.scan(edition.ledger_version).filter(pl.col("alias_id").is_in(aliases.implode()))
    found = lines_while_blocked(with_line_class(raw, coverage), blocks)
    return (
        found.select("block_id", *LINE)
        .sort(pl.col("amount_ore").abs(), "day", descending=[True, False])
        .collect(engine="streaming")
    )


def lines_of(edition: Edition, block_id: int) -> pl.DataFrame:
    """The lines of one block with `unit` and `contract` in words; the largest first."""
    rows = blocked_lines(edition).filter(pl.col("block_id") == block_id)
    units, contracts = names(edition, "unit"), names(edition, "contract")
    return rows.with_columns(
        unit=_named("unit_id", units), contract=_named("contract_id", contracts).str.split(" ").list.first()
    )


def _named(column: str, known: dict[int, str]) -> pl.Expr:
    return pl.col(column).replace_strict(known, default=None, return_dtype=pl.String)
