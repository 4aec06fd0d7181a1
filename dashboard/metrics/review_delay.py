"""Mean days from the end of the standstill to the signed contract, for procurements that were reviewed."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Mean, Unit
from dashboard.roles import TEAM_LEADER
from dashboard.text import Text

METRIC = Mean(
    code="K-OVE-3",
    name=Text(sv="Fördröjning av överprövning", en="Delay caused by review"),
    question=Text(
        sv="Hur länge försenar en överprövning avtalet?",
        en="How long does a review delay the contract?",
    ),
    why=Text(
        sv="Dagarna ska rymmas i planen där risken för överprövning är stor, annars står verksamheten utan avtal.",
        en="The days must fit in the plan where the risk of review is high, or operations are left without a contract.",
    ),
    formula=Text(
        sv="Medelvärdet av dagar från avtalsspärrens slut till tecknat avtal, för upphandlingar som överprövades och "
        "fick avtal i perioden. Antalet gånger medelvärdet är alla dagar tillsammans.",
        en="The mean of days from the end of the standstill to the signed contract, for procurements reviewed and "
        "signed in the period. The count times the mean is all days together.",
    ),
    pitfalls=Text(
        sv="En upphandling räknas en gång, hur många mål den än har. De som fortfarande ligger i domstol syns först "
        "när avtalet är tecknat. Kostnaden för tillfälliga köp ingår inte.",
        en="A procurement counts once, however many cases it has. Those still in court show only when the contract is "
        "signed. The cost of bridging purchases is not included.",
    ),
    source=Text(sv="Upphandlingsregistret, mål om överprövning", en="The procurement register, review cases"),
    counts=Text(sv="upphandlingar", en="procurements"),
    goal=Goal.FOLLOW_LOU,
    zones=(2,),
    indicator="overprovningar",
    order=3,
    rows="held_up_procurements",
    each=pl.col("delay_days"),
    floor=0.0,
    unit=Unit.DAYS,
    better=Better.LOWER,
    owner=TEAM_LEADER,
    serves=(DecisionKind.PLAN,),
    reviewed=date(2026, 11, 22),
)
