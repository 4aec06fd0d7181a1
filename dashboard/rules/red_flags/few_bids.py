"""A lot that got more than one bid, but fewer than the limit."""

from datetime import date

import polars as pl

from dashboard.rules.red_flags.bids import bids_by_lot
from dashboard.rules.red_flags.kind import Flag, Frames
from dashboard.rules.red_flags.limits import FlagLimits
from dashboard.text import Text


def find(frames: Frames, limits: FlagLimits, today: date) -> pl.DataFrame:
    """The columns of `bids_by_lot` and `few`, fewest bids first. A single bid has its own flag."""
    lots = bids_by_lot(frames["procurement"], frames["bid"], today, limits.bid_months)
    few = lots.filter(pl.col("bids") > 1, pl.col("bids") < limits.few_bids)
    return few.with_columns(few=pl.lit(limits.few_bids)).sort("bids", maintain_order=True)


FLAG = Flag(
    key="few_bids",
    order=2,
    about="procurement_id",
    name=Text(sv="Få anbud", en="Few bids"),
    says=Text(
        sv="{title}, del {lot}: {bids} anbud vid sista anbudsdag {tender_deadline_on}. Färre än {few} är få.",
        en="{title}, lot {lot}: {bids} bids at the deadline {tender_deadline_on}. Fewer than {few} are few.",
    ),
    look=Text(
        sv="Jämför med andra upphandlingar i kategorin. Tid på året och delarnas storlek kan förklara det.",
        en="Compare with the category's other procurements. Time of year and the size of lots may explain it.",
    ),
    find=find,
)
