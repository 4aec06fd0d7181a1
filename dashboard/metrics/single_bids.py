"""Share of lots with only one bid."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import TEAM_LEADER
from dashboard.text import Text

METRIC = Share(
    code="K-EKO-3",
    name=Text(sv="Upphandlingar med ett anbud", en="Single bids"),
    question=Text(sv="Hur ofta får vi bara ett anbud?", en="How often do we get only one bid?"),
    why=Text(
        sv="Utan konkurrens vet vi inte om priset är rimligt.",
        en="Without competition we do not know whether the price is fair.",
    ),
    formula=Text(
        sv="Anbudsområden med ett enda anbud delat med anbudsområden med känt antal anbud, efter sista anbudsdag.",
        en="Lots with a single bid divided by lots with a known number of bids, by month of the tender deadline.",
    ),
    pitfalls=Text(
        sv="Upphandlingar där inga anbud är registrerade är okända.",
        en="Procurements without any recorded bid are unknown.",
    ),
    source=Text(sv="Upphandlingsregistret", en="The procurement register"),
    counts=Text(sv="anbudsområden", en="lots"),
    goal=Goal.VALUE,
    zones=(2,),
    indicator="ekonomi",
    order=1,
    rows="lots",
    good=pl.col("bids") == 1,
    better=Better.LOWER,
    owner=TEAM_LEADER,
    serves=(
        DecisionKind.REQUIREMENTS,
        DecisionKind.PLAN,
    ),
    reviewed=date(2026, 11, 1),
)
