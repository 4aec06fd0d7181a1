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
    dated = _with_terms(taken_options(contracts, options, today))
    buffer = pl.when(pl.col("mode") == "mutual").then(limits.mutual_days).otherwise(limits.buyer_days).cast(pl.Int64)
    return (
        _with_state(dated, today)
        .with_columns(decide_by=decide_by(pl.col("call_deadline"), buffer, closed))
        .select(OF_OPTION)
    )


def taken_options(contracts: pl.DataFrame, options: pl.DataFrame, today: date) -> pl.DataFrame:
    """The options of contracts with a known end, in order, with `is_taken`: called, or renewed by itself.

    The terms an endless contract has gone on with are among them. `contracts` and `options` as of `option_states`.
    """
    of_contract = contracts.select("end", "is_endless", "terminated_on", "notice_buyer_months", contract_id="id")
    known = options.join(of_contract, on="contract_id").filter(pl.col("end").is_not_null())
    ordered = known.sort("contract_id", "sequence").with_columns(
        is_called=(pl.col("exercised_on") <= today).fill_null(False),
        is_declined=(pl.col("declined_on") <= today).fill_null(False),
        call_months=_call_months(),
    )
    return with_endless(_with_taken(ordered, today), today)


def _call_months() -> pl.Expr:
    """The option's own rule; an automatic one without is stopped by the contract's notice."""
    notice = pl.when(pl.col("mode") == "automatic").then("notice_buyer_months")
    return pl.coalesce("call_deadline_months", notice)


def _with_taken(ordered: pl.DataFrame, today: date) -> pl.DataFrame:
    """Adds `is_taken`: called, or renewed by itself with every option before it taken."""
    before = _so_far("length_months") - pl.col("length_months")
    begins = pl.col("begins_on")
    stop = pl.coalesce("call_deadline_on", subtract_months(begins, pl.col("call_months")), begins)
    renewed = (
        (pl.col("mode") == "automatic")
        & ~pl.col("is_declined")
        & (pl.min_horizontal(stop, begins) < today)
        & (pl.col("terminated_on").is_null() | (pl.col("terminated_on") > begins))
    )
    return (
        ordered.with_columns(begins_on=extend_end(pl.col("end"), before))
        .with_columns(not_taken=~(pl.col("is_called") | renewed))
        .with_columns(is_taken=pl.col("is_called") | (_so_far("not_taken") == 0))
        .drop("begins_on", "not_taken")
    )


def _with_terms(taken: pl.DataFrame) -> pl.DataFrame:
    """Adds `begins_on` (the end it extends), `ends_on`, `call_deadline`, and what is odd about them.

    Options that are not taken are counted as if each before them were.
    """
    months, is_taken = pl.col("length_months"), pl.col("is_taken")
    after = pl.when(is_taken).then(_so_far("used")).otherwise(_in_all("used") + _so_far("unused"))
    dated = (
        taken.with_columns(used=months * is_taken, unused=months * ~is_taken)
        .with_columns(after=after, later_taken=_in_all("is_taken") - _so_far("is_taken"))
        .with_columns(
            begins_on=extend_end(pl.col("end"), pl.col("after") - months),
            ends_on=extend_end(pl.col("end"), pl.col("after")),
        )
    )
    written = pl.coalesce("call_deadline_on", subtract_months(pl.col("begins_on"), pl.col("call_months")))
    is_late = (written > pl.col("begins_on")).fill_null(False)
    return dated.with_columns(
        call_deadline=pl.when(~is_late).then(written),
        is_late_deadline=is_late,
        is_out_of_order=~is_taken & (pl.col("later_taken") > 0),
    )


def _with_state(dated: pl.DataFrame, today: date) -> pl.DataFrame:
    """Adds `state`. An option whose deadline is not known lapses with the term it would extend."""
    is_left = ~pl.col("is_taken") & ~pl.col("is_declined")
    last = pl.coalesce("call_deadline", "begins_on")
    is_ended = (pl.col("terminated_on") <= pl.col("begins_on")).fill_null(False)
    is_lapsed, is_stopped = pl.col("is_lapsed"), pl.col("is_declined") & ~pl.col("is_taken")
    state = (
        pl.when("is_taken")
        .then(pl.lit("used"))
        .when(is_stopped)
        .then(pl.lit("declined"))
        .when(_so_far("stops") - pl.col("stops") > 0)
        .then(pl.lit("closed"))
        .when(is_lapsed)
        .then(pl.lit("lapsed"))
        .when(_so_far("is_left") > 1)
        .then(pl.lit("waiting"))
        .otherwise(pl.lit("open"))
    )
    return (
        dated.with_columns(is_left=is_left, is_lapsed=is_left & ((last < today) | is_ended))
        .with_columns(stops=(is_stopped | is_lapsed).cast(pl.Int64))
        .with_columns(state=state)
    )


def _so_far(amount: str) -> pl.Expr:
    """The sum over the contract's options up to and with this one; the rows stand in order.

    One running sum less what came before the contract: several times faster than a sum for each contract.
    """
    total = pl.col(amount).cast(pl.Int64).cum_sum()
    is_first = pl.col("contract_id").ne_missing(pl.col("contract_id").shift())
    return total - pl.when(is_first).then(total - pl.col(amount).cast(pl.Int64)).forward_fill()


def _in_all(amount: str) -> pl.Expr:
    """The sum over all the contract's options."""
    is_last = pl.col("contract_id").ne_missing(pl.col("contract_id").shift(-1))
    return pl.when(is_last).then(_so_far(amount)).backward_fill()
