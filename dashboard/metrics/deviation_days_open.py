"""Median days from when a deviation was observed until it was closed, for those closed in the period."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Median, Unit
from dashboard.roles import CONTRACT_CONTROLLER
from dashboard.text import Text

METRIC = Median(
    code="K-UPP-2m",
    name=Text(sv="Dagar till stängd avvikelse", en="Days until a deviation is closed"),
    question=Text(
        sv="Hur länge är en avvikelse öppen?",
        en="How long is a deviation open?",
    ),
    why=Text(
        sv="Visar om rättelserna går fort, vilken dag som än har överenskommits.",
        en="Shows whether remedies are quick, whatever day was agreed.",
    ),
    formula=Text(
        sv="Median och P80 av dagar från observation till stängning, för avvikelser stängda i perioden.",
        en="Median and P80 of days from observation to closing, for deviations closed in the period.",
    ),
    pitfalls=Text(
        sv="De som ännu är öppna ingår inte: läs värdet ihop med andelen åtgärdade i tid. Avskrivna räknas inte.",
        en="Those still open are not in it: read it with the share closed in time. Dismissed ones do not count.",
    ),
    source=Text(sv="Avvikelseregistret", en="The deviation register"),
    counts=Text(sv="avvikelser", en="deviations"),
    goal=Goal.EFFICIENCY,
    zones=(3,),
    indicator="uppfoljning",
    order=3,
    rows="closed_deviations",
    each=pl.col("days_open"),
    unit=Unit.DAYS,
    better=Better.NEUTRAL,
    owner=CONTRACT_CONTROLLER,
    serves=(DecisionKind.FOLLOW_UP,),
    reviewed=date(2026, 11, 16),
)
