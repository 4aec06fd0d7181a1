"""Median days from assignment to signed contract, for announced procurements that were not reviewed."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Median, Unit
from dashboard.roles import TEAM_LEADER
from dashboard.text import Text

METRIC = Median(
    code="K-PRO-1",
    name=Text(sv="Ledtid från uppdrag till avtal", en="Lead time from assignment to contract"),
    question=Text(
        sv="Hur lång tid tar en upphandling från uppdrag till avtal?",
        en="How long does a procurement take from assignment to contract?",
    ),
    why=Text(
        sv="Ledtiden avgör när en ny upphandling senast måste börja.",
        en="The lead time decides when a new procurement must begin at the latest.",
    ),
    formula=Text(
        sv="Median och P80 av dagar från uppdrag till tecknat avtal, för annonserade upphandlingar med avtal "
        "tecknat i perioden. Avbrutna och överprövade räknas inte.",
        en="Median and P80 of days from assignment to signed contract, for announced procurements signed in the "
        "period. Cancelled and reviewed ones are left out.",
    ),
    pitfalls=Text(
        sv="Startdagen är lätt att påverka: använd den diarieförda uppdragsdagen. Överprövade upphandlingar "
        "visas för sig.",
        en="The start is easy to influence: use the registered day of the assignment. Reviewed procurements are "
        "shown apart.",
    ),
    source=Text(sv="Upphandlingsregistret", en="The procurement register"),
    counts=Text(sv="upphandlingar", en="procurements"),
    goal=Goal.FOLLOW_LOU,
    zones=(2,),
    indicator="produktivitet",
    rows="signed_procurements",
    of=~pl.col("is_cancelled") & ~pl.col("is_reviewed"),
    each=pl.col("lead_days"),
    unit=Unit.DAYS,
    better=Better.LOWER,
    owner=TEAM_LEADER,
    serves=(DecisionKind.PLAN,),
    reviewed=date(2026, 11, 1),
    is_headline=True,
)
