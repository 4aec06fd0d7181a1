"""Several complaints on the same contract in a month."""

from datetime import date, timedelta

import polars as pl

from dashboard.rules.signals.kind import Frames, Signal
from dashboard.rules.signals.limits import SignalLimits
from dashboard.text import Text


def find(frames: Frames, limits: SignalLimits, today: date) -> pl.DataFrame:
    """At least `complaints` complaints sent within the last `complaint_days` days, today one of them.

    A complaint about what turned out to be no deviation does not count.
    """
    since = today - timedelta(days=limits.complaint_days - 1)
    return (
        frames["deviation"]
        .filter(pl.col("complained_on").is_between(since, today), pl.col("state") != "dismissed")
        .drop_nulls("contract_id")
        .group_by("supplier_id", "contract_id")
        .agg(
            count=pl.len().cast(pl.Int64), began_on=pl.col("complained_on").min(), last_on=pl.col("complained_on").max()
        )
        .filter(pl.col("count") >= limits.complaints)
        .with_columns(level=pl.col("count").cast(pl.Float64), days=pl.lit(limits.complaint_days))
    )


SIGNAL = Signal(
    key="complaints",
    name=Text(sv="Flera reklamationer", en="Several complaints"),
    says=Text(
        sv="{count} reklamationer på {days} dagar, den senaste {last_on}.",
        en="{count} complaints in {days} days, the last on {last_on}.",
    ),
    find=find,
    category="defective",
    severity=2,
)
