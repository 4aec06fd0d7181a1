"""Share of paid invoices that were paid on or before the due day: K-OPE-3 weighted by amount."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import FINANCE
from dashboard.text import Text

STATE = pl.col("paid_state")

METRIC = Share(
    code="K-OPE-3s",
    name=Text(sv="Betalt i tid i kronor", en="Paid on time by value"),
    question=Text(
        sv="Hur stor del av beloppen betalas i tid?",
        en="How much of the money is paid on time?",
    ),
    why=Text(
        sv="Sena betalningar kostar ränta och förtroende, mest hos små företag.",
        en="Late payments cost interest and trust, most with small companies.",
    ),
    formula=Text(
        sv="Som betalt i tid, i kronor i stället för antal.",
        en="As paid on time, in SEK instead of number.",
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
    order=2,
    rows="invoices",
    of=STATE.is_in(["in_time", "late", "unknown"]),
    good=pl.when(STATE != "unknown").then(STATE == "in_time"),
    weight=pl.col("amount_ore"),
    count=pl.col("invoices"),
    is_counted=False,
    better=Better.NEUTRAL,
    owner=FINANCE,
    serves=(DecisionKind.ORDERING,),
    reviewed=date(2026, 11, 1),
)
