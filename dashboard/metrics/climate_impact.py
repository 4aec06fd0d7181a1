"""Estimated tonnes of CO2 equivalents of what is bought: amounts in the factor's prices times kg for each SEK."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Amount, Better, DecisionKind, Unit
from dashboard.roles import CATEGORY_OWNER
from dashboard.text import Text

PURCHASES = ["procurable", "unknown", "monopoly"]

METRIC = Amount(
    code="K-KLI-1",
    name=Text(sv="Klimatpåverkan från inköp", en="Climate impact of purchases"),
    question=Text(
        sv="Hur stor klimatpåverkan har det vi köper?",
        en="How large is the climate impact of what we buy?",
    ),
    why=Text(
        sv="Inköpen står för en stor del av kommunens utsläpp. Nyckeltalet visar i vilka kategorier.",
        en="Purchases are a large part of the municipality's emissions. The metric shows in which categories.",
    ),
    formula=Text(
        sv="Summan av kronor per kategori, omräknade till faktorns prisår, gånger kg CO₂e per krona.",
        en="The sum of SEK by category, deflated to the factor's price year, times kg CO₂e for each SEK.",
    ),
    pitfalls=Text(
        sv="En uppskattning som vilar på antaganden. En grönare men dyrare vara höjer värdet, och avtalens "
        "effekt går inte att visa så.",
        en="An estimate built on assumptions. A greener but dearer product raises it, and it cannot show the "
        "effect of contracts.",
    ),
    source=Text(
        sv="Leverantörsreskontran och emissionsfaktorer per kategori",
        en="The supplier ledger and emission factors by category",
    ),
    counts=Text(sv="fakturarader", en="invoice lines"),
    goal=Goal.VALUE,
    zones=(3,),
    indicator="klimat",
    rows="ledger",
    of=pl.col("spend_class").is_in(PURCHASES),
    each=pl.when(pl.col("has_factor")).then(pl.col("kg_co2e") / 1000),
    weight=pl.col("amount_ore"),
    count=pl.col("lines"),
    unit=Unit.TONNES,
    better=Better.LOWER,
    owner=CATEGORY_OWNER,
    serves=(
        DecisionKind.REQUIREMENTS,
        DecisionKind.REPROCURE,
    ),
    reviewed=date(2026, 11, 1),
)
