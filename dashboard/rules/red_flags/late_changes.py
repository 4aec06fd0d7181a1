"""A change of a contract decided in its last days, or after its end."""

from datetime import date

import polars as pl

from dashboard.rules.red_flags.kind import Flag, Frames
from dashboard.rules.red_flags.limits import FlagLimits
from dashboard.text import Text


def find(frames: Frames, limits: FlagLimits, today: date) -> pl.DataFrame:
    """`contract_id`, `change_id`, `decided_on`, `value_delta_ore`, `to_on`, `days_left` and `late`, fewest days first.

    `days_left` is negative for a change after the contract's end. A contract without a known end has no last days.
    """
    ends = frames["active"].select("contract_id", "to_on").drop_nulls()
    left = (pl.col("to_on") - pl.col("decided_on")).dt.total_days()
    return (
        frames["change"]
        .select("contract_id", "change_id", "decided_on", "value_delta_ore")
        .filter(pl.col("decided_on") <= today)
        .join(ends, on="contract_id")
        .with_columns(days_left=left, late=pl.lit(limits.late_days))
        .filter(pl.col("days_left") < limits.late_days)
        .sort("days_left", "change_id")
    )


FLAG = Flag(
    key="late_changes",
    order=4,
    about="contract_id",
    name=Text(sv="Sen ändring", en="Late change"),
    says=Text(
        sv="Avtalet ändrades {decided_on} ({value_delta_ore}). Det slutar {to_on}, och dagar kvar då var {days_left}. "
        "Färre än {late} dagar är sent.",
        en="The contract was changed on {decided_on} ({value_delta_ore}). It ends on {to_on}, and the days left then "
        "were {days_left}. Fewer than {late} days is late.",
    ),
    look=Text(
        sv="Var behovet känt när en ny upphandling kunde ha börjat? En övergång till nästa avtal kan förklara det.",
        en="Was the need known when a new procurement could have begun? A handover to the next one may explain it.",
    ),
    find=find,
)
