"""Share of active contracts with labour terms where the terms were checked in the last twelve months."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import LEGAL
from dashboard.text import Text

METRIC = Share(
    code="K-JML-1b",
    name=Text(sv="Arbetsrättsliga villkor kontrollerade", en="Labour terms checked"),
    question=Text(
        sv="Kontrollerar vi att de arbetsrättsliga villkoren följs?",
        en="Do we check that labour terms are kept?",
    ),
    why=Text(
        sv="Ett villkor som ingen kontrollerar skyddar ingen.",
        en="A term nobody checks protects nobody.",
    ),
    formula=Text(
        sv="Aktiva avtal med arbetsrättsliga villkor som kontrollerats de senaste tolv månaderna, delat med alla "
        "aktiva avtal med sådana villkor.",
        en="Active contracts with labour terms checked in the last twelve months, divided by all active "
        "contracts with such terms.",
    ),
    pitfalls=Text(
        sv="En uppföljning räknas bara med underlag.",
        en="A follow-up counts only with evidence.",
    ),
    source=Text(
        sv="Avtalsregistret och uppföljningsplanen",
        en="The contract register and the follow-up plan",
    ),
    counts=Text(sv="avtal", en="contracts"),
    goal=Goal.VALUE,
    zones=(3,),
    indicator="jamlikhet",
    order=1,
    rows="contracts",
    of=pl.col("has_labour"),
    good=pl.when(pl.col("is_active")).then(pl.col("labour_checked")),
    better=Better.HIGHER,
    owner=LEGAL,
    serves=(
        DecisionKind.FOLLOW_UP,
        DecisionKind.SANCTION,
    ),
    reviewed=date(2026, 11, 1),
)
