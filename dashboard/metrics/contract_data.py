"""Share of the twenty mandatory fields that are filled in and valid, over active contracts."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CONTRACT_CONTROLLER
from dashboard.text import Text

METRIC = Share(
    code="K-DIG-1",
    name=Text(sv="Avtalsdatakvalitet", en="Contract data quality"),
    question=Text(sv="Går avtalsregistret att lita på?", en="Can the contract register be trusted?"),
    why=Text(
        sv="Alla andra nyckeltal vilar på registret. Det som saknas här gör dem osäkra.",
        en="All other metrics rest on the register. What is missing here makes them uncertain.",
    ),
    formula=Text(
        sv="Ifyllda och giltiga uppgifter delat med tjugo obligatoriska uppgifter per aktivt avtal.",
        en="Fields filled in and valid divided by twenty mandatory fields for each active contract.",
    ),
    pitfalls=Text(
        sv="Att en uppgift är ifylld betyder inte att den är riktig. Optioner räknas inte: inga och saknade ser "
        "likadana ut.",
        en="That a field is filled does not mean that it is right. Options are not counted: none and missing "
        "look alike.",
    ),
    source=Text(sv="Avtalsregistret", en="The contract register"),
    counts=Text(sv="uppgifter", en="fields"),
    goal=Goal.VALUE,
    zones=(3,),
    indicator="digitalisering",
    rows="contract_fields",
    good=pl.col("is_filled"),
    better=Better.HIGHER,
    owner=CONTRACT_CONTROLLER,
    serves=(DecisionKind.REGISTER,),
    reviewed=date(2026, 11, 1),
    is_headline=True,
)
