"""When a contract ends, as a page says it: a day, until further notice, or not known."""

from datetime import date

import polars as pl

from dashboard.rules.terms import FOR_EVER, with_term


def with_ends_on(contracts: pl.DataFrame, options: pl.DataFrame, today: date) -> pl.DataFrame:
    """Adds `ends_on`, the last day with the options used by `today` (null: none known or set), and `is_open_ended`.

    A contract without a start keeps the end it says, moved by nothing.
    """
    ends = pl.coalesce("to_day", pl.min_horizontal("initial_end_on", "terminated_on"))
    return with_term(contracts, options, today).with_columns(
        ends_on=pl.when(ends < FOR_EVER).then(ends),
        is_open_ended=pl.col("is_until_further_notice") & (ends.is_null() | (ends == FOR_EVER)),
    )
