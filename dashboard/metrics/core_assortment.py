"""Share of order value in the core assortment, on contracts that have one."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CONTRACT_CONTROLLER
from dashboard.text import Text

METRIC = Share(
    code="K-STD-1",
    name=Text(sv="Sortimentsträff", en="Core-assortment hit rate"),
    question=Text(
        sv="Beställer vi ur det sortiment vi har valt ut?",
        en="Do we order from the assortment we have chosen?",
    ),
    why=Text(
        sv="Det utvalda sortimentet har bäst pris och färre artiklar att hantera.",
        en="The core assortment has the best price and fewer articles to handle.",
    ),
    formula=Text(
        sv="Ordervärde för artiklar i kärnsortimentet delat med ordervärde på avtal som har ett kärnsortiment.",
        en="Order value of articles in the core assortment divided by order value on contracts that have one.",
    ),
    pitfalls=Text(
        sv="Orderrader utan artikelnummer är okända. Köp utan order syns inte.",
        en="Order lines without an article number are unknown. Purchases without an order are not seen.",
    ),
    source=Text(sv="Beställningar och prislistor", en="Orders and price lists"),
    counts=Text(sv="orderrader", en="order lines"),
    goal=Goal.EFFICIENCY,
    zones=(3,),
    indicator="standardisera",
    rows="order_lines",
    of=pl.col("has_core_assortment"),
    good=pl.col("is_core"),
    weight=pl.col("value_ore"),
    is_counted=False,
    better=Better.HIGHER,
    owner=CONTRACT_CONTROLLER,
    serves=(
        DecisionKind.ORDERING,
        DecisionKind.REQUIREMENTS,
    ),
    reviewed=date(2026, 11, 1),
)
