"""Which signals wait for an answer: those never answered, and those that have become worse since."""

import polars as pl

KEY = ("kind", "supplier_id", "contract_id")


def waiting(found: pl.DataFrame, answers: pl.DataFrame) -> pl.DataFrame:
    """`found` (KEY, `level`, …) without those whose latest answer was given at this level or a worse one.

    Adds `answered_level`, `answered_reason` and `was_accepted` of the latest answer, null where there is none.
    `answers`: KEY, `level, is_accepted, reason, at, id`.
    """
    latest = (
        answers.sort("at", "id")
        .unique(KEY, keep="last")
        .select(*KEY, answered_level="level", answered_reason="reason", was_accepted="is_accepted")
    )
    joined = found.join(latest, on=KEY, how="left", nulls_equal=True)
    return joined.filter(pl.col("answered_level").is_null() | (pl.col("level") > pl.col("answered_level")))
