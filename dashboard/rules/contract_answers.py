"""Answers about contracts, each with a number, so that a line carries one small number through the joins.

The number's rest by three says what kind it is: NONE (only a direct award holds), SEVERAL or ONE possible contract.
"""

from collections.abc import Sequence

import polars as pl

from dashboard.rules.day_calendar import told

NONE, SEVERAL, ONE = range(3)
PARTS = ("contract_id", "is_ranked", "all_by", "any_by", "has_award")


def numbered(cuts: Sequence[pl.DataFrame]) -> tuple[pl.DataFrame, list[pl.DataFrame]]:
    """The different answers of these pieces (`answer` and PARTS), and the pieces with the numbers for the parts."""
    distinct = pl.concat([cut.filter("is_answered").select(PARTS) for cut in cuts]).unique(maintain_order=True)
    kind = pl.when(pl.col("contract_id").is_not_null()).then(ONE).when(pl.col("any_by").is_not_null()).then(SEVERAL)
    number = pl.int_range(pl.len(), dtype=pl.Int32) * 3 + kind.otherwise(NONE)
    answers = distinct.with_columns(answer=number.cast(pl.Int32))
    spoken = [cut.join(answers, on=PARTS, how="left", nulls_equal=True) for cut in cuts]
    return answers, [told(cut.drop(PARTS), pl.col("answer")) for cut in spoken]
