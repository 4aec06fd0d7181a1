"""Share of announced procurements with functional requirements or an innovation element."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import TEAM_LEADER
from dashboard.text import Text

METRIC = Share(
    code="K-INN-1",
    name=Text(
        sv="Funktions- och innovationsupphandlingar",
        en="Functional and innovation procurements",
    ),
    question=Text(
        sv="Frågar vi efter vad i stället för hur?",
        en="Do we ask for what instead of how?",
    ),
    why=Text(
        sv="Krav på funktion i stället för utförande ger leverantörerna rum för nya lösningar.",
        en="Demands on function instead of execution give suppliers room for new solutions.",
    ),
    formula=Text(
        sv="Annonserade upphandlingar med funktionskrav eller innovationsinslag delat med annonserade upphandlingar.",
        en="Announced procurements with functional requirements or an innovation element divided by announced "
        "procurements.",
    ),
    pitfalls=Text(
        sv="Minst hälften av kraven ska vara funktionskrav. Märkningen är en bedömning.",
        en="At least half of the requirements shall be functional. The mark is a judgement.",
    ),
    source=Text(sv="Upphandlingsregistret", en="The procurement register"),
    counts=Text(sv="upphandlingar", en="procurements"),
    goal=Goal.VALUE,
    zones=(1, 2),
    indicator="innovation",
    rows="published_procurements",
    good=pl.col("has_functional_requirements") | pl.col("has_innovation"),
    better=Better.HIGHER,
    owner=TEAM_LEADER,
    serves=(
        DecisionKind.REQUIREMENTS,
        DecisionKind.PLAN,
    ),
    reviewed=date(2026, 11, 1),
)
