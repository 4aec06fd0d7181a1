"""A block on ordering: asked for, in force in the purchasing system, lifted; and the lines dated while it was.

A block is our own and no legal act towards the supplier. Lines on the very day it was executed or lifted are not
counted: what came first that day nobody knows.
"""

from datetime import date

import polars as pl


def block_obstacles(
    block: dict[str, object], executed_on: date | None, lifted_on: date | None, today: date
) -> list[str]:
    """Why the block may not be executed, or lifted, that day, as codes; an empty list means it may."""
    day = executed_on or lifted_on
    first = block["requested_on"] if executed_on else block["executed_on"] or block["requested_on"]
    found = {
        "block_is_executed": executed_on is not None and block["executed_on"] is not None,
        "block_is_lifted": block["lifted_on"] is not None,
        "block_day_ahead": day is not None and day > today,
        "block_day_before": day is not None and isinstance(first, date) and day < first,
    }
    return [code for code, holds in found.items() if holds]


def with_state(blocks: pl.DataFrame) -> pl.DataFrame:
    """Adds `state`: requested, executed, lifted, or withdrawn where it was lifted without ever being executed."""
    is_lifted, is_executed = pl.col("lifted_on").is_not_null(), pl.col("executed_on").is_not_null()
    state = (
        pl.when(is_lifted & is_executed)
        .then(pl.lit("lifted"))
        .when(is_lifted)
        .then(pl.lit("withdrawn"))
        .when(is_executed)
        .then(pl.lit("executed"))
        .otherwise(pl.lit("requested"))
    )
    return blocks.with_columns(state=state)


def lines_while_blocked(lines: pl.LazyFrame, blocks: pl.DataFrame) -> pl.LazyFrame:
    """The lines dated after a block was executed and before it was lifted, each with `block_id`, `day`, `day_is`.

    `lines` has `supplier_id`, `contract_id`, `ordered_on`, `posted_on`, `invoiced_on` and `on_day`. The day is the
    order's where it is known ("ordered"), else the posting day ("posted"), else any day the line says ("other"): then
    the order may have been placed before the block. A line stands once under each block that it falls in.
    """
    day = pl.coalesce("ordered_on", "posted_on", "invoiced_on", "on_day")
    source = (
        pl.when(pl.col("ordered_on").is_not_null())
        .then(pl.lit("ordered"))
        .when(pl.col("posted_on").is_not_null())
        .then(pl.lit("posted"))
        .otherwise(pl.lit("other"))
    )
    in_force = blocks.filter(pl.col("executed_on").is_not_null()).select(
        "executed_on",
        "lifted_on",
        block_id="id",
        blocked_contract="contract_id",
        supplier_id=pl.col("supplier_id").cast(pl.Int64),
    )
    on_contract = pl.col("blocked_contract").is_null() | (pl.col("blocked_contract") == pl.col("contract_id"))
    return (
        lines.with_columns(supplier_id=pl.col("supplier_id").cast(pl.Int64), day=day, day_is=source)
        .join(in_force.lazy(), on="supplier_id")
        .filter(
            pl.col("day") > pl.col("executed_on"),
            pl.col("lifted_on").is_null() | (pl.col("day") < pl.col("lifted_on")),
            on_contract.fill_null(False),
        )
    )
