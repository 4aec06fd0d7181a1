"""Share of the decided court cases about procurements that were granted, wholly or in part."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import LEGAL
from dashboard.text import Text

METRIC = Share(
    code="K-OVE-2",
    name=Text(sv="Mål med bifall", en="Cases lost"),
    question=Text(
        sv="Hur ofta får leverantören rätt när domstolen prövar oss?",
        en="How often is the supplier found right when a court reviews us?",
    ),
    why=Text(
        sv="Ett mål som vi förlorar visar ett fel i underlaget eller utvärderingen, och vi kan få börja om.",
        en="A case we lose shows a flaw in the documents or the evaluation, and can mean that we start again.",
    ),
    formula=Text(
        sv="Mål med helt eller delvis bifall delat med alla avgjorda mål, efter dagen för avgörandet.",
        en="Cases granted wholly or in part divided by all decided cases, by the day of the decision.",
    ),
    pitfalls=Text(
        sv="Målnummer räknas, inte upphandlingar: en enda upphandling kan ha många. Mål som återkallas eller avskrivs "
        "räknas som avgjorda. I landet får ungefär 9 procent av de avgjorda målen bifall.",
        en="Case numbers are counted, not procurements: a single one can have many. Cases withdrawn or struck out "
        "count as decided. In the country about 9 per cent of the decided cases are granted.",
    ),
    source=Text(sv="Upphandlingsregistret, mål om överprövning", en="The procurement register, review cases"),
    counts=Text(sv="mål", en="cases"),
    goal=Goal.FOLLOW_LOU,
    zones=(2,),
    indicator="overprovningar",
    order=1,
    rows="decided_reviews",
    good=pl.col("is_lost"),
    better=Better.LOWER,
    owner=LEGAL,
    serves=(
        DecisionKind.REQUIREMENTS,
        DecisionKind.PLAN,
    ),
    reviewed=date(2026, 11, 22),
)
