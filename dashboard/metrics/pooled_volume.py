"""Share of addressable spend on contracts that are municipality-wide, joint or from a central purchasing body."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CATEGORY_OWNER
from dashboard.text import Text

LINE_CLASS = pl.col("line_class")

METRIC = Share(
    code="K-VOL-1",
    name=Text(sv="Volymsamordning", en="Pooled volume"),
    question=Text(sv="Hur stor del av inköpen samordnas?", en="How much of what we buy is pooled?"),
    why=Text(
        sv="Samlade volymer ger bättre villkor och färre avtal att förvalta.",
        en="Pooled volumes give better terms and fewer contracts to manage.",
    ),
    formula=Text(
        sv="Kronor på samordnade avtal delat med alla påverkbara kronor.",
        en="SEK on pooled contracts divided by all addressable SEK.",
    ),
    pitfalls=Text(
        sv="Stora avtal kan stänga ute mindre företag: läs med andelen små och medelstora leverantörer.",
        en="Large contracts can shut out smaller companies: read with the share of small and medium-sized suppliers.",
    ),
    source=Text(
        sv="Leverantörsreskontran och avtalsregistret",
        en="The supplier ledger and the contract register",
    ),
    counts=Text(sv="fakturarader", en="invoice lines"),
    goal=Goal.EFFICIENCY,
    zones=(2,),
    indicator="samla-volymer",
    rows="ledger",
    needs=("contract",),
    of=LINE_CLASS.is_not_null(),
    good=pl.when(LINE_CLASS != "U").then(pl.when(~pl.col("has_contract")).then(False).otherwise(pl.col("is_pooled"))),
    weight=pl.col("amount_ore"),
    count=pl.col("lines"),
    is_counted=False,
    better=Better.HIGHER,
    owner=CATEGORY_OWNER,
    serves=(
        DecisionKind.REPROCURE,
        DecisionKind.PLAN,
    ),
    reviewed=date(2026, 11, 1),
)
