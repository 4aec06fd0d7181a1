"""The last days of a contract: of the term that runs, of the term it could have, and of what it can still reach.

Nothing is computed from a term that cannot be: an end before the start, or no end at all, gives null.
"""

import polars as pl

from dashboard.rules.decisions.day_algebra import extend_end

FOUR_YEARS = 48  # months; LOU 7 kap. 2 §
OTHER_LAWS = ("luf", "lov")
LEFT = ("open", "waiting")


def with_first_term(contracts: pl.DataFrame, options: pl.DataFrame) -> pl.DataFrame:
    """Adds `end` (the first term's last day; null where it cannot be), `is_end_before_start`, `is_endless`, `is_open`.

    Open: until further notice, without an end. Endless: until further notice, and the last option renews by itself.
    """
    last = options.sort("contract_id", "sequence").group_by(id="contract_id").agg(last_mode=pl.col("mode").last())
    is_wrong = (pl.col("initial_end_on") < pl.col("start_on")).fill_null(False)
    has_end = pl.col("initial_end_on").is_not_null()
    renews = (pl.col("last_mode") == "automatic").fill_null(False)
    return (
        contracts.join(last, on="id", how="left", maintain_order="left")
        .with_columns(
            end=pl.when(~is_wrong).then("initial_end_on"),
            is_end_before_start=is_wrong,
            is_endless=pl.col("is_until_further_notice") & has_end & renews,
            is_open=pl.col("is_until_further_notice") & ~has_end,
        )
        .drop("last_mode")
    )


def with_ends(contracts: pl.DataFrame, options: pl.DataFrame, states: pl.DataFrame) -> pl.DataFrame:
    """Adds `current_end, max_end, end_possible, effective_end, options_known, options_used, options_left` and
    `is_over_four_years`.

    `max_end` is the term with every option there is; `end_possible` with those that may still be called;
    `effective_end` the day the ceiling is used up, where `exhausted_on` says that comes first. An endless contract has
    no `max_end` and an open one no end but that day. A termination cuts them all.
    """
    every = options.group_by(id="contract_id").agg(
        all_months=pl.col("length_months").sum(), options_known=pl.len().cast(pl.Int64)
    )
    is_used, is_left = pl.col("state") == "used", pl.col("state").is_in(LEFT)
    told = states.group_by(id="contract_id").agg(
        used_months=pl.col("length_months").filter(is_used).sum(),
        possible=pl.col("ends_on").filter(is_left).max(),
        options_used=is_used.sum().cast(pl.Int64),
        options_left=is_left.sum().cast(pl.Int64),
    )
    counts = pl.col("used_months", "all_months", "options_known", "options_used", "options_left").fill_null(0)
    joined = contracts.join(every, on="id", how="left", maintain_order="left")
    known = joined.join(told, on="id", how="left", maintain_order="left").with_columns(counts)
    current = _cut(extend_end(pl.col("end"), pl.col("used_months")))
    longest = pl.when(~pl.col("is_endless")).then(_cut(extend_end(pl.col("end"), pl.col("all_months"))))
    is_unknown = pl.col("end").is_null() & ~pl.col("is_end_before_start")
    ended = pl.when(is_unknown).then("terminated_on")
    return (
        known.with_columns(current_end=pl.coalesce(current, ended), max_end=pl.coalesce(longest, ended))
        .with_columns(
            end_possible=pl.when(~(pl.col("is_endless") & pl.col("possible").is_not_null())).then(
                _cut(pl.coalesce("possible", "current_end"))
            ),
            effective_end=_effective(),
            is_over_four_years=_is_over_four_years(),
        )
        .drop("used_months", "all_months", "possible")
    )


def _cut(end: pl.Expr) -> pl.Expr:
    """The end, or the day the contract was ended earlier."""
    return pl.when(end.is_not_null()).then(pl.min_horizontal(end, "terminated_on"))


def _effective() -> pl.Expr:
    exhausted = pl.min_horizontal("current_end", "exhausted_on")
    return pl.when(pl.col("current_end").is_not_null() | pl.col("is_open")).then(exhausted)


def _is_over_four_years() -> pl.Expr:
    """A framework agreement that may run for more than four years, which takes special reasons."""
    most = extend_end(pl.col("start_on").dt.offset_by("-1d"), pl.lit(FOUR_YEARS))
    is_lou = ~pl.col("regime").is_in(OTHER_LAWS).fill_null(False)
    is_longer = (pl.col("max_end") > most).fill_null(False) | pl.col("is_endless") | pl.col("is_open")
    return (pl.col("type") == "ramavtal") & is_lou & is_longer
