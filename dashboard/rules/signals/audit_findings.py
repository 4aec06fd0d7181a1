"""An audit that found something: the latest result of Hållbarhetskollen is yellow or red."""

from datetime import date

import polars as pl

from dashboard.rules.signals.kind import Frames, Signal
from dashboard.rules.signals.limits import SignalLimits
from dashboard.text import Text

LEVELS = {"yellow": 1.0, "red": 2.0}
SWEDISH = {"yellow": "gult", "red": "rött"}


def find(frames: Frames, limits: SignalLimits, today: date) -> pl.DataFrame:
    """Each supplier's latest result not older than `audit_months`, where it is not green. It is about no contract."""
    stale_on = pl.col("assessed_on").dt.offset_by(f"{limits.audit_months}mo")  # as in escalation.audit_conflict
    fresh = (pl.col("assessed_on") <= today) & (stale_on > today)
    return (
        frames["audit_result"]
        .filter(fresh)
        .sort("assessed_on", "id")
        .unique("supplier_id", keep="last")
        .filter(pl.col("result").is_in(list(LEVELS)))
        .select(
            "supplier_id",
            "assessed_on",
            "source",
            "result",
            contract_id=pl.lit(None, pl.Int64),
            level=pl.col("result").replace_strict(LEVELS, return_dtype=pl.Float64),
            swedish=pl.col("result").replace_strict(SWEDISH, return_dtype=pl.String),
            began_on="assessed_on",
        )
        .sort("supplier_id")
    )


SIGNAL = Signal(
    key="audit_findings",
    name=Text(sv="Revision med anmärkning", en="Audit with findings"),
    says=Text(sv="{source} gav {swedish} resultat {assessed_on}.", en="{source} gave {result} on {assessed_on}."),
    find=find,
    category="labour",
    severity=2,
)
