"""The last days of a contract: of the term that runs, of the term it could have, and of what it can still reach.

Nothing is computed from a term that cannot be: an end before the start, or no end at all, gives null.
"""

import polars as pl

from dashboard.rules.decisions.day_algebra import extend_end

FOUR_YEARS = 48  # months; LOU 7 kap. 2 §
OTHER_LAWS = ("luf", "lov")
LEFT = ("open", "waiting")
CEILING_DAYS = ("exhausted_on", "ceiling_forecast_on")  # the ceiling's last day: reached, and forecast


def with_first_term(contracts: pl.DataFrame, options: pl.DataFrame) -> pl.DataFrame:
    """Adds what the register says whatever the day: `end`, `max_end`, `options_known`, and what is odd about them.

    `end` is the first term's last day, null where it cannot be; `max_end` the last day with every option there is.
    Flags: `is_end_before_start`; `is_open`, until further notice without an end; `is_endless`, until further notice
    and the last option renews by itself, so that there is no `max_end`; `is_over_four_years`, a framework agreement.
    """
    of_options = options.sort("contract_id", "sequence").group_by(id="contract_id")
    every = of_options.agg(
        last_mode=pl.col("mode").last(), all_months=pl.col("length_months").sum(), options_known=pl.len().cast(pl.Int64)
    )
    is_wrong = (pl.col("initial_end_on") < pl.col("start_on")).fill_null(False)
    has_end = pl.col("initial_end_on").is_not_null()
    renews = (pl.col("last_mode") == "automatic").fill_null(False)
    longest = pl.when(~pl.col("is_endless")).then(_cut(extend_end(pl.col("end"), pl.col("all_months"))))
    return (
        contracts.join(every, on="id", how="left", maintain_order="left")
        .with_columns(
            pl.col("all_months", "options_known").fill_null(0),
            end=pl.when(~is_wrong).then("initial_end_on"),
            is_end_before_start=is_wrong,
            is_endless=pl.col("is_until_further_notice") & has_end & renews,
            is_open=pl.col("is_until_further_notice") & ~has_end,
        )
        .with_columns(max_end=pl.coalesce(longest, _only_termination()))
        .with_columns(is_over_four_years=_is_over_four_years())
        .drop("last_mode", "all_months")
    )


def with_ends(contracts: pl.DataFrame, states: pl.DataFrame) -> pl.DataFrame:
    """Adds `current_end, end_possible, effective_end, is_end_forecast, options_used, options_left` to what
    `with_first_term` gives.

    `end_possible` is the last day with the options that may still be called; `effective_end` the day the ceiling is
    used up, where one of CEILING_DAYS says that comes first; `is_end_forecast`, that it is only forecast. A
    termination cuts them all.
    """
    is_used, is_left = pl.col("state") == "used", pl.col("state").is_in(LEFT)
    told = states.group_by(id="contract_id").agg(
        used_months=pl.col("length_months").filter(is_used).sum(),
        possible=pl.col("ends_on").filter(is_left).max(),
        options_used=is_used.sum().cast(pl.Int64),
        options_left=is_left.sum().cast(pl.Int64),
    )
    current = _cut(extend_end(pl.col("end"), pl.col("used_months")))
    has_no_last = pl.col("is_endless") & pl.col("possible").is_not_null()
    return (
        contracts.join(told, on="id", how="left", maintain_order="left")
        .with_columns(pl.col("used_months", "options_used", "options_left").fill_null(0))
        .with_columns(current_end=pl.coalesce(current, _only_termination()))
        .with_columns(
            end_possible=pl.when(~has_no_last).then(_cut(pl.coalesce("possible", "current_end"))),
            effective_end=_effective(),
        )
        .with_columns(is_end_forecast=_is_forecast())
        .drop("used_months", "possible")
    )


def _only_termination() -> pl.Expr:
    """The day it was ended, where no end was ever written."""
    return pl.when(pl.col("end").is_null() & ~pl.col("is_end_before_start")).then("terminated_on")


def _cut(end: pl.Expr) -> pl.Expr:
    """The end, or the day the contract was ended earlier."""
    return pl.when(end.is_not_null()).then(pl.min_horizontal(end, "terminated_on"))


def _effective() -> pl.Expr:
    first = pl.min_horizontal("current_end", *CEILING_DAYS)
    return pl.when(pl.col("current_end").is_not_null() | pl.col("is_open")).then(first)


def _is_forecast() -> pl.Expr:
    known = pl.min_horizontal("current_end", "exhausted_on")
    return (pl.col("effective_end").is_not_null() & (known.is_null() | (pl.col("effective_end") < known))).fill_null(
        False
    )


def _is_over_four_years() -> pl.Expr:
    """A framework agreement that may run for more than four years, which takes special reasons."""
    most = extend_end(pl.col("start_on").dt.offset_by("-1d"), pl.lit(FOUR_YEARS))
    is_lou = ~pl.col("regime").is_in(OTHER_LAWS).fill_null(False)
    is_longer = (pl.col("max_end") > most).fill_null(False) | pl.col("is_endless") | pl.col("is_open")
    return (pl.col("type") == "ramavtal") & is_lou & is_longer
