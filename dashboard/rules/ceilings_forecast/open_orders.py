"""An order counts to its contract's ceiling from the day it is placed: what of it is not yet invoiced is open.

An invoice is the order's where it names the order's number. Many invoices name none, so an order older than the
limit's months is taken to be invoiced: else every one of those would stay open for ever.
"""

from datetime import date

import polars as pl


def open_orders(orders: pl.DataFrame, invoiced: pl.DataFrame, first_on: date, last_on: date) -> pl.DataFrame:
    """`contract_id`, `open_ore` of the orders placed from `first_on` to `last_on`; never below 0 for any order.

    `orders`: `number`, `contract_id` (null: not counted), `created_on`, `value_ore` (null: not counted). `invoiced`:
    `order_ref`, `amount_ore`, as many rows an order as there are.
    """
    named = invoiced.group_by(number="order_ref").agg(invoiced_ore=pl.col("amount_ore").sum())
    recent = orders.filter(
        pl.col("contract_id").is_not_null(),
        pl.col("value_ore").is_not_null(),
        pl.col("created_on").is_between(first_on, last_on),
    )
    left = (pl.col("value_ore") - pl.col("invoiced_ore").fill_null(0)).clip(0)
    joined = recent.join(named, on="number", how="left").with_columns(open_ore=left)
    return (
        joined.group_by("contract_id").agg(pl.col("open_ore").sum()).filter(pl.col("open_ore") > 0).sort("contract_id")
    )
