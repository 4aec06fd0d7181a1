"""When each ceiling is forecast to be reached, and what that means for the contract's end."""

import polars as pl

from dashboard.rules.ceilings_forecast.call_offs import with_frameworks
from dashboard.rules.ceilings_forecast.limits import CeilingLimits
from dashboard.rules.ceilings_forecast.months import last_day, month_number, number_of
from dashboard.rules.ceilings_forecast.recent import reached_at, with_history, with_recent
from dashboard.rules.ceilings_forecast.seasonal import with_seasonal
from dashboard.rules.ceilings_forecast.used import with_burn, with_used

MONTH_ROOM = 1_000_000  # more than there are month numbers
TOLD = ("forecast_on", "earliest_on", "latest_on")


def ceiling_forecast(
    contracts: pl.DataFrame,
    consumed: pl.DataFrame,
    call_offs: pl.DataFrame,
    open_orders: pl.DataFrame,
    limits: CeilingLimits,
    first: int,
    last: int,
) -> pl.DataFrame:
    """One row a contract, in the order of `contracts`, as things stood at the end of the month `last` (202610).

    `contracts`: `contract_id`, `ceiling_ore` (null or 0: unknown), `from_on`, `to_on` (null: not known, or until
    further notice). `consumed`: `contract_id`, `period`, `amount_ore`, the lines on each contract (A, A⁻, B); `first`
    is the ledger's first month. `call_offs`: `contract_id`, `framework_id`. `open_orders`: `contract_id`, `open_ore`,
    ordered and not yet invoiced.

    Adds what `with_used` and `with_burn` add and: `as_of`; `is_lower_bound` (the contract is older than the ledger);
    `months`, `rate_ore` and `months_left` (R6: öre a month, months until the ceiling at that rate); `forecast_on` with
    its 95 per cent interval `earliest_on`, `latest_on` (null: it may never be reached); `recent_on` (by R6 alone);
    `method` ("seasonal" where two years are known, else "recent"); `why` there is no forecast ("ceiling", "history",
    "no_use", "far": not within a hundred years); `is_before_end`; `effective_end_on`, the earlier of `to_on` and
    `forecast_on`.
    A ceiling already reached is forecast to `reached_on` where `contracts` has it, else to the end of `last`: at the
    latest then.
    """
    until = month_number(last)
    monthly = _monthly(with_frameworks(consumed.select("contract_id", "period", "amount_ore"), call_offs), until)
    ordered = with_frameworks(open_orders.select("contract_id", "open_ore"), call_offs)
    used = with_burn(with_used(contracts, monthly, ordered), limits, last_day(last))
    counted = with_recent(with_history(used, monthly, month_number(first), until), monthly, until)
    reached = with_seasonal(counted.with_columns(**_recent_days(until)), monthly, until)
    told = _told(reached.with_columns(as_of=pl.lit(last_day(last)), is_lower_bound=_is_older(first)))
    return told.drop(
        "history", "sum_ore", "sum_low_ore", "sum_high_ore", "is_seasonal", "^seasonal_.*$", "^recent_(from|to)_on$"
    )


def _monthly(consumed: pl.DataFrame, until: int) -> pl.DataFrame:
    """`contract_id`, `month`, `amount_ore`, in that order: both keys as one number, which is grouped twice as fast."""
    key = pl.col("contract_id") * MONTH_ROOM + number_of("period")
    summed = consumed.lazy().group_by(key=key).agg(pl.col("amount_ore").sum()).sort("key").collect()
    month = pl.col("key") % MONTH_ROOM
    found = summed.select("amount_ore", contract_id=pl.col("key") // MONTH_ROOM, month=month)
    return found.filter(pl.col("month") <= until).select("contract_id", "month", "amount_ore")


def _recent_days(until: int) -> dict[str, pl.Expr]:
    left, months = pl.col("left_ore"), pl.col("months")
    sums = {"recent_on": "sum_ore", "recent_from_on": "sum_high_ore", "recent_to_on": "sum_low_ore"}
    return {name: reached_at(left, pl.col(total), months, until) for name, total in sums.items()}


def _is_older(first: int) -> pl.Expr:
    year, month = divmod(first, 100)
    return pl.col("from_on") < pl.date(year, month, 1)


def _told(rows: pl.DataFrame) -> pl.DataFrame:
    """Puts the chosen variant into TOLD, and says what it means."""
    total, months = pl.col("sum_ore"), pl.col("months")
    is_seasonal = pl.col("is_seasonal")
    pairs = zip(TOLD, ("seasonal_on", "seasonal_from_on", "seasonal_to_on"), strict=True)
    recent = ("recent_on", "recent_from_on", "recent_to_on")
    full = pl.col("is_full").fill_null(False)
    chosen = {
        name: pl.when(full).then(pl.coalesce("reached_on", "as_of")).when(is_seasonal).then(seasonal).otherwise(plain)
        for (name, seasonal), plain in zip(pairs, map(pl.col, recent), strict=True)
    }
    told = rows.with_columns(
        **chosen,
        rate_ore=total / months,
        months_left=pl.when(total > 0).then(pl.col("left_ore") * months / total),
    )
    method = pl.when("is_seasonal").then(pl.lit("seasonal")).otherwise(pl.lit("recent"))
    return told.with_columns(
        method=pl.when(~full, pl.col("forecast_on").is_not_null()).then(method),
        why=_why(),
        is_before_end=pl.col("forecast_on") < pl.col("to_on"),
        effective_end_on=pl.min_horizontal("to_on", "forecast_on"),
    )


def _why() -> pl.Expr:
    return (
        pl.when(pl.col("ceiling_ore").is_null())
        .then(pl.lit("ceiling"))
        .when(pl.col("forecast_on").is_not_null())
        .then(None)
        .when(pl.col("months").is_null())
        .then(pl.lit("history"))
        .when(pl.col("is_seasonal") | (pl.col("sum_ore") > 0))
        .then(pl.lit("far"))
        .otherwise(pl.lit("no_use"))
    )
