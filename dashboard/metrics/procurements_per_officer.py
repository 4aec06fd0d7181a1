"""Announced procurements signed for each officer-year of the same months."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Ratio, Unit
from dashboard.roles import CHIEF
from dashboard.text import Text

MONTHS = 12  # a month of an officer is a twelfth of a year

METRIC = Ratio(
    code="K-PRO-2",
    name=Text(sv="Avslutade upphandlingar per årsarbetare", en="Completed procurements per full-time officer"),
    question=Text(
        sv="Hur många annonserade upphandlingar hinner en upphandlare med på ett år?",
        en="How many announced procurements does an officer complete in a year?",
    ),
    why=Text(
        sv="Talet visar om bemanningen räcker till planen. För många betyder att uppföljning och kategoriarbete får "
        "vänta.",
        en="It shows whether there are officers enough for the plan. Too many means that follow-up and category work "
        "have to wait.",
    ),
    formula=Text(
        sv="Annonserade upphandlingar med avtal tecknat i perioden, en gång var, delat med årsarbetare: en tolftedel "
        "av varje månads upphandlare, i samma månader.",
        en="Announced procurements signed in the period, once each, divided by officer-years: a twelfth of each "
        "month's officers, in the same months.",
    ),
    pitfalls=Text(
        sv="Målet är ett spann, inte så många som möjligt: läs det bredvid uppföljningsgraden. En svår upphandling "
        "räknas som en lätt. Månader utan bemanning räknas inte, och talet finns bara för hela kontoret.",
        en="The target is a band, not as many as possible: read it beside the follow-up rate. A hard procurement "
        "counts as an easy one. Months without officers are left out, and there is a number for the whole office only.",
    ),
    source=Text(
        sv="Upphandlingsregistret och bemanningen per månad", en="The procurement register and the officers per month"
    ),
    counts=Text(sv="upphandlingar", en="procurements"),
    goal=Goal.FOLLOW_LOU,
    zones=(2,),
    indicator="produktivitet",
    order=2,
    rows="officers",
    needs=("officer_capacity",),
    each=pl.col("procurements") * MONTHS,
    weight=pl.col("officers"),
    count=(pl.col("kind") == "procurement").fill_null(False).cast(pl.Int64),
    unit=Unit.NUMBER,
    better=Better.BAND,
    owner=CHIEF,
    serves=(DecisionKind.PLAN,),
    reviewed=date(2026, 11, 22),
)
