"""Share of invoice lines on e-tradeable contracts whose order was made before the invoice."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import COORDINATOR
from dashboard.text import Text

METRIC = Share(
    code="K-OPE-1",
    name=Text(sv="Beställning före faktura", en="Order before invoice"),
    question=Text(
        sv="Beställer vi innan fakturan kommer?",
        en="Do we order before the invoice comes?",
    ),
    why=Text(
        sv="En order i förväg är den enda chansen att stoppa fel pris eller fel leverantör.",
        en="An order in advance is the only chance to stop a wrong price or a wrong supplier.",
    ),
    formula=Text(
        sv="Fakturarader med en order från en tidigare dag delat med fakturarader som borde ha en order.",
        en="Invoice lines with an order from an earlier day divided by invoice lines that should have one.",
    ),
    pitfalls=Text(
        sv="En order som görs i efterhand räknas som nej.",
        en="An order made afterwards is a no.",
    ),
    source=Text(
        sv="Leverantörsreskontran, beställningar och avtalsregistret",
        en="The supplier ledger, orders and the contract register",
    ),
    counts=Text(sv="fakturarader", en="invoice lines"),
    goal=Goal.EFFICIENCY,
    zones=(3,),
    indicator="operativt-inkop",
    rows="ledger",
    needs=("order",),
    of=pl.col("has_contract") & pl.col("is_e_tradeable").fill_null(True),
    good=pl.when(pl.col("is_e_tradeable")).then(pl.col("order_state") == "before"),
    weight=pl.col("lines"),
    count=pl.col("lines"),
    better=Better.HIGHER,
    owner=COORDINATOR,
    serves=(DecisionKind.ORDERING,),
    reviewed=date(2026, 11, 1),
)
