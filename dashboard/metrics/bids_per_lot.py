"""Mean number of bids for each lot."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Mean, Unit
from dashboard.roles import TEAM_LEADER
from dashboard.text import Text

METRIC = Mean(
    code="K-EKO-3a",
    name=Text(sv="Anbud per upphandling", en="Bids for each procurement"),
    question=Text(sv="Hur många anbud får vi?", en="How many bids do we get?"),
    why=Text(
        sv="Fler anbud ger bättre pris och kvalitet.",
        en="More bids give better price and quality.",
    ),
    formula=Text(
        sv="Medelvärdet av antal anbud per anbudsområde, efter sista anbudsdag.",
        en="The mean number of bids for each lot, by month of the tender deadline.",
    ),
    pitfalls=Text(
        sv="Några få upphandlingar med många anbud drar upp medelvärdet.",
        en="A few procurements with many bids pull the mean up.",
    ),
    source=Text(sv="Upphandlingsregistret", en="The procurement register"),
    counts=Text(sv="anbudsområden", en="lots"),
    goal=Goal.VALUE,
    zones=(2,),
    indicator="ekonomi",
    order=3,
    rows="lots",
    each=pl.col("bids"),
    floor=0.0,
    unit=Unit.NUMBER,
    better=Better.NEUTRAL,
    owner=TEAM_LEADER,
    serves=(DecisionKind.REQUIREMENTS,),
    reviewed=date(2026, 11, 1),
)
