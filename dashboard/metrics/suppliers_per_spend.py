"""Suppliers for every 10 million SEK of addressable spend."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Ratio, Unit
from dashboard.roles import CATEGORY_OWNER
from dashboard.text import Text

METRIC = Ratio(
    code="K-VOL-2c",
    name=Text(sv="Leverantörer per 10 miljoner kronor", en="Suppliers per SEK 10 million"),
    question=Text(
        sv="Hur många leverantörer går det på tio miljoner kronor?",
        en="How many suppliers are there to ten million SEK?",
    ),
    why=Text(
        sv="Gör det möjligt att jämföra förvaltningar och år av olika storlek.",
        en="Makes departments and years of different size comparable.",
    ),
    formula=Text(
        sv="Antal leverantörer delat med påverkbara köp i tiotals miljoner kronor.",
        en="Number of suppliers divided by addressable spend in tens of millions of SEK.",
    ),
    pitfalls=Text(
        sv="Kortare perioder ger ett högre tal: jämför bara lika långa.",
        en="Shorter periods give a higher number: compare only equal lengths.",
    ),
    source=Text(sv="Leverantörsreskontran", en="The supplier ledger"),
    counts=Text(sv="leverantörer", en="suppliers"),
    goal=Goal.EFFICIENCY,
    zones=(3,),
    indicator="samla-volymer",
    order=3,
    rows="suppliers",
    of=pl.col("supplier_id").is_not_null(),
    each=pl.lit(1),
    weight=pl.col("amount_ore") / 1_000_000_000,
    unit=Unit.NUMBER,
    better=Better.NEUTRAL,
    owner=CATEGORY_OWNER,
    serves=(DecisionKind.PLAN,),
    reviewed=date(2026, 11, 1),
)
