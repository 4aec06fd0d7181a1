"""Many small deviations are one large: their severities within a window add up."""

from datetime import date, timedelta

import polars as pl

from dashboard.rules.signals.kind import Frames, Signal
from dashboard.rules.signals.limits import SignalLimits
from dashboard.text import Text

COUNTED = ("reported", "confirmed", "remedied", "verified")  # all but the dismissed


def find(frames: Frames, limits: SignalLimits, today: date) -> pl.DataFrame:
    """At least `small_count` deviations in the window with a sum of severities of at least `small_weight`.

    One not judged yet weighs 1, and the ninetieth day counts as it does for step 2 (`escalation.grounds`). Cases on
    step 2 and up have drawn the conclusion already.
    """
    since = today - timedelta(days=limits.small_days)
    there = pl.col("observed_on").is_between(since, today) & pl.col("state").is_in(COUNTED)
    sums = (
        frames["deviation"]
        .filter(there, pl.col("contract_id").is_not_null())
        .group_by("supplier_id", "contract_id")
        .agg(
            count=pl.len().cast(pl.Int64),
            level=pl.col("severity").fill_null(1).sum().cast(pl.Float64),
            began_on=pl.col("observed_on").min(),
        )
        .filter(pl.col("count") >= limits.small_count, pl.col("level") >= limits.small_weight)
        .with_columns(days=pl.lit(limits.small_days), limit=pl.lit(limits.small_weight))
    )
    high = frames["case"].filter(pl.col("step") >= 2).select("supplier_id", "contract_id")
    return sums.join(high, on=["supplier_id", "contract_id"], how="anti")


SIGNAL = Signal(
    key="small_deviations",
    name=Text(sv="Många små avvikelser", en="Many small deviations"),
    says=Text(
        sv="{count} avvikelser på {days} dagar, den första {began_on}. Allvaret summerar till {level}; gränsen är "
        "{limit}. Pröva om ärendet ska till steg 2.",
        en="{count} deviations in {days} days, the first on {began_on}. The severities sum to {level}; the limit is "
        "{limit}. Consider step 2.",
    ),
    find=find,
    category="other",
    severity=2,
    proposes_step=True,
)
