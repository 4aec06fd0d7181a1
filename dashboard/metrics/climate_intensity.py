"""Estimated kg of CO2 equivalents for each SEK bought."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Ratio, Unit
from dashboard.roles import CATEGORY_OWNER
from dashboard.text import Text

PURCHASES = ["procurable", "unknown", "monopoly"]

METRIC = Ratio(
    code="K-KLI-1i",
    name=Text(sv="Klimatintensitet", en="Climate intensity"),
    question=Text(
        sv="Hur stor klimatpåverkan har varje krona?",
        en="How large is the climate impact of each SEK?",
    ),
    why=Text(
        sv="Skiljer det vi köper från hur mycket vi köper.",
        en="Separates what we buy from how much we buy.",
    ),
    formula=Text(
        sv="Uppskattad klimatpåverkan i kg CO₂e delat med de kronor som har en faktor.",
        en="Estimated climate impact in kg CO₂e divided by the SEK that have a factor.",
    ),
    pitfalls=Text(
        sv="Samma faktorer som klimatpåverkan från inköp, med samma förbehåll.",
        en="The same factors as the climate impact of purchases, with the same reservations.",
    ),
    source=Text(
        sv="Leverantörsreskontran och emissionsfaktorer per kategori",
        en="The supplier ledger and emission factors by category",
    ),
    counts=Text(sv="fakturarader", en="invoice lines"),
    goal=Goal.VALUE,
    zones=(3,),
    indicator="klimat",
    order=1,
    rows="ledger",
    of=pl.col("spend_class").is_in(PURCHASES),
    each=pl.when(pl.col("has_factor")).then(pl.col("kg_co2e")),
    weight=pl.col("amount_ore") / 100,
    count=pl.col("lines"),
    unit=Unit.KG_PER_SEK,
    better=Better.NEUTRAL,
    owner=CATEGORY_OWNER,
    serves=(DecisionKind.REQUIREMENTS,),
    reviewed=date(2026, 11, 1),
)
