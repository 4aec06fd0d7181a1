"""Share of delivered or overdue order lines that came on time and in full."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CONTRACT_CONTROLLER
from dashboard.text import Text

METRIC = Share(
    code="K-KVA-1",
    name=Text(sv="Leveransprecision", en="Delivery precision"),
    question=Text(
        sv="Kommer leveranserna i tid och hela?",
        en="Do deliveries come on time and in full?",
    ),
    why=Text(
        sv="En leverantör som inte levererar som avtalat kostar verksamheten tid.",
        en="A supplier that does not deliver as agreed costs the operations time.",
    ),
    formula=Text(
        sv="Orderrader mottagna senast på lovad dag och i full mängd, delat med levererade eller försenade orderrader.",
        en="Order lines received on the promised day at the latest and in full, divided by delivered or overdue "
        "order lines.",
    ),
    pitfalls=Text(
        sv="En delleverans räknas som nej. Rader utan lovad dag är okända.",
        en="A partial delivery is a no. Lines without a promised day are unknown.",
    ),
    source=Text(sv="Beställningar och leveranskvitteringar", en="Orders and goods receipts"),
    counts=Text(sv="orderrader", en="order lines"),
    goal=Goal.VALUE,
    zones=(3,),
    indicator="kvalitet",
    rows="deliveries",
    good=pl.col("is_on_time_in_full"),
    better=Better.HIGHER,
    owner=CONTRACT_CONTROLLER,
    serves=(
        DecisionKind.SANCTION,
        DecisionKind.EXTEND,
        DecisionKind.TERMINATE,
    ),
    reviewed=date(2026, 11, 1),
    is_headline=True,
)
