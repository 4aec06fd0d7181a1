"""What is used of every ceiling and when it is forecast to be reached, from the cube and registers; without Streamlit.

Open orders are counted as `rules.ceilings_forecast.open_orders` says; call-offs count to their framework, once.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.data import build
from dashboard.data.build import Edition
from dashboard.data.decision_frames import reached_ceilings
from dashboard.filters import add_months
from dashboard.rules.ceilings_forecast.forecast import ceiling_forecast
from dashboard.rules.ceilings_forecast.limits import CeilingLimits, ceiling_limits
from dashboard.rules.ceilings_forecast.open_orders import open_orders
from data_access import ledger
from data_access.engine import reading
from data_access.queries import contracts, goals, orders

ON_CONTRACT = ("A", "A-", "B")
FAR_DAYS = 3653  # a forecast more than ten years ahead moves no decision about a contract without an end
NO_DAY = pl.lit(None, pl.Date)


@dataclass(frozen=True)
class CeilingUse:
    """What counts against the ceilings, as it stood at the end of the month `last`.

    `consumed`: `contract_id, period, amount_ore`, the lines on each contract (A, A-, B). `call_offs`: `contract_id,
    framework_id`. `ordered`: `contract_id, open_ore`. `reached`: `contract_id, reached_on`, the day a contract's own
    lines first summed to its ceiling.
    """

    consumed: pl.DataFrame
    call_offs: pl.DataFrame
    ordered: pl.DataFrame
    reached: pl.DataFrame
    limits: CeilingLimits
    first: int
    last: int


def ceiling_use(
    edition: Edition, day: date, cube: pl.DataFrame, contract: pl.DataFrame, order: pl.DataFrame, limit: pl.DataFrame
) -> CeilingUse:
    """What counts by `day`; `contract`, `order` and `limit` are the tables, `cube` the edition's."""
    as_of = build.as_of(edition.last_period, day)
    last, limits = _period(as_of), ceiling_limits(limit, day)
    spent = cube.filter(pl.col("contract_id").is_not_null(), pl.col("line_class").is_in(ON_CONTRACT))
    consumed = spent.group_by(pl.col("contract_id").cast(pl.Int64), "period").agg(pl.col("amount_ore").sum())
    return CeilingUse(
        consumed=consumed.filter(pl.col("period") <= last),
        call_offs=contract.filter(pl.col("framework_id").is_not_null()).select(
            contract_id="id", framework_id="framework_id"
        ),
        ordered=_ordered(edition, order, limits, last, as_of),
        reached=reached_ceilings(build.frame(edition, "exhausted"), as_of).rename({"exhausted_on": "reached_on"}),
        limits=limits,
        first=int(str(cube["period"].min() or last)),
        last=last,
    )


def _period(day: date) -> int:
    return day.year * 100 + day.month


def _ordered(edition: Edition, order: pl.DataFrame, limits: CeilingLimits, last: int, as_of: date) -> pl.DataFrame:
    first = add_months(last, 1 - limits.order_months)
    lines = ledger.scan(edition.ledger_version).filter(
        pl.col("period").is_between(first, last), pl.col("order_ref").is_not_null()
    )
    invoiced = lines.group_by("order_ref").agg(pl.col("amount_ore").sum()).collect(engine="streaming")
    return open_orders(order, invoiced, date(first // 100, first % 100, 1), as_of)


def ceilings_of(contract: pl.DataFrame, use: CeilingUse) -> pl.DataFrame:
    """`ceiling_forecast` of the contracts, in order. `contract`: `id, ceiling_ore, start_on`, and `to_on` if known."""
    given = contract if "to_on" in contract.columns else contract.with_columns(to_on=NO_DAY)
    asked = given.select("ceiling_ore", "to_on", contract_id="id", from_on="start_on")
    known = asked.join(use.reached, on="contract_id", how="left", maintain_order="left")
    return ceiling_forecast(known, use.consumed, use.call_offs, use.ordered, use.limits, use.first, use.last)


def last_days(found: pl.DataFrame, day: date) -> pl.DataFrame:
    """`contract_id, exhausted_on, ceiling_forecast_on`, as `with_decision_dates` asks for them, of `ceilings_of`.

    A ceiling that is reached has no forecast; one reached by call-offs or orders was reached at `as_of` at the latest.
    """
    full = pl.col("is_full").fill_null(False)
    is_near = pl.col("forecast_on") <= pl.lit(day).dt.offset_by(f"{FAR_DAYS}d")
    days = found.select(
        "contract_id",
        exhausted_on=pl.when(full).then("forecast_on"),
        ceiling_forecast_on=pl.when(~full & is_near).then("forecast_on"),
    )
    return days.filter(pl.any_horizontal(pl.col("exhausted_on", "ceiling_forecast_on").is_not_null()))


def read_last_days(edition: Edition, day: date) -> pl.DataFrame:
    """`last_days` read anew, for the command line."""
    with reading() as connection:
        contract, order = contracts.read_contracts(connection), orders.read_orders(connection)
        limit = goals.read_rule_limits(connection)
    use = ceiling_use(edition, day, build.frame(edition, "cube"), contract, order, limit)
    return last_days(ceilings_of(contract, use), day)
