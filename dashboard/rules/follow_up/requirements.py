"""Where a contract's requirement stands: met, partly, not met, checked, overdue, planned or not planned at all.

It is overdue when it has not been checked and either the planned check or the supplier's evidence was due before today.
"""

from datetime import date

import polars as pl

REQUIREMENT_STATES = ("not_met", "overdue", "partly", "unplanned", "planned", "checked", "met")


def with_requirement_state(requirements: pl.DataFrame, today: date) -> pl.DataFrame:
    """Adds `due_on` (the planned check, else when the evidence is due) and `state`; columns are those of the table."""
    checked = pl.col("checked_on").is_not_null()
    state = (
        pl.when(checked & pl.col("outcome").is_not_null())
        .then(pl.col("outcome"))
        .when(checked)
        .then(pl.lit("checked"))
        .when(pl.col("due_on") < today)
        .then(pl.lit("overdue"))
        .when(pl.col("check_method").is_not_null() | pl.col("check_due_on").is_not_null())
        .then(pl.lit("planned"))
        .otherwise(pl.lit("unplanned"))
    )
    return requirements.with_columns(due_on=pl.coalesce("check_due_on", "evidence_due_on")).with_columns(state=state)
