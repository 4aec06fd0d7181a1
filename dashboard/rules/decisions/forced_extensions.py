"""An extension is forced when it was decided after the last day to begin a new procurement without a gap.

That day is counted as for the gate: from the end the contract had before the option was used, back by the lead time and
the time a review may take. The ceiling is not looked at. An option that renews by itself is decided by nobody.
"""

from datetime import date

import polars as pl

from dashboard.rules.decisions.day_algebra import add_days, closed_weekdays, extend_end, previous_working_day

OF_CONTRACT = ("number", "title", "supplier_name", "procedure", "complexity", "review_risk")
BEFORE_YEARS = 4  # lead time and review together reach no further back


def exercised_options(contracts: pl.DataFrame, options: pl.DataFrame) -> pl.DataFrame:
    """One row an option that somebody used: `row_id` (contract.id), OF_CONTRACT, `exercised_on`, `end_before_on`.

    `end_before_on`: the last day with the options used before it in the contract's order; null without a first end.
    Columns of `contracts` and `options`: the tables'.
    """
    is_automatic = pl.col("mode") == "automatic"
    is_used = pl.col("exercised_on").is_not_null() | (is_automatic & pl.col("declined_on").is_null())
    ordered = options.filter(is_used).sort("contract_id", "sequence")
    before = (pl.col("length_months").cum_sum() - pl.col("length_months")).over("contract_id")
    of_contract = contracts.select("initial_end_on", *OF_CONTRACT, contract_id="id")
    return (
        ordered.with_columns(before=before)
        .filter(~is_automatic)
        .join(of_contract, on="contract_id", maintain_order="left")
        .with_columns(end_before_on=extend_end(pl.col("initial_end_on"), pl.col("before")))
        .select(*OF_CONTRACT, "exercised_on", "end_before_on", row_id="contract_id")
    )


def with_forced(rows: pl.DataFrame) -> pl.DataFrame:
    """`rows` with `start_latest_on` and `is_forced`; `rows` has `exercised_on, end_before_on, lead_days, buffer_days`.

    Where the time for a review is not known, one decided too late even without it is forced all the same; else null.
    """
    closed = _closed(rows["end_before_on"])
    least = add_days(pl.col("end_before_on").dt.offset_by("1d"), -pl.col("lead_days"))
    decided = pl.col("exercised_on")
    unreviewed = previous_working_day(least, closed)
    return rows.with_columns(
        start_latest_on=previous_working_day(add_days(least, -pl.col("buffer_days")), closed)
    ).with_columns(
        is_forced=pl.when(decided > unreviewed)
        .then(True)
        .when(pl.col("start_latest_on").is_not_null())
        .then(decided > pl.col("start_latest_on"))
    )


def _closed(days: pl.Series) -> list[date]:
    years = days.drop_nulls().dt.year()
    return closed_weekdays(int(str(years.min())) - BEFORE_YEARS, int(str(years.max())) + 1) if years.len() else []
