"""Share of suppliers that together make up the last 20 per cent of addressable spend."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CATEGORY_OWNER
from dashboard.text import Text

METRIC = Share(
    code="K-VOL-2a",
    name=Text(sv="Leverantörer i de sista 20 procenten", en="Suppliers in the last 20 per cent"),
    question=Text(
        sv="Hur många leverantörer delar på de sista 20 procenten av inköpen?",
        en="How many suppliers share the last 20 per cent of spend?",
    ),
    why=Text(
        sv="Visar hur ojämnt köpen är fördelade och var det går att samla.",
        en="Shows how unevenly purchases are spread and where to pool.",
    ),
    formula=Text(
        sv="Leverantörer efter dem som tillsammans står för 80 procent av kronorna, delat med alla leverantörer.",
        en="Suppliers after those that together make up 80 per cent of the SEK, divided by all suppliers.",
    ),
    pitfalls=Text(
        sv="Nästan alltid en stor andel: följ förändringen, inte nivån.",
        en="Nearly always a large share: follow the change, not the level.",
    ),
    source=Text(sv="Leverantörsreskontran", en="The supplier ledger"),
    counts=Text(sv="leverantörer", en="suppliers"),
    goal=Goal.EFFICIENCY,
    zones=(3,),
    indicator="samla-volymer",
    order=2,
    rows="suppliers",
    good=pl.col("is_in_tail"),
    better=Better.NEUTRAL,
    owner=CATEGORY_OWNER,
    serves=(DecisionKind.PLAN,),
    reviewed=date(2026, 11, 1),
)
