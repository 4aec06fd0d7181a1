"""Share of the procurements published at least six months ago that were cancelled after publication."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import TEAM_LEADER
from dashboard.text import Text

METRIC = Share(
    code="K-PRO-3",
    name=Text(sv="Avbrutna upphandlingar", en="Cancelled procurements"),
    question=Text(
        sv="Hur många annonserade upphandlingar avbryts?",
        en="How many announced procurements are cancelled?",
    ),
    why=Text(
        sv="En avbruten upphandling kostar både kommunen och anbudsgivarna arbete utan resultat.",
        en="A cancelled procurement costs the municipality and the bidders work without a result.",
    ),
    formula=Text(
        sv="Upphandlingar avbrutna efter annonsering delat med annonserade upphandlingar. En upphandling räknas "
        "i den månad då den varit annonserad i sex månader.",
        en="Procurements cancelled after publication divided by announced procurements. A procurement counts in "
        "the month when it has been published for six months.",
    ),
    pitfalls=Text(
        sv="En sen avbrytelse kan vara rätt beslut. Läs orsakerna, inte bara andelen.",
        en="A late cancellation can be the right decision. Read the reasons, not only the share.",
    ),
    source=Text(sv="Upphandlingsregistret", en="The procurement register"),
    counts=Text(sv="upphandlingar", en="procurements"),
    goal=Goal.FOLLOW_LOU,
    zones=(2,),
    indicator="produktivitet",
    order=3,
    rows="mature_procurements",
    good=pl.col("is_cancelled"),
    better=Better.LOWER,
    owner=TEAM_LEADER,
    serves=(
        DecisionKind.PLAN,
        DecisionKind.REQUIREMENTS,
    ),
    reviewed=date(2026, 11, 1),
)
