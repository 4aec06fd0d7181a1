"""How much of each ceiling is used, how much of the time has passed, and the state that gives."""

from datetime import date, timedelta
from enum import StrEnum

import polars as pl

from dashboard.rules.ceilings_forecast.limits import WHOLE, CeilingLimits
from dashboard.rules.ceilings_forecast.months import place
from dashboard.rules.decisions.burn import burn_index


class CeilingState(StrEnum):
    """How far a ceiling is used. A state holds until something changes it: nothing is sent on a day and forgotten."""

    UNKNOWN = "unknown"  # no ceiling is stated, or only an estimate: never "no ceiling"
    FREE = "free"
    WATCH = "watch"
    REPROCURE = "reprocure"
    STOP = "stop"
    FULL = "full"  # reached: no call-offs any more (tak nått)


def with_used(contracts: pl.DataFrame, monthly: pl.DataFrame, open_orders: pl.DataFrame) -> pl.DataFrame:
    """Adds `invoiced_ore`, `open_ore`, `used_ore`, `left_ore`, `used_share` and `is_full`; unknown ceilings get nulls.

    `monthly`: `contract_id`, `month`, `amount_ore`, one row a contract and month, in that order. A ceiling of null or 0
    is unknown. What was reached stays reached: a framework that has lost its effect does not get it back by a credit
    note, nor by one in the same month, where `contracts` has `reached_on`, the day its lines first summed to it.
    """
    known = contracts if "reached_on" in contracts.columns else contracts.with_columns(reached_on=pl.lit(None, pl.Date))
    summed = _summed(monthly)
    ordered = open_orders.group_by("contract_id").agg(pl.col("open_ore").sum())
    joined = known.join(summed, on="contract_id", how="left", maintain_order="left").join(
        ordered, on="contract_id", how="left", maintain_order="left"
    )
    ceiling, used = pl.col("ceiling_ore"), pl.col("used_ore")
    return (
        joined.with_columns(pl.when(ceiling > 0).then(ceiling), pl.col("invoiced_ore", "open_ore").fill_null(0))
        .with_columns(used_ore=pl.col("invoiced_ore") + pl.col("open_ore"))
        .with_columns(
            left_ore=(ceiling - used).clip(0),
            used_share=used / ceiling,
            is_full=(pl.max_horizontal(used, "peak_ore") >= ceiling)
            | (ceiling.is_not_null() & pl.col("reached_on").is_not_null()),
        )
        .drop("peak_ore")
    )


def _summed(monthly: pl.DataFrame) -> pl.DataFrame:
    """What was invoiced by contract, and the most it ever summed to: one running total over all, less what came before.

    One running total is three times as fast as one for each contract.
    """
    amount, total = pl.col("amount_ore"), pl.col("total")
    running = monthly.with_columns(total=amount.cum_sum())
    return running.group_by("contract_id").agg(
        invoiced_ore=amount.sum(), peak_ore=total.max() - total.first() + amount.first()
    )


def with_burn(rows: pl.DataFrame, limits: CeilingLimits, as_of: date) -> pl.DataFrame:
    """Adds `time_share`, `burn_index`, `is_fast` and `state`.

    burn index = (used / ceiling) / (time passed / whole term), in months; null without a known term or before it
    begins. A state is reached *at* its share; too fast is *above* the index.
    """
    passed = pl.lit(as_of + timedelta(days=1))
    begins = place(pl.col("from_on"))
    whole = place(pl.col("to_on").dt.offset_by("1d")) - begins
    time = (place(passed) - begins) / whole
    timed = rows.with_columns(time_share=pl.when(whole > 0, time > 0).then(time.clip(upper_bound=1.0)))
    burn = burn_index(pl.col("used_ore"), pl.col("ceiling_ore"), pl.col("time_share"), pl.lit(1.0))
    indexed = timed.with_columns(burn_index=burn)
    return indexed.with_columns(is_fast=pl.col("burn_index") > limits.fast_index / WHOLE, state=_state(limits))


def _state(limits: CeilingLimits) -> pl.Expr:
    used, ceiling = pl.col("used_ore") * WHOLE, pl.col("ceiling_ore")
    return (
        pl.when(ceiling.is_null())
        .then(pl.lit(CeilingState.UNKNOWN.value))
        .when("is_full")
        .then(pl.lit(CeilingState.FULL.value))
        .when(used >= ceiling * limits.stop_share)
        .then(pl.lit(CeilingState.STOP.value))
        .when(used >= ceiling * limits.reprocure_share)
        .then(pl.lit(CeilingState.REPROCURE.value))
        .when(used >= ceiling * limits.watch_share)
        .then(pl.lit(CeilingState.WATCH.value))
        .otherwise(pl.lit(CeilingState.FREE.value))
    )
