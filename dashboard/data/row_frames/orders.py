"""Order lines: in the month they were ordered, and in the month they were due."""

import polars as pl

from dashboard.data.row_frames.ask import Ask, Tables, month, narrowed


def order_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row an order line in the month of the order: `row_id, period, order_number, article_no, value_ore, is_core`.

    `is_core`: the article is in the contract's core assortment on the day of the order; null without an article
    number. `has_core_assortment`: the contract has such an assortment at all.
    """
    lines = _lines(tables).with_columns(month("created_on"))
    core = tables["price_item"].filter("is_core").select("contract_id", "article_no", "valid_from", "valid_to")
    open_ended = pl.col("valid_to").is_null() | (pl.col("created_on") <= pl.col("valid_to"))
    hits = (
        lines.select("row_id", "contract_id", "article_no", "created_on")
        .join(core, on=["contract_id", "article_no"])
        .filter((pl.col("created_on") >= pl.col("valid_from")) & open_ended)["row_id"]
        .unique()
    )
    known = pl.col("article_no").is_not_null()
    rows = lines.with_columns(
        has_core_assortment=pl.col("contract_id").is_in(core["contract_id"].unique().implode()).fill_null(False),
        is_core=pl.when(known).then(pl.col("row_id").is_in(hits.implode())),
    )
    return narrowed(rows, ask)


def delivery_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row a delivered or overdue order line, in the month it was promised (else received): `is_on_time_in_full`.

    Null where the promise, or what was received, is not known. A partial or missing delivery that is due is a no.
    """
    received, promised = pl.col("received_on"), pl.col("promised_on")
    in_full = pl.col("quantity_ok") >= pl.col("quantity")
    rows = (
        _lines(tables)
        .with_columns(due_on=pl.coalesce("promised_on", "received_on"))
        .filter(received.is_not_null() | (promised < ask.as_of))
        .filter(pl.col("due_on") <= ask.as_of)
        .with_columns(month("due_on"))
        .with_columns(
            is_on_time_in_full=pl.when(promised.is_null())
            .then(None)
            .when(received.is_null() | (received > promised))
            .then(False)
            .otherwise(in_full)
        )
    )
    return narrowed(rows, ask)


def _lines(tables: Tables) -> pl.DataFrame:
    orders = tables["order"].select(
        "created_on", "unit_id", "supplier_id", "contract_id", order_id="id", order_number="number"
    )
    return tables["order_line"].rename({"id": "row_id"}).join(orders, on="order_id")
