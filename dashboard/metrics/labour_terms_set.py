"""Share of procurements in risk categories above the threshold with labour terms or an examined need of them."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import LEGAL
from dashboard.text import Text

METRIC = Share(
    code="K-JML-1",
    name=Text(sv="Arbetsrättsliga villkor ställda", en="Labour terms set"),
    question=Text(
        sv="Ställer vi arbetsrättsliga villkor där risken är stor?",
        en="Do we set labour terms where the risk is high?",
    ),
    why=Text(
        sv="Villkoren skyddar dem som utför arbetet och är obligatoriska vid behov över tröskelvärdet.",
        en="The terms protect those who do the work and are mandatory where needed above the threshold.",
    ),
    formula=Text(
        sv="Upphandlingar i riskkategorier över tröskelvärdet med villkor om lön, semester och arbetstid eller "
        "dokumenterad behovsbedömning, delat med alla sådana upphandlingar.",
        en="Procurements in risk categories above the threshold with terms on pay, holiday and working time or a "
        "documented assessment, divided by all such procurements.",
    ),
    pitfalls=Text(
        sv="Säger inget om villkoren följs: läs med andelen kontrollerade villkor.",
        en="Does not say whether the terms are kept: read with the share of terms checked.",
    ),
    source=Text(sv="Upphandlingsregistret", en="The procurement register"),
    counts=Text(sv="upphandlingar", en="procurements"),
    goal=Goal.VALUE,
    zones=(2,),
    indicator="jamlikhet",
    rows="published_procurements",
    of=(pl.col("regime") == "above_threshold") & pl.col("is_labour_risk"),
    good=pl.col("has_labour_terms"),
    better=Better.HIGHER,
    owner=LEGAL,
    serves=(DecisionKind.REQUIREMENTS,),
    reviewed=date(2026, 11, 1),
)
