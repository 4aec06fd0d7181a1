"""A ceiling that is used up faster than the time: burn index above 1.2."""

from datetime import date

import polars as pl

from dashboard.rules.signals.kind import Frames, Signal
from dashboard.rules.signals.limits import SignalLimits
from dashboard.text import Text

LEAST_TIME = 0.1  # of the term: before that the index says nothing


def find(frames: Frames, limits: SignalLimits, today: date) -> pl.DataFrame:
    """Contracts in force with a known ceiling and term; `active` has `from_on, to_on`. Told of its first supplier.

    burn index = (used / ceiling) / (time passed / whole term). An unknown ceiling is never "none".
    """
    used = (
        frames["cube"]
        .filter(pl.col("line_class").is_in(["A", "A-", "B"]), pl.col("contract_id").is_not_null())
        .group_by(contract_id=pl.col("contract_id").cast(pl.Int64))
        .agg(used_ore=pl.col("amount_ore").sum())
    )
    first = frames["contract_supplier"].sort("rank", "supplier_id", nulls_last=True).unique("contract_id", keep="first")
    whole = (pl.col("to_on") - pl.col("from_on")).dt.total_days() + 1
    passed = (pl.lit(today) - pl.col("from_on")).dt.total_days() + 1
    return (
        frames["active"]
        .drop_nulls(["from_on", "to_on"])
        .join(
            frames["contract"].select("ceiling_ore", contract_id="id").filter(pl.col("ceiling_ore") > 0),
            on="contract_id",
        )
        .join(used, on="contract_id")
        .join(first.select("contract_id", "supplier_id"), on="contract_id")
        .with_columns(used_share=pl.col("used_ore") / pl.col("ceiling_ore"), time_share=passed / whole)
        .filter(pl.col("time_share").is_between(LEAST_TIME, 1.0))
        .with_columns(level=(pl.col("used_share") / pl.col("time_share")).round(6))
        .filter(pl.col("level") > limits.burn_index)
        .select(
            *("supplier_id", "contract_id", "level", "used_share", "time_share", "used_ore", "ceiling_ore"),
            limit=pl.lit(limits.burn_index),
        )
    )


SIGNAL = Signal(
    key="fast_burn",
    name=Text(sv="Taket används för fort", en="The ceiling is used too fast"),
    says=Text(
        sv="{used_share} av taket ({used_ore} av {ceiling_ore}) är använt när {time_share} av tiden har gått: "
        "förbrukningsindex {level}, gränsen är {limit}.",
        en="{used_share} of the ceiling ({used_ore} of {ceiling_ore}) is used when {time_share} of the time has "
        "passed: burn index {level}, the limit is {limit}.",
    ),
    find=find,
    category="other",
    severity=1,
)
