"""Share of addressable spend bought from suppliers we have a contract with: (A + A- + B + C) / (A + … + F)."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CHIEF
from dashboard.text import Text

LINE_CLASS = pl.col("line_class")

METRIC = Share(
    code="K-AVT-2",
    name=Text(sv="Leverantörstrohet", en="Supplier compliance"),
    question=Text(
        sv="Köper vi från leverantörer som vi har avtal med?",
        en="Do we buy from suppliers we have a contract with?",
    ),
    why=Text(
        sv="Skillnaden mot avtalstroheten visar köp från avtalsleverantörer utanför det avtalet omfattar.",
        en="The difference from contract compliance is what contract suppliers sell us beyond their contracts.",
    ),
    formula=Text(
        sv="Kronor i klass A, A−, B och C delat med kronor i klass A–F.",
        en="SEK in classes A, A−, B and C divided by SEK in classes A–F.",
    ),
    pitfalls=Text(
        sv="Belönar alla köp från en avtalsleverantör, också det som avtalet inte omfattar (klass C). "
        "Visa därför klass C för sig.",
        en="Rewards any purchase from a contract supplier, also what the contract does not cover (class C). "
        "Show class C by itself.",
    ),
    source=Text(
        sv="Leverantörsreskontran och avtalsregistret",
        en="The supplier ledger and the contract register",
    ),
    counts=Text(sv="fakturarader", en="invoice lines"),
    goal=Goal.FOLLOW_LOU,
    zones=(2,),
    indicator="avtalstrohet",
    order=1,
    rows="ledger",
    needs=("contract",),
    of=LINE_CLASS.is_not_null(),
    good=pl.when(LINE_CLASS != "U").then(LINE_CLASS.is_in(["A", "A-", "B", "C"])),
    weight=pl.col("amount_ore"),
    count=pl.col("lines"),
    is_counted=False,
    better=Better.HIGHER,
    owner=CHIEF,
    serves=(DecisionKind.REPROCURE, DecisionKind.ORDERING),
    reviewed=date(2026, 11, 1),
)
