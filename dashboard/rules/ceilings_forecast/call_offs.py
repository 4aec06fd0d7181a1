"""What is bought on a call-off counts to its framework's ceiling too: once, whatever the call-off itself is worth."""

import polars as pl


def with_frameworks(rows: pl.DataFrame, call_offs: pl.DataFrame) -> pl.DataFrame:
    """`rows` once for their own `contract_id`, and once for each framework above it.

    `call_offs`: `contract_id`, `framework_id`. A pair said twice counts once, and a ring ends where it began.
    """
    above = _above(call_offs.select("contract_id", "framework_id"))
    moved = rows.join(above, on="contract_id").drop("contract_id").rename({"framework_id": "contract_id"})
    return pl.concat([rows, moved.select(rows.columns)])


def _above(pairs: pl.DataFrame) -> pl.DataFrame:
    further = pairs.rename({"contract_id": "framework_id", "framework_id": "next_id"})
    found, size = pairs, -1
    while found.height != size:
        size = found.height
        more = found.join(further, on="framework_id").select("contract_id", framework_id="next_id")
        found = pl.concat([found, more]).unique()
    return found.filter(pl.col("contract_id") != pl.col("framework_id"))
