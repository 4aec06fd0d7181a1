"""Share of won lots that went to small and medium-sized companies."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CHIEF
from dashboard.text import Text

METRIC = Share(
    code="K-EKO-2",
    name=Text(sv="Små och medelstora leverantörer", en="Small and medium-sized suppliers"),
    question=Text(
        sv="Vinner små och medelstora företag våra upphandlingar?",
        en="Do small and medium-sized companies win our procurements?",
    ),
    why=Text(
        sv="Fler företag som kan lämna anbud ger bättre konkurrens.",
        en="More companies able to bid give better competition.",
    ),
    formula=Text(
        sv="Vunna anbud från företag med färre än 250 anställda och begränsad omsättning, delat med alla vunna anbud.",
        en="Winning bids from companies with fewer than 250 employees and limited turnover, divided by all "
        "winning bids.",
    ),
    pitfalls=Text(
        sv="Följs utan mål: lika behandling gäller alla anbudsgivare. Företag av okänd storlek är okända.",
        en="Followed without a target: all bidders are treated equally. Companies of unknown size are unknown.",
    ),
    source=Text(sv="Upphandlingsregistret", en="The procurement register"),
    counts=Text(sv="vunna anbud", en="winning bids"),
    goal=Goal.VALUE,
    zones=(2,),
    indicator="ekonomi",
    rows="won_lots",
    good=pl.col("is_sme"),
    better=Better.NEUTRAL,
    owner=CHIEF,
    serves=(
        DecisionKind.REQUIREMENTS,
        DecisionKind.PLAN,
    ),
    reviewed=date(2026, 11, 1),
)
