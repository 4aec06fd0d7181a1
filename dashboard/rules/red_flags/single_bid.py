"""A lot that got one bid only."""

from datetime import date

import polars as pl

from dashboard.rules.red_flags.bids import bids_by_lot
from dashboard.rules.red_flags.kind import Flag, Frames
from dashboard.rules.red_flags.limits import FlagLimits
from dashboard.text import Text


def find(frames: Frames, limits: FlagLimits, today: date) -> pl.DataFrame:
    """The columns of `bids_by_lot`, the latest deadline first."""
    return bids_by_lot(frames["procurement"], frames["bid"], today, limits.bid_months).filter(pl.col("bids") == 1)


FLAG = Flag(
    key="single_bid",
    order=1,
    about="procurement_id",
    name=Text(sv="Ett enda anbud", en="A single bid"),
    says=Text(
        sv="{title}, del {lot}: ett anbud vid sista anbudsdag {tender_deadline_on}.",
        en="{title}, lot {lot}: one bid at the deadline {tender_deadline_on}.",
    ),
    look=Text(
        sv="Läs kraven och anbudstiden, och fråga dem som inte lämnade anbud. En liten marknad kan förklara det.",
        en="Read the demands and the time to tender, and ask those who did not bid. A small market may explain it.",
    ),
    find=find,
)
