"""Share of supplier invoices that are structured e-invoices; a PDF is none."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import FINANCE
from dashboard.text import Text

METRIC = Share(
    code="K-EHA-3",
    name=Text(sv="E-fakturaandel", en="E-invoice share"),
    question=Text(sv="Kommer fakturorna som e-fakturor?", en="Do invoices arrive as e-invoices?"),
    why=Text(
        sv="Lagen kräver e-faktura vid offentlig upphandling, och den går att behandla utan handpåläggning.",
        en="The law demands e-invoices in public procurement, and they can be processed without manual work.",
    ),
    formula=Text(
        sv="Fakturor i Peppol eller Svefaktura delat med alla leverantörsfakturor.",
        en="Invoices in Peppol or Svefaktura divided by all supplier invoices.",
    ),
    pitfalls=Text(
        sv="En PDF är ingen e-faktura. Fakturor utan angivet format är okända.",
        en="A PDF is no e-invoice. Invoices without a stated format are unknown.",
    ),
    source=Text(sv="Leverantörsreskontran", en="The supplier ledger"),
    counts=Text(sv="fakturor", en="invoices"),
    goal=Goal.EFFICIENCY,
    zones=(3,),
    indicator="e-handel",
    order=1,
    rows="invoices",
    good=pl.col("invoice_format").is_in(["peppol", "svefaktura"]),
    weight=pl.col("invoices"),
    count=pl.col("invoices"),
    better=Better.HIGHER,
    owner=FINANCE,
    serves=(
        DecisionKind.REQUIREMENTS,
        DecisionKind.SANCTION,
    ),
    reviewed=date(2026, 11, 1),
)
