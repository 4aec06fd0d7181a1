"""What pages ask about ceilings: every contract in force with its state and forecast, and one contract's months."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard.data.ceiling_days import use_on
from dashboard.data.ceiling_frames import ceilings_of
from dashboard.data.decision_page import on_day
from dashboard.data.edition import Edition
from dashboard.data.narrowing import contracts_for
from dashboard.data.registers import register
from dashboard.filters import Filters, months_between
from dashboard.rules.ceilings_forecast.call_offs import with_frameworks
from dashboard.rules.ceilings_forecast.limits import PREFIX, CeilingLimits
from dashboard.rules.ceilings_forecast.used import CeilingState

OF_CONTRACT = ("number", "title", "supplier_name", "owner", "type", "is_ended", "is_secret")
OF_DATES = ("reprocure_start_latest", "reprocure_start_unreviewed", "effective_end", "is_end_forecast")
LOUDEST = tuple(reversed([state.value for state in CeilingState if state != CeilingState.UNKNOWN]))
STATUS = {
    CeilingState.FULL: "red",
    CeilingState.STOP: "red",
    CeilingState.REPROCURE: "amber",
    CeilingState.FREE: "green",
}
MONTHS = {"period": pl.Int32, "own_ore": pl.Int64, "call_off_ore": pl.Int64, "total_ore": pl.Int64}


@st.cache_resource(max_entries=4, show_spinner=False)
def forecasts(edition: Edition, today: date) -> pl.DataFrame:
    """Every contract as `ceiling_forecast` gives it, with OF_CONTRACT, OF_DATES, `status`, `days_before_end` and
    `needs_attention`; the loudest state first, then the largest share used, the unknown ceilings last.

    `status`: red from the share where call-offs stop, amber from the one where a procurement is tried or where a
    ceiling to watch is used too fast, else green; `no_data` where it is unknown. `days_before_end`: from the forecast
    day to the contract's end, null where it comes after.
    """
    dated = on_day(edition, today).dated.with_columns(to_on="current_end")
    found = ceilings_of(dated, use_on(edition, today))
    known = dated.select(*OF_CONTRACT, *OF_DATES, contract_id="id")
    rows = found.join(known, on="contract_id", how="left", maintain_order="left")
    order = pl.col("state").replace_strict({state: at for at, state in enumerate(LOUDEST)}, default=len(LOUDEST))
    before = pl.when("is_before_end").then((pl.col("to_on") - pl.col("forecast_on")).dt.total_days())
    return (
        rows.with_columns(status=_status(), days_before_end=before)
        .with_columns(needs_attention=pl.col("status").is_in(["red", "amber"]) | before.is_not_null())
        .sort(order, "used_share", "number", descending=[False, True, False], nulls_last=True)
    )


def _status() -> pl.Expr:
    watched = pl.when(pl.col("is_fast").fill_null(False)).then(pl.lit("amber")).otherwise(pl.lit("green"))
    plain = pl.col("state").replace_strict({state.value: word for state, word in STATUS.items()}, default="no_data")
    return pl.when(pl.col("state") == CeilingState.WATCH.value).then(watched).otherwise(plain)


@st.cache_resource(max_entries=16, show_spinner=False)
def ceilings(edition: Edition, filters: Filters, today: date) -> pl.DataFrame:
    """The contracts in force that were chosen, by department, category and supplier. Secret ones are left out."""
    rows = forecasts(edition, today).filter(~pl.col("is_ended"), ~pl.col("is_secret"))
    fits = contracts_for(edition, filters)
    if fits is not None:
        rows = rows.filter(pl.col("contract_id").is_in(fits.implode()))
    if filters.supplier_id is not None:
        links = register(edition, "contract_supplier").filter(pl.col("supplier_id") == filters.supplier_id)
        rows = rows.filter(pl.col("contract_id").is_in(links["contract_id"].implode()))
    return rows


def of_kind(rows: pl.DataFrame, kind: str) -> pl.DataFrame:
    """Those in one state, or `fore`: forecast to be reached before the end; else all."""
    if kind == "fore":
        return rows.filter(_is_early())
    return rows.filter(pl.col("state") == kind) if kind in list(CeilingState) else rows


def counts(rows: pl.DataFrame) -> dict[str, int]:
    """`reached` (the share where call-offs stop, or the whole), `full`, `early` (of the others) and `unknown`."""
    states = rows["state"].to_list()
    full, stopped = states.count(CeilingState.FULL.value), states.count(CeilingState.STOP.value)
    is_below = ~pl.col("state").is_in([CeilingState.FULL.value, CeilingState.STOP.value])
    early = rows.filter(_is_early(), is_below).height
    return {
        "reached": full + stopped,
        "full": full,
        "early": early,
        "unknown": states.count(CeilingState.UNKNOWN.value),
    }


def _is_early() -> pl.Expr:
    """Forecast to be reached before the end, and not reached already."""
    return (pl.col("is_before_end") & ~pl.col("is_full")).fill_null(False)


def limits(edition: Edition, today: date) -> CeilingLimits:
    """The limits that hold today."""
    return use_on(edition, today).limits


def limits_since(edition: Edition, today: date) -> date | None:
    """The day the newest of them began to hold."""
    rows = register(edition, "rule_limit").filter(pl.col("key").str.starts_with(PREFIX), pl.col("valid_from") <= today)
    return rows["valid_from"].max()  # type: ignore[return-value]


@dataclass(frozen=True)
class OneCeiling:
    """One contract's ceiling.

    `row`: of `forecasts`. `months`: MONTHS, what was bought on the contract and on its call-offs each month since the
    first, and their running total. `call_offs`: `id, number, title, used_ore` of the contracts called off under it;
    `framework`: the `id, number, title` it is called off under, or None.
    """

    row: dict[str, Any]
    months: pl.DataFrame
    call_offs: pl.DataFrame
    framework: dict[str, Any] | None
    limits: CeilingLimits


@st.cache_resource(max_entries=64, show_spinner=False)
def ceiling_of(edition: Edition, today: date, contract_id: int) -> OneCeiling | None:
    """One contract's; None where there is none with this id, or it is secret."""
    rows = forecasts(edition, today)
    of_this = rows.filter(pl.col("contract_id") == contract_id, ~pl.col("is_secret"))
    if of_this.is_empty():
        return None
    use = use_on(edition, today)
    under = _under(use.call_offs, contract_id)
    bought = use.consumed.filter(pl.col("contract_id").is_in([contract_id, *under]))
    return OneCeiling(
        row=of_this.row(0, named=True),
        months=_months(bought, use.call_offs, contract_id, use.last),
        call_offs=_shown(rows.filter(pl.col("contract_id").is_in(under))),
        framework=_framework(rows, use.call_offs, contract_id),
        limits=use.limits,
    )


