"""Share of the announced value with functional requirements or innovation: K-INN-1 weighted by value."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import TEAM_LEADER
from dashboard.text import Text

METRIC = Share(
    code="K-INN-1s",
    name=Text(
        sv="Funktions- och innovationsupphandlingar i kronor",
        en="Functional and innovation procurements by value",
    ),
    question=Text(
        sv="Hur stor del av värdet upphandlas med funktionskrav?",
        en="How much of the value is procured by function?",
    ),
    why=Text(
        sv="Visar om arbetssättet används i de stora upphandlingarna.",
        en="Shows whether the way of working is used in large procurements.",
    ),
    formula=Text(
        sv="Uppskattat värde av upphandlingar med funktionskrav eller innovationsinslag delat med uppskattat "
        "värde av alla annonserade.",
        en="Estimated value of procurements with functional requirements or innovation divided by that of all "
        "announced.",
    ),
    pitfalls=Text(
        sv="Upphandlingar utan uppskattat värde räknas inte.",
        en="Procurements without an estimated value are not counted.",
    ),
    source=Text(sv="Upphandlingsregistret", en="The procurement register"),
    counts=Text(sv="upphandlingar", en="procurements"),
    goal=Goal.VALUE,
    zones=(1, 2),
    indicator="innovation",
    order=1,
    rows="published_procurements",
    of=pl.col("estimated_value_ore").is_not_null(),
    good=pl.col("has_functional_requirements") | pl.col("has_innovation"),
    weight=pl.col("estimated_value_ore"),
    is_counted=False,
    better=Better.NEUTRAL,
    owner=TEAM_LEADER,
    serves=(DecisionKind.REQUIREMENTS,),
    reviewed=date(2026, 11, 1),
)
