"""Share of invoice lines, where a contract exists, that are bought on it: K-AVT-1 with every line weighing the same."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CHIEF
from dashboard.text import Text

LINE_CLASS = pl.col("line_class")

METRIC = Share(
    code="K-AVT-1n",
    name=Text(sv="Avtalstrohet i antal rader", en="Contract compliance by lines"),
    question=Text(
        sv="Hur ofta används avtalet, oavsett belopp?",
        en="How often is the contract used, whatever the amount?",
    ),
    why=Text(
        sv="Stora avtal väger tungt i kronor. Antalet rader visar vanan hos dem som beställer.",
        en="Large contracts weigh heavily in SEK. The number of lines shows the habit of those who order.",
    ),
    formula=Text(
        sv="Rader i klass A, A− och B delat med rader i klass A, A−, B, C och E.",
        en="Lines in classes A, A− and B divided by lines in classes A, A−, B, C and E.",
    ),
    pitfalls=Text(
        sv="Krediteringar räknas som egna rader.",
        en="Credit notes count as lines of their own.",
    ),
    source=Text(
        sv="Leverantörsreskontran och avtalsregistret",
        en="The supplier ledger and the contract register",
    ),
    counts=Text(sv="fakturarader", en="invoice lines"),
    goal=Goal.FOLLOW_LOU,
    zones=(2,),
    indicator="avtalstrohet",
    order=2,
    rows="ledger",
    of=LINE_CLASS.is_in(["A", "A-", "B", "C", "E", "U"]),
    good=pl.when(LINE_CLASS != "U").then(LINE_CLASS.is_in(["A", "A-", "B"])),
    weight=pl.col("lines"),
    count=pl.col("lines"),
    better=Better.NEUTRAL,
    owner=CHIEF,
    serves=(DecisionKind.ORDERING,),
    reviewed=date(2026, 11, 1),
)
