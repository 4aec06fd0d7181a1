"""Median days from assignment to signed contract, for announced procurements that were reviewed."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Median, Unit
from dashboard.roles import LEGAL
from dashboard.text import Text

METRIC = Median(
    code="K-PRO-1c",
    name=Text(
        sv="Ledtid för överprövade upphandlingar",
        en="Lead time of reviewed procurements",
    ),
    question=Text(
        sv="Hur lång tid tar en upphandling som överprövas?",
        en="How long does a reviewed procurement take?",
    ),
    why=Text(
        sv="Visar vilken marginal som behövs där risken för överprövning är stor.",
        en="Shows the margin needed where the risk of review is high.",
    ),
    formula=Text(
        sv="Som ledtid från uppdrag till avtal, men bara för upphandlingar med minst en överprövning.",
        en="As lead time from assignment to contract, but only for procurements with at least one review.",
    ),
    pitfalls=Text(
        sv="Få upphandlingar: läs antalet först.",
        en="Few procurements: read the count first.",
    ),
    source=Text(sv="Upphandlingsregistret", en="The procurement register"),
    counts=Text(sv="upphandlingar", en="procurements"),
    goal=Goal.FOLLOW_LOU,
    zones=(2,),
    indicator="produktivitet",
    order=2,
    rows="signed_procurements",
    of=~pl.col("is_cancelled") & pl.col("is_reviewed"),
    each=pl.col("lead_days"),
    unit=Unit.DAYS,
    better=Better.NEUTRAL,
    owner=LEGAL,
    serves=(DecisionKind.PLAN,),
    reviewed=date(2026, 11, 1),
)
