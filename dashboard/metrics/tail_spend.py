"""Share of suppliers we buy from for less than 10,000 SEK a year."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CATEGORY_OWNER
from dashboard.text import Text

METRIC = Share(
    code="K-VOL-2",
    name=Text(sv="Svansandel", en="Tail spend"),
    question=Text(
        sv="Hur många leverantörer köper vi nästan ingenting av?",
        en="From how many suppliers do we buy next to nothing?",
    ),
    why=Text(
        sv="Varje leverantör kostar arbete, också den vi köper lite av.",
        en="Every supplier costs work, also one we buy little from.",
    ),
    formula=Text(
        sv="Leverantörer med påverkbara köp under 10 000 kr per år delat med alla leverantörer. Kortare perioder "
        "räknas upp till ett år.",
        en="Suppliers with addressable purchases below SEK 10,000 a year divided by all suppliers. Shorter "
        "periods are scaled to a year.",
    ),
    pitfalls=Text(
        sv="Dubbletter måste slås ihop först. Om gränsen ändras, ändras hela serien.",
        en="Duplicates must be merged first. A changed limit changes the whole series.",
    ),
    source=Text(sv="Leverantörsreskontran", en="The supplier ledger"),
    counts=Text(sv="leverantörer", en="suppliers"),
    goal=Goal.EFFICIENCY,
    zones=(3,),
    indicator="samla-volymer",
    order=1,
    rows="suppliers",
    good=pl.col("is_small"),
    better=Better.LOWER,
    owner=CATEGORY_OWNER,
    serves=(
        DecisionKind.PLAN,
        DecisionKind.ORDERING,
    ),
    reviewed=date(2026, 11, 1),
)
