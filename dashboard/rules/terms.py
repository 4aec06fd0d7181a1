"""A contract runs from its start to its current end: the initial end, moved by the options that were used.

An option is used when somebody called it, or when the contract renewed by itself: the last day to stop it has passed
and no notice is recorded. The end is the one the decision dates rest on (`rules.decisions`).
"""

from datetime import date

import polars as pl

from dashboard.rules.decisions.day_algebra import extend_end
from dashboard.rules.decisions.options import taken_options
from dashboard.rules.decisions.terms import with_first_term

BEGINNING = date(1, 1, 1)
FOR_EVER = date(9999, 12, 31)


def with_term(contracts: pl.DataFrame, options: pl.DataFrame, today: date) -> pl.DataFrame:
    """Adds `from_day` and `to_day` (both days included); a contract whose term is not known gets nulls.

    Until further notice without an end runs for ever; a termination cuts. `contracts` and `options`: the tables'
    columns. A renewal that begins by `today` is always among those counted: a day up to `today` is judged the same
    whenever it is asked about.
    """
    used = _used_options(contracts, options, today).group_by(id="contract_id").agg(months=pl.col("length_months").sum())
    end = (
        pl.when(pl.col("initial_end_on").is_not_null())
        .then(extend_end(pl.col("initial_end_on"), pl.col("months").fill_null(0)))
        .when("is_until_further_notice")
        .then(pl.lit(FOR_EVER))
    )
    last_day = pl.when(end.is_null()).then(None).otherwise(pl.min_horizontal(end, "terminated_on"))
    return (
        contracts.join(used, on="id", how="left")
        .with_columns(from_day="start_on", to_day=pl.when(pl.col("start_on").is_not_null()).then(last_day))
        .with_columns(from_day=pl.when(pl.col("to_day").is_not_null()).then("from_day"))
        .drop("months")
    )


def _used_options(contracts: pl.DataFrame, options: pl.DataFrame, today: date) -> pl.DataFrame:
    """`contract_id, length_months` of every option used; renewals are looked for only where a contract has any."""
    wanted = ("contract_id", "length_months")
    called = options.filter(pl.col("exercised_on").is_not_null()).select(wanted)
    renewing = options.filter(pl.col("mode") == "automatic").select(id="contract_id").unique()
    if renewing.is_empty():
        return called
    first = with_first_term(contracts.join(renewing, on="id", how="semi"), options)
    taken = taken_options(first, options, today)
    used = taken.filter(pl.col("is_taken") | pl.col("exercised_on").is_not_null()).select(wanted)
    return pl.concat([called.join(taken, on="contract_id", how="anti"), used])
