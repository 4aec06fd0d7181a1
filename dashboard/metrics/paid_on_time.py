"""Share of paid invoices that were paid on or before the due day."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import FINANCE
from dashboard.text import Text

STATE = pl.col("paid_state")

METRIC = Share(
    code="K-OPE-3",
    name=Text(sv="Betalt i tid", en="Paid on time"),
    question=Text(sv="Betalar vi leverantörerna i tid?", en="Do we pay suppliers on time?"),
    why=Text(
        sv="Sena betalningar kostar ränta och förtroende, mest hos små företag.",
        en="Late payments cost interest and trust, most with small companies.",
    ),
    formula=Text(
        sv="Fakturor betalda senast på förfallodagen delat med betalda fakturor. Tvistiga fakturor räknas inte.",
        en="Invoices paid on the due day at the latest divided by paid invoices. Disputed invoices are left out.",
    ),
    pitfalls=Text(
        sv="Fakturor utan förfallodag eller betaldag är okända.",
        en="Invoices without a due day or a day of payment are unknown.",
    ),
    source=Text(sv="Leverantörsreskontran", en="The supplier ledger"),
    counts=Text(sv="fakturor", en="invoices"),
    goal=Goal.EFFICIENCY,
    zones=(3,),
    indicator="operativt-inkop",
    order=1,
    rows="invoices",
    of=STATE.is_in(["in_time", "late", "unknown"]),
    good=pl.when(STATE != "unknown").then(STATE == "in_time"),
    weight=pl.col("invoices"),
    count=pl.col("invoices"),
    better=Better.HIGHER,
    owner=FINANCE,
    serves=(DecisionKind.ORDERING,),
    reviewed=date(2026, 11, 1),
)
