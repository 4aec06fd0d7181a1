"""Where one signal is seen today: at suppliers whose names we may say, on contracts in force."""

from datetime import date

import polars as pl

from dashboard.rules.signals.kind import Frames, Signal
from dashboard.rules.signals.limits import SignalLimits

KEY = ("supplier_id", "contract_id")
STEADY = 6  # decimals of a level: sums in another order are no worse


def seen(one: Signal, frames: Frames, limits: SignalLimits, today: date) -> pl.DataFrame:
    """The rows of `one.find`, the worst of each supplier and contract, with `level` and `began_on` on every row.

    Left out: suppliers that go by a pseudonym (nothing can be reported about them), and contracts not in force, unless
    the signal outlives them. Needs the frames `active` (`contract_id`: the contracts in force) and `supplier`.
    """
    found = one.find(frames, limits, today).with_columns(pl.col("level").cast(pl.Float64).round(STEADY))
    if "began_on" not in found.columns:
        found = found.with_columns(began_on=pl.lit(None, pl.Date))
    named = frames["supplier"].filter(~pl.col("is_masked"))["id"]
    in_force = frames["active"]["contract_id"]
    is_there = pl.col("contract_id").is_null() | pl.col("contract_id").is_in(in_force.implode())
    kept = found.filter(pl.col("supplier_id").is_in(named.implode()), pl.lit(one.outlives_contract) | is_there)
    return kept.sort(*KEY, "level", descending=[False, False, True]).unique(KEY, keep="first", maintain_order=True)
