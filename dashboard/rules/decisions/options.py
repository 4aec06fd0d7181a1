"""Every option of a contract on a day: from when to when it would extend, by when it must be called, what became of it.

States: `used` (called by the day, or renewed by itself), `declined`, `open` (the next to decide on), `waiting` (after
the open one), `lapsed` (its day passed unused, or the contract ended) and `closed` (after one that was declined or
lapsed). An automatic option renews by itself when the last day to stop it has passed; from then on the term that runs
is the one that counts. A contract that renews by itself without an end goes on with as many terms as it takes.
"""

from datetime import date

import polars as pl

from dashboard.rules.decisions.day_algebra import decide_by, extend_end, subtract_months
from dashboard.rules.decisions.endless import with_endless
from dashboard.rules.decisions.limits import DecisionLimits

OF_OPTION = (
    *(
        "contract_id",
        "sequence",
        "length_months",
        "mode",
        "state",
        "begins_on",
        "ends_on",
        "call_deadline",
        "decide_by",
    ),
    *("is_late_deadline", "is_out_of_order", "declined_on"),
)


def option_states(
    contracts: pl.DataFrame, options: pl.DataFrame, today: date, closed: list[date], limits: DecisionLimits
) -> pl.DataFrame:
    """One row an option, in order: OF_OPTION. A null `call_deadline` is not known: nobody wrote the rule.

    `contracts`: id, end (its first term's last day, null: not known), is_endless, terminated_on, notice_buyer_months;
    `options`: the table's columns. `is_late_deadline`: the day written lies after the end and is not believed;
    `is_out_of_order`: a later option was called before this one.
    """
    of_contract = contracts.select("end", "is_endless", "terminated_on", "notice_buyer_months", contract_id="id")
    known = options.join(of_contract, on="contract_id").filter(pl.col("end").is_not_null())
    ordered = known.sort("contract_id", "sequence").with_columns(
        is_called=(pl.col("exercised_on") <= today).fill_null(False),
        is_declined=(pl.col("declined_on") <= today).fill_null(False),
        call_months=_call_months(),
    )
    taken = with_endless(_with_taken(ordered, today), today)
    dated = _with_terms(taken)
    buffer = pl.when(pl.col("mode") == "mutual").then(limits.mutual_days).otherwise(limits.buyer_days).cast(pl.Int64)
    return (
        _with_state(dated, today)
        .with_columns(decide_by=decide_by(pl.col("call_deadline"), buffer, closed))
        .select(OF_OPTION)
    )


def _call_months() -> pl.Expr:
    """The option's own rule; an automatic one without is stopped by the contract's notice."""
    notice = pl.when(pl.col("mode") == "automatic").then("notice_buyer_months")
    return pl.coalesce("call_deadline_months", notice)


def _with_taken(ordered: pl.DataFrame, today: date) -> pl.DataFrame:
    """Adds `is_taken`: called, or renewed by itself with every option before it taken."""
    before = pl.col("length_months").cum_sum().over("contract_id") - pl.col("length_months")
    begins = extend_end(pl.col("end"), before)
    stop = pl.coalesce("call_deadline_on", subtract_months(begins, pl.col("call_months")), begins)
    renewed = (
        (pl.col("mode") == "automatic")
        & ~pl.col("is_declined")
        & (pl.min_horizontal(stop, begins) < today)
        & (pl.col("terminated_on").is_null() | (pl.col("terminated_on") > begins))
    )
    in_turn = (pl.col("is_called") | renewed).cast(pl.Int8).cum_min().over("contract_id") == 1
    return ordered.with_columns(is_taken=pl.col("is_called") | in_turn)


def _with_terms(taken: pl.DataFrame) -> pl.DataFrame:
    """Adds `begins_on` (the end it extends), `ends_on`, `call_deadline`, and what is odd about them.

    Options that are not taken are counted as if each before them were.
    """
    months = pl.col("length_months")
    used, unused = months * pl.col("is_taken"), months * ~pl.col("is_taken")
    after = pl.when("is_taken").then(used.cum_sum()).otherwise(used.sum() + unused.cum_sum()).over("contract_id")
    dated = taken.with_columns(after=after).with_columns(
        begins_on=extend_end(pl.col("end"), pl.col("after") - months),
        ends_on=extend_end(pl.col("end"), pl.col("after")),
    )
    written = pl.coalesce("call_deadline_on", subtract_months(pl.col("begins_on"), pl.col("call_months")))
    is_late = (written > pl.col("begins_on")).fill_null(False)
    later_taken = pl.col("is_taken").cast(pl.Int8).cum_max(reverse=True).over("contract_id") == 1
    return dated.with_columns(
        call_deadline=pl.when(~is_late).then(written),
        is_late_deadline=is_late,
        is_out_of_order=~pl.col("is_taken") & later_taken,
    )


def _with_state(dated: pl.DataFrame, today: date) -> pl.DataFrame:
    """Adds `state`. An option whose deadline is not known lapses with the term it would extend."""
    is_left = ~pl.col("is_taken") & ~pl.col("is_declined")
    last = pl.coalesce("call_deadline", "begins_on")
    is_ended = (pl.col("terminated_on") <= pl.col("begins_on")).fill_null(False)
    is_lapsed = is_left & ((last < today) | is_ended)
    is_stopped = pl.col("is_declined") & ~pl.col("is_taken")
    stops = (is_stopped | is_lapsed).cast(pl.Int64)
    stopped_before = (stops.cum_sum().over("contract_id") - stops) > 0
    left_before = (is_left.cast(pl.Int64).cum_sum().over("contract_id") - is_left.cast(pl.Int64)) > 0
    state = (
        pl.when("is_taken")
        .then(pl.lit("used"))
        .when(is_stopped)
        .then(pl.lit("declined"))
        .when(stopped_before)
        .then(pl.lit("closed"))
        .when(is_lapsed)
        .then(pl.lit("lapsed"))
        .when(left_before)
        .then(pl.lit("waiting"))
        .otherwise(pl.lit("open"))
    )
    return dated.with_columns(state=state)
