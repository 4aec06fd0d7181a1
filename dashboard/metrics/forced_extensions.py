"""Share of the extensions decided when it was already too late to procure anew without a gap."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import TEAM_LEADER
from dashboard.text import Text

METRIC = Share(
    code="K-KAT-2b",
    name=Text(sv="Framtvingade förlängningar", en="Forced extensions"),
    question=Text(
        sv="Hur ofta förlänger vi för att det är för sent att upphandla?",
        en="How often do we extend because it is too late to procure?",
    ),
    why=Text(
        sv="Den som måste förlänga har inget val kvar, och kan varken pröva marknaden eller ställa nya krav.",
        en="Who has to extend has no choice left, and can neither try the market nor set new demands.",
    ),
    formula=Text(
        sv="Förlängningar beslutade efter sista dagen att börja upphandla, delat med alla beslutade förlängningar i "
        "perioden. Den dagen räknas från avtalets dåvarande slut: ledtiden och tiden för en överprövning tidigare.",
        en="Extensions decided after the last day to begin to procure, divided by all extensions decided in the "
        "period. That day is counted from the end the contract then had: the lead time and the time for a review "
        "earlier.",
    ),
    pitfalls=Text(
        sv="En förlängning som var rätt val räknas också, om den beslutades sent. Ledtiderna är de som gällde när året "
        "började. Det som förlängs av sig självt räknas inte. Utan ledtid är det okänt.",
        en="An extension that was the right choice counts too, if it was decided late. The lead times are those that "
        "held when the year began. What renews by itself is left out. Without a lead time it is unknown.",
    ),
    source=Text(sv="Avtalsregistret, besluten och ledtiderna", en="The contracts, the decisions and the lead times"),
    counts=Text(sv="förlängningar", en="extensions"),
    goal=Goal.VALUE,
    zones=(1, 2),
    indicator="kategoristyrning",
    order=2,
    rows="extensions",
    good=pl.col("is_forced"),
    better=Better.LOWER,
    owner=TEAM_LEADER,
    serves=(DecisionKind.PLAN, DecisionKind.EXTEND, DecisionKind.REPROCURE),
    reviewed=date(2026, 11, 22),
)
