"""Which ways are open on a day, for each contract: extend, give notice, procure anew, let it lapse, end for breach."""

from datetime import date

import polars as pl

from dashboard.rules.decisions.code_lists import listed
from dashboard.rules.decisions.decision_dates import gap_days
from dashboard.rules.decisions.way.end_for_breach import end_for_breach
from dashboard.rules.decisions.way.extend import extend
from dashboard.rules.decisions.way.kind import STATES, Way
from dashboard.rules.decisions.way.let_lapse import let_lapse
from dashboard.rules.decisions.way.reprocure import reprocure
from dashboard.rules.decisions.way.terminate import terminate

WAYS = (extend, terminate, reprocure, let_lapse, end_for_breach)
KEYS = ("extend", "terminate", "reprocure", "let_lapse", "end_for_breach")
OF_WAY = (
    *("contract_id", "way", "state", "turned_on", "last_on", "ends_on", "gap_days", "least_gap_days", "gap_cost_ore"),
    "reasons",
)


def ways(dated: pl.DataFrame, today: date) -> pl.DataFrame:
    """One row a contract and way, in the order of `dated` and of KEYS: OF_WAY. `dated`: of `with_decision_dates`.

    `turned_on` is the first day of the present state and `last_on` its last one; null where no day is known. `gap_days`
    is how long there is no contract if this way is taken today and a new procurement begins today, with the time a
    review may take; `least_gap_days` is without it. `gap_cost_ore` is the gap times `daily_spend_ore`.
    """
    rows = [_rows(dated, make(today), today) for make in WAYS]
    order = pl.DataFrame({"contract_id": dated["id"]}).with_row_index("place")
    made = pl.concat(rows).join(order, on="contract_id", maintain_order="left")
    return made.sort("place", maintain_order=True).select(OF_WAY)


def count_ways(rows: pl.DataFrame) -> pl.DataFrame:
    """`way, state, contracts`: every way and state, also those nobody is in."""
    every = pl.DataFrame({"way": KEYS}).join(pl.DataFrame({"state": STATES}), how="cross")
    counted = rows.group_by("way", "state").agg(contracts=pl.len().cast(pl.Int64))
    return every.join(counted, on=["way", "state"], how="left", maintain_order="left").with_columns(
        pl.col("contracts").fill_null(0)
    )


def _rows(dated: pl.DataFrame, way: Way, today: date) -> pl.DataFrame:
    return (
        dated.select(
            "lead_days",
            "buffer_days",
            "daily_spend_ore",
            contract_id="id",
            way=pl.lit(way.key),
            state=way.state,
            turned_on=way.turned_on,
            last_on=way.last_on,
            ends_on=way.ends_on,
        )
        .with_columns(
            gap_days=gap_days(_ready(today, pl.col("lead_days") + pl.col("buffer_days")), pl.col("ends_on")),
            least_gap_days=gap_days(_ready(today, pl.col("lead_days")), pl.col("ends_on")),
            reasons=listed(dated, way.reasons),
        )
        .with_columns(gap_cost_ore=(pl.col("gap_days") * pl.col("daily_spend_ore")).round().cast(pl.Int64))
        .select(OF_WAY)
    )


def _ready(today: date, days: pl.Expr) -> pl.Expr:
    return pl.lit(today) + pl.duration(days=days)
