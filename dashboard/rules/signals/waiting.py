"""Which signals wait for an answer: those never answered, those worse since, and those about something new."""

import polars as pl

KEY = ("kind", "supplier_id", "contract_id")
SAID = {"answered_level": "level", "answered_reason": "reason", "was_accepted": "is_accepted"}


def waiting(found: pl.DataFrame, answers: pl.DataFrame) -> pl.DataFrame:
    """`found` (KEY, `level`, `began_on`, …) without those whose latest answer was given at this level or a worse one.

    An answer given before `began_on` was about something else, and holds no longer. Adds `answer_id`, and of an answer
    that the signal is worse than `answered_level`, `answered_reason` and `was_accepted`; null where there is none.
    `answers`: KEY, `level, is_accepted, reason, at, id`.
    """
    latest = (
        answers.sort("at", "id")
        .unique(KEY, keep="last")
        .select(*KEY, answer_id="id", answered_on=pl.col("at").dt.date(), **SAID)
    )
    joined = found.join(latest, on=KEY, how="left", nulls_equal=True, maintain_order="left")
    is_worse = pl.col("level") > pl.col("answered_level")
    is_new = (pl.col("began_on") > pl.col("answered_on")).fill_null(False)
    waits = joined.filter(pl.col("answer_id").is_null() | is_worse | is_new)
    return waits.with_columns(pl.when(is_worse).then(pl.col(name)).alias(name) for name in SAID).drop("answered_on")
