"""The classified ledger, rolled up, with what the registers know of each row's contract and category."""

import polars as pl

from dashboard.data.row_frames.ask import Ask, Tables, narrowed
from dashboard.rules.descent import with_descendants

ID = pl.Int64
FACTS = (
    "spend_class",
    "line_class",
    "has_resolved_ref",
    "order_state",
    "order_channel",
    "has_contract",
    "is_pooled",
    "is_e_tradeable",
    "has_strategy",
    "has_factor",
    "is_order_told",
)
SUMS = ("amount_ore", "lines", "kg_co2e")


def ledger_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """The rows of `enriched_ledger` within the months and filters asked for."""
    months = sorted({month for window in ask.windows for month in window.months})
    return narrowed(tables["ledger"].filter(pl.col("period").is_in(months)), ask)


def enriched_ledger(tables: Tables) -> pl.DataFrame:
    """The cube (`rules.cube`), with what the registers know of it (`FACTS`), and `kg_co2e`.

    `is_pooled` and `is_e_tradeable` are the contract's, null where it does not say. `has_strategy`: the category or
    one above it had a strategy on the month's last day, adopted and not past its review; null without a category.
    `has_resolved_ref` and `order_state` are null, and `is_order_told` is false, in months that cannot tell.
    `kg_co2e` is the amount in the prices of the factor's year times the factor; null without factor or price index.
    """
    cube = tables["cube"].with_columns(
        pl.col("period", "unit_id", "category_id", "supplier_id", "contract_id").cast(ID)
    )
    contracts = tables["contract"].select(contract_id="id", is_pooled="is_pooled", is_e_tradeable="is_e_tradeable")
    pairs = cube.select("category_id", "period").drop_nulls().unique()
    return (
        cube.join(contracts, on="contract_id", how="left")
        .join(_strategies(pairs, tables), on=["category_id", "period"], how="left")
        .join(_factors(pairs, tables), on=["category_id", "period"], how="left")
        .with_columns(
            has_contract=pl.col("contract_id").is_not_null(),
            has_factor=pl.col("kg_per_sek").is_not_null(),
            kg_co2e=pl.col("amount_ore") / 100 * pl.col("kg_per_sek"),
            **_told(),
        )
        .drop("kg_per_sek")
    )


def _told() -> dict[str, pl.Expr]:
    """What lines say of references and orders, null in months in which no line of the whole ledger says it.

    Such a month comes from a system that does not export the column: nothing is known, which is not a no.
    """

    def somewhere(says: pl.Expr) -> pl.Expr:
        return says.any().over("period")

    return {
        "has_resolved_ref": pl.when(somewhere(pl.col("has_resolved_ref"))).then("has_resolved_ref"),
        "order_state": pl.when(somewhere(pl.col("order_state") != "missing")).then("order_state"),
        "is_order_told": somewhere(pl.col("order_channel").is_not_null()),
    }


def _above(tables: Tables) -> pl.DataFrame:
    """Every category with itself and those above it: `category_id`, `above_id`."""
    tree = tables["category"].select("id", "parent_id")
    return with_descendants(tree).select(category_id="id", above_id="ancestor")


def _strategies(pairs: pl.DataFrame, tables: Tables) -> pl.DataFrame:
    strategies = tables["category_strategy"].select("adopted_on", "review_due_on", above_id="category_id")
    end = pl.date(pl.col("period") // 100, pl.col("period") % 100, 1).dt.month_end()
    held = (
        pairs.join(_above(tables), on="category_id")
        .join(strategies, on="above_id")
        .filter((pl.col("adopted_on") <= end) & (pl.col("review_due_on") >= end))
        .select("category_id", "period", has_strategy=pl.lit(True))
        .unique()
    )
    return pairs.join(held, on=["category_id", "period"], how="left").with_columns(
        pl.col("has_strategy").fill_null(False)
    )


def _factors(pairs: pl.DataFrame, tables: Tables) -> pl.DataFrame:
    """The newest factor that had begun, the category's own before one above it, deflated to its price year."""
    index = tables["price_deflator"].select(year="year", price_index="price_index")
    end = pl.date(pl.col("period") // 100, pl.col("period") % 100, 1).dt.month_end()
    factors = tables["emission_factor"].select("kg_co2e_per_sek", "price_year", "valid_from", above_id="category_id")
    found = (
        pairs.join(_above(tables), on="category_id")
        .join(factors, on="above_id")
        .filter(pl.col("valid_from") <= end)
        .sort(pl.col("above_id") == pl.col("category_id"), "valid_from")
        .unique(["category_id", "period"], keep="last", maintain_order=True)
        .with_columns(year=pl.col("period") // 100)
    )
    priced = found.join(index, on="year", how="left").join(
        index.rename({"year": "price_year", "price_index": "base_index"}), on="price_year", how="left"
    )
    return priced.select(
        "category_id",
        "period",
        kg_per_sek=pl.col("kg_co2e_per_sek") * pl.col("base_index") / pl.col("price_index"),
    )
