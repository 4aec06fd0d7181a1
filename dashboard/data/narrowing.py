"""What the filters leave of rows about contracts: one way for every page, also where nothing is stated."""

import polars as pl

from dashboard.data.edition import Edition
from dashboard.data.registers import register
from dashboard.filters import Filters
from dashboard.rules.scope import NOT_STATED, counts, is_of


def narrowed_by_unit(edition: Edition, rows: pl.DataFrame, filters: Filters) -> pl.DataFrame:
    """Of rows with `supplier_id, unit_id` (who met it) and `contract_id`: those of the filters, whatever the period."""
    if filters.supplier_id is not None:
        rows = rows.filter(is_of("supplier_id", filters.supplier_id))
    if filters.unit_id is not None:
        rows = rows.filter(is_of("unit_id", filters.unit_id))
    elif filters.left_out:
        rows = rows.filter(counts(filters.left_out, filters.scope))
    return rows if filters.category_id is None else rows.filter(_covers(edition, filters.category_id))


def _covers(edition: Edition, category_id: int) -> pl.Expr:
    """Whether the contract is for the category; NOT_STATED: there is no contract, or it says no category."""
    scope = register(edition, "scope")
    wanted = scope if category_id == NOT_STATED else scope.filter(pl.col("category_id") == category_id)
    is_covered = pl.col("contract_id").is_in(wanted["contract_id"].unique().implode()).fill_null(False)
    return ~is_covered if category_id == NOT_STATED else is_covered


def contracts_for(edition: Edition, filters: Filters) -> pl.Series | None:
    """The contracts that cover the category for the department chosen; None where neither is chosen."""
    wanted = []
    if filters.category_id is not None:
        wanted.append(pl.col("category_id") == filters.category_id)
    if filters.unit_id is not None:
        wanted.append(pl.col("unit_id").is_null() | (pl.col("unit_id") == filters.unit_id))
    return register(edition, "scope").filter(*wanted)["contract_id"].unique() if wanted else None
