"""Credited overcharges, price reductions and claimed penalties in the window, in SEK."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Amount, Better, DecisionKind, Unit
from dashboard.roles import CONTRACT_CONTROLLER
from dashboard.text import Text

METRIC = Amount(
    code="K-UPP-3",
    name=Text(sv="Återvunnet belopp", en="Recovered amount"),
    question=Text(
        sv="Hur mycket pengar har uppföljningen gett tillbaka?",
        en="How much money has follow-up brought back?",
    ),
    why=Text(
        sv="Fel pris, sena leveranser och brister kostar. Den som följer upp får tillbaka en del.",
        en="Wrong prices, late deliveries and defects cost. Those who follow up get some of it back.",
    ),
    formula=Text(
        sv="Krediterade överpriser, prisavdrag och krävda viten. Ett vite räknas när det krävs, med det belopp som "
        "gäller i dag, och inte alls om vi har avstått från det.",
        en="Credited overcharges, price reductions and claimed penalties. A penalty counts when it is claimed, with "
        "the amount that stands today, and not at all where it was waived.",
    ),
    pitfalls=Text(
        sv="Ett högt belopp betyder både god kontroll och dåliga leverantörer. Det jämförs därför inte med något mål.",
        en="A high amount means both good control and bad suppliers. So it is not held against a target.",
    ),
    source=Text(sv="Avvikelserna och vitesregistret", en="The deviations and the penalties"),
    counts=Text(sv="krediteringar och viten", en="credits and penalties"),
    goal=Goal.EFFICIENCY,
    zones=(3,),
    indicator="uppfoljning",
    order=3,
    rows="recoveries",
    of=pl.col("kind") != "spend",
    each=pl.col("recovered_ore") / 100,
    weight=pl.col("recovered_ore"),
    unit=Unit.SEK,
    better=Better.NEUTRAL,
    owner=CONTRACT_CONTROLLER,
    serves=(DecisionKind.SANCTION, DecisionKind.FOLLOW_UP),
    reviewed=date(2026, 11, 22),
)
