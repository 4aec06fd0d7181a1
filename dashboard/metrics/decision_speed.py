"""Median days from tender deadline to award notice."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Median, Unit
from dashboard.roles import TEAM_LEADER
from dashboard.text import Text

METRIC = Median(
    code="K-PRO-1b",
    name=Text(
        sv="Beslutstid från anbudsdag till tilldelning",
        en="Decision time from deadline to award",
    ),
    question=Text(
        sv="Hur lång tid tar vi på oss att utvärdera?",
        en="How long do we take to evaluate?",
    ),
    why=Text(
        sv="Det är den ledtid som går att jämföra med andra länder i EU.",
        en="This is the lead time that can be compared with other EU countries.",
    ),
    formula=Text(
        sv="Median av dagar från sista anbudsdag till tilldelningsbesked, för annonserade upphandlingar med "
        "avtal tecknat i perioden.",
        en="Median days from the tender deadline to the award notice, for announced procurements signed in the period.",
    ),
    pitfalls=Text(
        sv="Säger inget om tiden före annonsering.",
        en="Says nothing about the time before publication.",
    ),
    source=Text(sv="Upphandlingsregistret", en="The procurement register"),
    counts=Text(sv="upphandlingar", en="procurements"),
    goal=Goal.FOLLOW_LOU,
    zones=(2,),
    indicator="produktivitet",
    order=1,
    rows="signed_procurements",
    of=~pl.col("is_cancelled"),
    each=pl.col("award_days"),
    unit=Unit.DAYS,
    better=Better.NEUTRAL,
    owner=TEAM_LEADER,
    serves=(DecisionKind.PLAN,),
    reviewed=date(2026, 11, 1),
)
