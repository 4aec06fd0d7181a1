"""Share of spend on e-tradeable contracts that was ordered through e-commerce or punch-out."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import E_COMMERCE
from dashboard.text import Text

METRIC = Share(
    code="K-EHA-1",
    name=Text(sv="E-handelsgrad", en="E-commerce share"),
    question=Text(sv="Beställer vi digitalt där det går?", en="Do we order digitally where we can?"),
    why=Text(
        sv="Digitala beställningar styr till rätt artikel, rätt pris och rätt referens.",
        en="Digital orders lead to the right article, price and reference.",
    ),
    formula=Text(
        sv="Kronor beställda genom e-handel eller punchout delat med kronor på avtal som går att e-handla på.",
        en="SEK ordered through e-commerce or punch-out divided by SEK on contracts that can be e-traded.",
    ),
    pitfalls=Text(
        sv="Avtal där ingen sagt om de går att e-handla på är okända. En faktura utan order räknas som nej.",
        en="Contracts of which nobody has said whether they can be e-traded are unknown. An invoice without an "
        "order is a no.",
    ),
    source=Text(
        sv="Leverantörsreskontran, beställningar och avtalsregistret",
        en="The supplier ledger, orders and the contract register",
    ),
    counts=Text(sv="fakturarader", en="invoice lines"),
    goal=Goal.EFFICIENCY,
    zones=(3,),
    indicator="e-handel",
    rows="ledger",
    needs=("order",),
    of=pl.col("has_contract") & pl.col("is_e_tradeable").fill_null(True),
    good=pl.when(pl.col("is_e_tradeable") & pl.col("is_order_told")).then(
        pl.col("order_channel").is_in(["ehandel", "punchout"]).fill_null(False)
    ),
    weight=pl.col("amount_ore"),
    count=pl.col("lines"),
    is_counted=False,
    better=Better.HIGHER,
    owner=E_COMMERCE,
    serves=(DecisionKind.ORDERING,),
    reviewed=date(2026, 11, 1),
)
