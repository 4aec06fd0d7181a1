"""Share of the won value that went to small and medium-sized companies: K-EKO-2 weighted by price."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CHIEF
from dashboard.text import Text

METRIC = Share(
    code="K-EKO-2s",
    name=Text(
        sv="Små och medelstora leverantörer i kronor",
        en="Small and medium-sized suppliers by value",
    ),
    question=Text(
        sv="Hur stor del av värdet går till små och medelstora företag?",
        en="How much of the value goes to small and medium-sized companies?",
    ),
    why=Text(
        sv="Många små vinster kan rymmas i en liten del av värdet.",
        en="Many small wins can fit in a small part of the value.",
    ),
    formula=Text(
        sv="Anbudspris för vunna anbud från små och medelstora företag, delat med anbudspris för alla vunna anbud.",
        en="Bid price of winning bids from small and medium-sized companies, divided by that of all winning bids.",
    ),
    pitfalls=Text(
        sv="Ett anbudspris är inte det som sedan köps.",
        en="A bid price is not what is bought later.",
    ),
    source=Text(sv="Upphandlingsregistret", en="The procurement register"),
    counts=Text(sv="vunna anbud", en="winning bids"),
    goal=Goal.VALUE,
    zones=(2,),
    indicator="ekonomi",
    order=2,
    rows="won_lots",
    of=pl.col("price_ore").is_not_null(),
    good=pl.col("is_sme"),
    weight=pl.col("price_ore"),
    is_counted=False,
    better=Better.NEUTRAL,
    owner=CHIEF,
    serves=(DecisionKind.REQUIREMENTS,),
    reviewed=date(2026, 11, 1),
)
