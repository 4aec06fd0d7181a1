"""Share of the contracts that shall be followed up that were, with evidence, in the last twelve months."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CONTRACT_CONTROLLER
from dashboard.text import Text

METRIC = Share(
    code="K-UPP-1",
    name=Text(sv="Uppföljningsgrad", en="Follow-up rate"),
    question=Text(
        sv="Följer vi upp de avtal som ska följas upp?",
        en="Do we follow up the contracts that shall be followed up?",
    ),
    why=Text(
        sv="Ett avtal som inte följs upp ger inte det som upphandlades. Det är målstyrningens viktigaste nyckeltal.",
        en="A contract nobody follows up does not give what was procured. It is the steering model's key metric.",
    ),
    formula=Text(
        sv="Aktiva avtal med minst en uppföljning med underlag de senaste tolv månaderna, delat med aktiva avtal "
        "i riskklass 2–4 eller med ett värde över gränsen.",
        en="Active contracts with at least one follow-up with evidence in the last twelve months, divided by active "
        "contracts in risk class 2–4 or with a value above the limit.",
    ),
    pitfalls=Text(
        sv="Ett datum utan protokoll, rapport eller mätning räknas inte. Avtal utan riskklass och värde är okända.",
        en="A date without minutes, report or measurement does not count. Contracts without risk class and value "
        "are unknown.",
    ),
    source=Text(sv="Avtalsregistret och uppföljningsplanen", en="The contract register and the follow-up plan"),
    counts=Text(sv="avtal", en="contracts"),
    goal=Goal.EFFICIENCY,
    zones=(3,),
    indicator="uppfoljning",
    rows="contracts",
    needs=("follow_up_plan",),
    of=pl.col("is_due").fill_null(True),
    good=pl.when(pl.col("is_active") & pl.col("is_due")).then(pl.col("is_followed_up")),
    better=Better.HIGHER,
    owner=CONTRACT_CONTROLLER,
    serves=(DecisionKind.FOLLOW_UP, DecisionKind.SANCTION),
    reviewed=date(2026, 11, 1),
    is_headline=True,
)