def _under(call_offs: pl.DataFrame, contract_id: int) -> list[int]:
    """Every call-off under the contract, and under those."""
    marked = call_offs.select("contract_id", source="contract_id").unique()
    moved = with_frameworks(marked, call_offs).filter(pl.col("contract_id") == contract_id)
    return sorted(set(moved["source"].to_list()) - {contract_id})


def _months(bought: pl.DataFrame, call_offs: pl.DataFrame, contract_id: int, last: int) -> pl.DataFrame:
    counted = with_frameworks(bought, call_offs).filter(pl.col("contract_id") == contract_id)
    if counted.is_empty():
        return pl.DataFrame(schema=MONTHS)
    every = months_between(int(str(counted["period"].min())), last)
    own = bought.filter(pl.col("contract_id") == contract_id).group_by("period").agg(own_ore=pl.col("amount_ore").sum())
    whole = counted.group_by("period").agg(whole_ore=pl.col("amount_ore").sum())
    return (
        pl.DataFrame({"period": every}, schema={"period": pl.Int32})
        .join(whole.cast({"period": pl.Int32}), on="period", how="left")
        .join(own.cast({"period": pl.Int32}), on="period", how="left")
        .with_columns(pl.col("own_ore", "whole_ore").fill_null(0))
        .sort("period")
        .with_columns(call_off_ore=pl.col("whole_ore") - pl.col("own_ore"), total_ore=pl.col("whole_ore").cum_sum())
        .select(*MONTHS)
    )


def _shown(rows: pl.DataFrame) -> pl.DataFrame:
    """A secret call-off is counted and not shown."""
    return rows.filter(~pl.col("is_secret")).select("number", "title", "used_ore", id="contract_id").sort("number")


def _framework(rows: pl.DataFrame, call_offs: pl.DataFrame, contract_id: int) -> dict[str, Any] | None:
    above = call_offs.filter(pl.col("contract_id") == contract_id)["framework_id"]
    found = _shown(rows.filter(pl.col("contract_id").is_in(above.implode())))
    return found.row(0, named=True) if found.height else None
