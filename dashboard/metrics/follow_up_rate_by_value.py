"""Share of the contract value that shall be followed up that was: K-UPP-1 weighted by value."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CONTRACT_CONTROLLER
from dashboard.text import Text

METRIC = Share(
    code="K-UPP-1s",
    name=Text(sv="Uppföljningsgrad i kronor", en="Follow-up rate by value"),
    question=Text(
        sv="Hur stor del av avtalsvärdet följs upp?",
        en="How much of the contract value is followed up?",
    ),
    why=Text(
        sv="Visar om de stora avtalen går först.",
        en="Shows whether the large contracts come first.",
    ),
    formula=Text(
        sv="Värdet av uppföljda avtal delat med värdet av de avtal som ska följas upp.",
        en="The value of the contracts followed up divided by the value of those that shall be.",
    ),
    pitfalls=Text(
        sv="Avtal utan värde är okända. Takvolymen används där uppskattat värde saknas.",
        en="Contracts without a value are unknown. The ceiling is used where there is no estimate.",
    ),
    source=Text(
        sv="Avtalsregistret och uppföljningsplanen",
        en="The contract register and the follow-up plan",
    ),
    counts=Text(sv="avtal", en="contracts"),
    goal=Goal.EFFICIENCY,
    zones=(3,),
    indicator="uppfoljning",
    order=1,
    rows="contracts",
    needs=("follow_up_plan",),
    of=pl.col("is_due").fill_null(True) & pl.col("value_ore").is_not_null(),
    good=pl.when(pl.col("is_active") & pl.col("is_due")).then(pl.col("is_followed_up")),
    weight=pl.col("value_ore"),
    is_counted=False,
    better=Better.NEUTRAL,
    owner=CONTRACT_CONTROLLER,
    serves=(DecisionKind.FOLLOW_UP,),
    reviewed=date(2026, 11, 1),
)
