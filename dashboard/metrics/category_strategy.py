"""Share of addressable spend in categories with an adopted strategy that is not past its review."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CHIEF
from dashboard.text import Text

METRIC = Share(
    code="K-KAT-1",
    name=Text(sv="Kategoristyrda inköp", en="Spend under category strategy"),
    question=Text(
        sv="Hur stor del av inköpen styrs av en kategoristrategi?",
        en="How much of the spend is steered by a category strategy?",
    ),
    why=Text(
        sv="En strategi visar vart kategorin ska, innan nästa upphandling börjar.",
        en="A strategy shows where the category is going before the next procurement begins.",
    ),
    formula=Text(
        sv="Kronor i kategorier med en antagen strategi som inte passerat sin omprövning, delat med alla "
        "påverkbara kronor.",
        en="SEK in categories with an adopted strategy not past its review, divided by all addressable SEK.",
    ),
    pitfalls=Text(
        sv="En antagen strategi är inte detsamma som en använd. Kronor utan kategori är okända.",
        en="An adopted strategy is not the same as one in use. SEK without a category are unknown.",
    ),
    source=Text(
        sv="Leverantörsreskontran och kategoristrategierna",
        en="The supplier ledger and the category strategies",
    ),
    counts=Text(sv="fakturarader", en="invoice lines"),
    goal=Goal.VALUE,
    zones=(1,),
    indicator="kategoristyrning",
    rows="ledger",
    needs=("category_strategy",),
    of=pl.col("line_class").is_not_null(),
    good=pl.when(pl.col("spend_class") != "unknown").then(pl.col("has_strategy")),
    weight=pl.col("amount_ore"),
    count=pl.col("lines"),
    is_counted=False,
    better=Better.HIGHER,
    owner=CHIEF,
    serves=(
        DecisionKind.PLAN,
        DecisionKind.REPROCURE,
    ),
    reviewed=date(2026, 11, 1),
)
