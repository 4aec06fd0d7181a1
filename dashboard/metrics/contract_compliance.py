"""Share of addressable spend, where a contract exists, that is bought on it: (A + A- + B) / (A + A- + B + C + E)."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CHIEF
from dashboard.text import Text

LINE_CLASS = pl.col("line_class")

METRIC = Share(
    code="K-AVT-1",
    name=Text(sv="Avtalstrohet", en="Contract compliance"),
    question=Text(
        sv="Använder vi avtalet när det finns ett?",
        en="Where a contract exists, do we use it?",
    ),
    why=Text(
        sv="Köp vid sidan av avtalen kostar mer, saknar avtalade villkor och kan strida mot LOU.",
        en="Purchases beside the contracts cost more, lack agreed terms and can breach the procurement act.",
    ),
    formula=Text(
        sv="Kronor i klass A, A− och B delat med kronor i klass A, A−, B, C och E.",
        en="SEK in classes A, A− and B divided by SEK in classes A, A−, B, C and E.",
    ),
    pitfalls=Text(
        sv="Avtal som saknas i registret höjer värdet: läs det alltid tillsammans med avtalstäckningen. "
        "Stora avtal väger tungt. Ändrad kategoriindelning ser ut som ändrat beteende.",
        en="Contracts missing from the register raise the value: always read it with contract coverage. "
        "Large contracts weigh heavily. A changed category mapping looks like changed behaviour.",
    ),
    source=Text(
        sv="Leverantörsreskontran och avtalsregistret",
        en="The supplier ledger and the contract register",
    ),
    counts=Text(sv="fakturarader", en="invoice lines"),
    goal=Goal.FOLLOW_LOU,
    zones=(2,),
    indicator="avtalstrohet",
    rows="ledger",
    of=LINE_CLASS.is_in(["A", "A-", "B", "C", "E", "U"]),
    good=pl.when(LINE_CLASS != "U").then(LINE_CLASS.is_in(["A", "A-", "B"])),
    weight=pl.col("amount_ore"),
    count=pl.col("lines"),
    is_counted=False,
    better=Better.HIGHER,
    owner=CHIEF,
    serves=(DecisionKind.REPROCURE, DecisionKind.ORDERING),
    reviewed=date(2026, 11, 1),
    is_headline=True,
)
