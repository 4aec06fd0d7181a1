"""Share of the court cases tried on the merits that were granted, wholly or in part."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import LEGAL
from dashboard.text import Text

METRIC = Share(
    code="K-OVE-2p",
    name=Text(sv="Bifall av mål som prövats i sak", en="Cases lost of those tried"),
    question=Text(
        sv="Hur ofta får leverantören rätt när domstolen prövar saken?",
        en="How often is the supplier found right when the court tries the matter?",
    ),
    why=Text(
        sv="Mål som återkallas säger lite om underlaget. De som prövas i sak säger mer.",
        en="Cases withdrawn say little of the documents. Those tried on the merits say more.",
    ),
    formula=Text(
        sv="Mål med helt eller delvis bifall delat med mål som fått bifall, delvis bifall eller avslag.",
        en="Cases granted wholly or in part divided by cases granted, granted in part or rejected.",
    ),
    pitfalls=Text(
        sv="Få mål: läs antalet först.",
        en="Few cases: read the count first.",
    ),
    source=Text(sv="Upphandlingsregistret, mål om överprövning", en="The procurement register, review cases"),
    counts=Text(sv="mål", en="cases"),
    goal=Goal.FOLLOW_LOU,
    zones=(2,),
    indicator="overprovningar",
    order=2,
    rows="decided_reviews",
    of=pl.col("is_tried").fill_null(True),
    good=pl.when("is_tried").then(pl.col("is_lost")),
    better=Better.NEUTRAL,
    owner=LEGAL,
    serves=(DecisionKind.REQUIREMENTS,),
    reviewed=date(2026, 11, 22),
)
