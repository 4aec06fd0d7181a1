"""Share of addressable spend whose invoice carries an order or contract reference that leads somewhere."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import FINANCE
from dashboard.text import Text

METRIC = Share(
    code="K-DIG-3",
    name=Text(sv="Avtalsreferens på faktura", en="Contract reference on invoices"),
    question=Text(
        sv="Har fakturorna en referens som går att följa?",
        en="Do invoices carry a reference that can be followed?",
    ),
    why=Text(
        sv="Med en referens går köpet att knyta till rätt avtal utan gissning.",
        en="With a reference the purchase can be tied to its contract without guessing.",
    ),
    formula=Text(
        sv="Kronor på fakturor med en order- eller avtalsreferens som finns i registren, delat med alla "
        "påverkbara kronor.",
        en="SEK on invoices with an order or contract reference found in the registers, divided by all "
        "addressable SEK.",
    ),
    pitfalls=Text(
        sv="Standarden för e-faktura kräver ingen avtalsreferens: den måste krävas i avtalet. En månad där ingen rad "
        "har en referens som finns i registren är okänd.",
        en="The e-invoice standard demands no contract reference: it must be demanded in the contract. A month in "
        "which no line has a reference found in the registers is unknown.",
    ),
    source=Text(
        sv="Leverantörsreskontran och avtalsregistret",
        en="The supplier ledger and the contract register",
    ),
    counts=Text(sv="fakturarader", en="invoice lines"),
    goal=Goal.VALUE,
    zones=(3,),
    indicator="digitalisering",
    order=1,
    rows="ledger",
    needs=("contract",),
    of=pl.col("line_class").is_not_null(),
    good=pl.when(pl.col("spend_class") != "unknown").then(pl.col("has_resolved_ref")),
    weight=pl.col("amount_ore"),
    count=pl.col("lines"),
    is_counted=False,
    better=Better.HIGHER,
    owner=FINANCE,
    serves=(
        DecisionKind.REQUIREMENTS,
        DecisionKind.ORDERING,
    ),
    reviewed=date(2026, 11, 1),
)
