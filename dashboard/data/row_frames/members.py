"""What a contract or a procurement belongs to, where that can be several things: pairs of `row_id` and an id."""

import polars as pl

from dashboard.data.row_frames.ask import Tables
from dashboard.rules.descent import with_descendants

BUYERS = ("forvaltning", "enhet", "bolag")  # the municipality and its committees do not buy, what is below them does


def contract_members(tables: Tables) -> dict[str, pl.DataFrame]:
    """A contract's units (a scope without one is every unit that buys), categories with those below, and suppliers."""
    scope = tables["scope"].select("unit_id", "category_id", row_id="contract_id")
    buyers = tables["unit"].filter(pl.col("type").is_in(BUYERS)).select(unit_id="id")
    units = with_descendants(tables["unit"].select("id", "parent_id")).select(above="ancestor", unit_id="id")
    units = units.join(buyers, on="unit_id", how="semi")
    categories = with_descendants(tables["category"].select("id", "parent_id"))
    everywhere = scope.filter(pl.col("unit_id").is_null()).select("row_id").unique()
    everywhere = everywhere.join(buyers, how="cross")
    somewhere = scope.drop_nulls("unit_id").select("row_id", above="unit_id").join(units, on="above")
    below = categories.select(above="ancestor", category_id="id")
    return {
        "unit_id": pl.concat([everywhere, somewhere.select("row_id", "unit_id")]).unique(),
        "category_id": scope.select("row_id", above="category_id").join(below, on="above").drop("above").unique(),
        "supplier_id": tables["contract_supplier"].select("supplier_id", row_id="contract_id").unique(),
    }


def bidder_members(tables: Tables) -> dict[str, pl.DataFrame]:
    """The suppliers that bid in each procurement."""
    return {"supplier_id": tables["bid"].select("supplier_id", row_id="procurement_id").drop_nulls().unique()}
