"""Share of the procurements planned in the period that were published at most 30 days from the planned day."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import TEAM_LEADER
from dashboard.text import Text

METRIC = Share(
    code="K-KAT-2",
    name=Text(sv="Planföljsamhet", en="Plan adherence"),
    question=Text(
        sv="Annonserar vi upphandlingarna när vi hade planerat?",
        en="Do we publish the procurements when we had planned to?",
    ),
    why=Text(
        sv="En upphandling som börjar för sent slutar i en förlängning som ingen ville ha, eller utan avtal.",
        en="A procurement that starts too late ends in an extension nobody wanted, or without a contract.",
    ),
    formula=Text(
        sv="Upphandlingar annonserade högst 30 dagar före eller efter planerad dag, delat med upphandlingar planerade "
        "att annonseras i perioden. Den som inte är annonserad räknas som inte i tid.",
        en="Procurements published at most 30 days before or after the planned day, divided by procurements planned "
        "to be published in the period. One that is not published counts as not in time.",
    ),
    pitfalls=Text(
        sv="En upphandling räknas först när 30 dagar har gått från planerad dag. Ett behov som föll bort räknas som "
        "inte i tid tills planen är rättad. Annonserade utan planerad dag är okända. Flyttas planerad dag i "
        "efterhand säger talet inget.",
        en="A procurement counts only when 30 days have passed since the planned day. A need that lapsed counts as "
        "not in time until the plan is corrected. Those published without a planned day are unknown. If the planned "
        "day is moved afterwards the number says nothing.",
    ),
    source=Text(sv="Upphandlingsregistret", en="The procurement register"),
    counts=Text(sv="upphandlingar", en="procurements"),
    goal=Goal.VALUE,
    zones=(1, 2),
    indicator="kategoristyrning",
    order=1,
    rows="planned_procurements",
    good=pl.col("is_as_planned"),
    better=Better.HIGHER,
    owner=TEAM_LEADER,
    serves=(
        DecisionKind.PLAN,
        DecisionKind.REPROCURE,
    ),
    reviewed=date(2026, 11, 22),
)
