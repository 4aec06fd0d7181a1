"""Share of the closed deviations that were reopened within six months."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CONTRACT_CONTROLLER
from dashboard.text import Text

METRIC = Share(
    code="K-UPP-2r",
    name=Text(sv="Avvikelser som kom tillbaka", en="Deviations that came back"),
    question=Text(
        sv="Håller rättelserna?",
        en="Do the remedies hold?",
    ),
    why=Text(
        sv="En avvikelse som kommer tillbaka var inte rättad. Då behövs något annat än samma åtgärd igen.",
        en="A deviation that comes back was not put right. Something else than the same remedy is needed.",
    ),
    formula=Text(
        sv="Avvikelser som öppnades igen inom sex månader från stängningen, delat med avvikelser vars sex månader "
        "gick ut i perioden.",
        en="Deviations reopened within six months from closing, divided by deviations whose six months ended in the "
        "period.",
    ),
    pitfalls=Text(
        sv="Värdet släpar ett halvår: först då vet man. Samma fel anmält som en ny avvikelse syns inte här.",
        en="The value lags by half a year: only then is it known. The same fault reported anew is not seen here.",
    ),
    source=Text(sv="Avvikelseregistret", en="The deviation register"),
    counts=Text(sv="avvikelser", en="deviations"),
    goal=Goal.EFFICIENCY,
    zones=(3,),
    indicator="uppfoljning",
    order=4,
    rows="settled_deviations",
    good=pl.col("is_reopened"),
    better=Better.NEUTRAL,
    owner=CONTRACT_CONTROLLER,
    serves=(DecisionKind.SANCTION, DecisionKind.FOLLOW_UP),
    reviewed=date(2026, 11, 16),
)
