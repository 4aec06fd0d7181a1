"""Deliveries on time in full below the level for two quarters in a row."""

from datetime import date

import polars as pl

from dashboard.rules.signals.kind import Frames, Signal
from dashboard.rules.signals.limits import SignalLimits
from dashboard.text import Text

FEWEST = 5  # order lines in a quarter, for a share to say anything
KEY = ("supplier_id", "contract_id")


def find(frames: Frames, limits: SignalLimits, today: date) -> pl.DataFrame:
    """The last whole quarters, each with at least five order lines due and a share on time below the level."""
    last = today.year * 4 + (today.month - 1) // 3 - 1  # the last whole quarter
    quarter = pl.col("promised_on").dt.year().cast(pl.Int64) * 4 + pl.col("promised_on").dt.quarter() - 1
    wanted = limits.delivery_periods
    shares = (
        _due_lines(frames, today)
        .with_columns(quarter=quarter)
        .filter(pl.col("quarter").is_between(last - wanted + 1, last))
        .group_by(*KEY, "quarter")
        .agg(lines=pl.len().cast(pl.Int64), on_time_share=pl.col("is_good").mean())
        .filter(pl.col("lines") >= FEWEST, pl.col("on_time_share") < limits.delivery_share)
    )
    return (
        shares.sort("quarter")
        .group_by(*KEY)
        .agg(
            quarters=pl.len().cast(pl.Int64),
            lines=pl.col("lines").sum(),
            before_share=pl.col("on_time_share").first(),
            now_share=pl.col("on_time_share").last(),
            began_on=pl.date(pl.col("quarter").min() // 4, pl.col("quarter").min() % 4 * 3 + 1, 1),
        )
        .filter(pl.col("quarters") == wanted)
        .with_columns(level=1 - pl.col("now_share"), limit_share=pl.lit(limits.delivery_share))
    )


def _due_lines(frames: Frames, today: date) -> pl.DataFrame:
    """Order lines promised by today on a contract: `is_good` where all came by the day."""
    orders = frames["order"].select("supplier_id", "contract_id", order_id="id").drop_nulls()
    in_time = (pl.col("received_on") <= pl.col("promised_on")).fill_null(False)
    in_full = (pl.col("quantity_ok") >= pl.col("quantity")).fill_null(False)
    due = frames["order_line"].filter(pl.col("promised_on") < today)
    return due.join(orders, on="order_id").with_columns(is_good=in_time & in_full)


SIGNAL = Signal(
    key="late_deliveries",
    name=Text(sv="Sena eller ofullständiga leveranser", en="Late or incomplete deliveries"),
    says=Text(
        sv="Leveransprecisionen var {before_share} och sedan {now_share} under {quarters} kvartal i rad ({lines} "
        "orderrader). Nivån är {limit_share}.",
        en="Deliveries on time in full were {before_share} and then {now_share} for {quarters} quarters in a row "
        "({lines} order lines). The level is {limit_share}.",
    ),
    find=find,
    category="late",
    severity=2,
)
