"""The recovered amount to what was bought on the contracts that were followed up, in per mille."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Ratio, Unit
from dashboard.roles import CONTRACT_CONTROLLER
from dashboard.text import Text

METRIC = Ratio(
    code="K-UPP-3b",
    name=Text(sv="Återvunnet av uppföljda inköp", en="Recovered of spend followed up"),
    question=Text(
        sv="Hur stor del av de uppföljda inköpen har vi fått tillbaka?",
        en="How much of the spend we followed up have we recovered?",
    ),
    why=Text(
        sv="Beloppet blir jämförbart mellan år och förvaltningar när det ställs mot hur mycket som följdes upp.",
        en="Held against how much was followed up, the amount compares between years and departments.",
    ),
    formula=Text(
        sv="Återvunnet belopp delat med inköpen på avtal som har följts upp med underlag under året.",
        en="The recovered amount divided by purchases on contracts followed up with evidence in the year.",
    ),
    pitfalls=Text(
        sv="Pengar kan komma tillbaka också på avtal som inte är uppföljda. De räknas med i det återvunna.",
        en="Money may also come back on contracts that were not followed up. It counts as recovered.",
    ),
    source=Text(
        sv="Avvikelserna, vitesregistret, uppföljningsplanen och leverantörsreskontran",
        en="The deviations, the penalties, the follow-up plan and the supplier ledger",
    ),
    counts=Text(sv="krediteringar och viten", en="credits and penalties"),
    goal=Goal.EFFICIENCY,
    zones=(3,),
    indicator="uppfoljning",
    order=4,
    rows="recoveries",
    needs=("follow_up_plan",),
    each=pl.col("recovered_ore") * 1000,
    weight=pl.col("spend_ore"),
    count=(pl.col("kind") != "spend").cast(pl.Int64),
    unit=Unit.PER_MILLE,
    better=Better.NEUTRAL,
    owner=CONTRACT_CONTROLLER,
    serves=(DecisionKind.SANCTION, DecisionKind.FOLLOW_UP),
    reviewed=date(2026, 11, 22),
)
