"""Share of active contracts with a gender-equality requirement that was followed up in the last twelve months."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CONTRACT_CONTROLLER
from dashboard.text import Text

METRIC = Share(
    code="K-JST-1",
    name=Text(sv="Jämställdhetskrav uppföljda", en="Gender-equality requirements followed up"),
    question=Text(
        sv="Följer vi upp de jämställdhetskrav vi ställer?",
        en="Do we follow up the gender-equality requirements we set?",
    ),
    why=Text(
        sv="Kommunen har beslutat att jämställdhetskrav i upphandlingar ska följas upp.",
        en="The municipality has decided that gender-equality requirements in procurement shall be followed up.",
    ),
    formula=Text(
        sv="Aktiva avtal med jämställdhetskrav som följts upp de senaste tolv månaderna, delat med alla aktiva "
        "avtal med jämställdhetskrav.",
        en="Active contracts with a gender-equality requirement followed up in the last twelve months, divided "
        "by all active contracts with such a requirement.",
    ),
    pitfalls=Text(
        sv="Visar att kravet följts upp, inte vilken effekt det gav.",
        en="Shows that the requirement was followed up, not what effect it had.",
    ),
    source=Text(
        sv="Avtalsregistret och uppföljningsplanen",
        en="The contract register and the follow-up plan",
    ),
    counts=Text(sv="avtal", en="contracts"),
    goal=Goal.VALUE,
    zones=(3,),
    indicator="jamstalldhet",
    rows="contracts",
    of=pl.col("has_gender"),
    good=pl.when(pl.col("is_active")).then(pl.col("gender_checked")),
    better=Better.HIGHER,
    owner=CONTRACT_CONTROLLER,
    serves=(
        DecisionKind.FOLLOW_UP,
        DecisionKind.REQUIREMENTS,
    ),
    reviewed=date(2026, 11, 1),
)
