"""Share of announced procurements with a documented gender analysis."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CONTRACT_CONTROLLER
from dashboard.text import Text

METRIC = Share(
    code="K-JST-1b",
    name=Text(
        sv="Upphandlingar med jämställdhetsanalys",
        en="Procurements with a gender analysis",
    ),
    question=Text(
        sv="Analyserar vi jämställdhet innan vi upphandlar?",
        en="Do we analyse gender equality before we procure?",
    ),
    why=Text(
        sv="Det är i planeringen det avgörs om ett krav är relevant.",
        en="It is in planning that a requirement is found relevant or not.",
    ),
    formula=Text(
        sv="Annonserade upphandlingar med dokumenterad jämställdhetsanalys delat med annonserade upphandlingar.",
        en="Announced procurements with a documented gender analysis divided by announced procurements.",
    ),
    pitfalls=Text(
        sv="Visar att analysen gjorts, inte vad den ledde till.",
        en="Shows that the analysis was made, not what it led to.",
    ),
    source=Text(sv="Upphandlingsregistret", en="The procurement register"),
    counts=Text(sv="upphandlingar", en="procurements"),
    goal=Goal.VALUE,
    zones=(1,),
    indicator="jamstalldhet",
    order=1,
    rows="published_procurements",
    good=pl.col("has_gender_analysis"),
    better=Better.HIGHER,
    owner=CONTRACT_CONTROLLER,
    serves=(DecisionKind.REQUIREMENTS,),
    reviewed=date(2026, 11, 1),
)
