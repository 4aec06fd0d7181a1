"""Evidence that a requirement is met, more than 20 days late."""

from datetime import date, timedelta

import polars as pl

from dashboard.rules.signals.kind import Frames, Signal
from dashboard.rules.signals.limits import SignalLimits
from dashboard.text import Text


def find(frames: Frames, limits: SignalLimits, today: date) -> pl.DataFrame:
    """Contracts with unchecked requirements whose evidence is late, at each of their suppliers."""
    late = pl.col("evidence_due_on") + timedelta(days=limits.evidence_days) < today
    return (
        frames["requirement"]
        .filter(late, pl.col("checked_on").is_null())
        .group_by("contract_id")
        .agg(count=pl.len().cast(pl.Int64), oldest_on=pl.col("evidence_due_on").min())
        .join(frames["contract_supplier"].select("contract_id", "supplier_id"), on="contract_id")
        .with_columns(level=pl.col("count").cast(pl.Float64), began_on="oldest_on")
    )


SIGNAL = Signal(
    key="overdue_evidence",
    name=Text(sv="Bevis för krav saknas", en="Evidence of requirements missing"),
    says=Text(
        sv="{count} krav saknar bevis. Det äldsta skulle ha kommit {oldest_on}.",
        en="{count} requirements lack evidence. The oldest was due on {oldest_on}.",
    ),
    find=find,
    category="reporting",
    severity=1,
)
