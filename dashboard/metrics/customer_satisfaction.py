"""NKI: mean of three questions on a scale from 1 to 10, as an index from 0 to 100."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Mean, Unit
from dashboard.roles import CHIEF
from dashboard.text import Text

METRIC = Mean(
    code="K-KVA-2",
    name=Text(sv="Nöjda användare (NKI)", en="Satisfied users (NKI)"),
    question=Text(
        sv="Är användarna nöjda med leverantörerna?",
        en="Are users satisfied with the suppliers?",
    ),
    why=Text(
        sv="Den som använder avtalet vet om det fungerar.",
        en="Those who use the contract know whether it works.",
    ),
    formula=Text(
        sv="Medelvärdet av tre frågor minus 1, delat med 9, gånger 100. Intervallet är 95 procent.",
        en="The mean of three questions minus 1, divided by 9, times 100. The interval is 95 per cent.",
    ),
    pitfalls=Text(
        sv="Täckningen är svarsfrekvensen: låg svarsfrekvens gör värdet mindre säkert än intervallet visar.",
        en="The coverage is the response rate: a low one makes the value less certain than the interval shows.",
    ),
    source=Text(sv="Enkäter", en="Surveys"),
    counts=Text(sv="svar", en="answers"),
    goal=Goal.VALUE,
    zones=(3,),
    indicator="kvalitet",
    order=1,
    rows="surveys",
    of=pl.col("kind") == "NKI",
    each=pl.col("index"),
    floor=0.0,
    ceiling=100.0,
    unit=Unit.INDEX,
    needs_coverage=False,
    better=Better.HIGHER,
    owner=CHIEF,
    serves=(
        DecisionKind.EXTEND,
        DecisionKind.TERMINATE,
    ),
    reviewed=date(2026, 11, 1),
)
