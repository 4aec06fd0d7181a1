"""A case that has stood on its step for 120 % of the longest time proposes the next step; a person decides."""

from datetime import date

import polars as pl

from dashboard.rules.signals.kind import Frames, Signal
from dashboard.rules.signals.limits import SignalLimits
from dashboard.text import Text

MONTH = 30  # days


def find(frames: Frames, limits: SignalLimits, today: date) -> pl.DataFrame:
    """The open cases whose time is up; `case` has `step, days, clock, entered_on` as on the board.

    Each further month on the step is worse.
    """
    late = frames["case"].filter(pl.col("clock") == "proposal", pl.col("step") < 4)
    return late.select(
        *("supplier_id", "contract_id", "step", "days"),
        level=(pl.col("days") // MONTH).cast(pl.Float64),
        next=pl.col("step") + 1,
        began_on="entered_on",
    )


SIGNAL = Signal(
    key="over_time",
    name=Text(sv="För länge på steget", en="Too long on the step"),
    says=Text(
        sv="Ärendet har stått på steg {step} i {days} dagar, minst 120 % av den längsta tiden. Pröva steg {next} "
        "eller registrera en kontroll.",
        en="The case has been on step {step} for {days} days, at least 120 % of the longest time. Consider step "
        "{next}, or record a check.",
    ),
    find=find,
    category="other",
    severity=2,
    proposes_step=True,
)
