"""Share of the deviations due in the period that were closed on the agreed day or before."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import CONTRACT_CONTROLLER
from dashboard.text import Text

METRIC = Share(
    code="K-UPP-2",
    name=Text(sv="Avvikelser åtgärdade i tid", en="Deviations closed on time"),
    question=Text(
        sv="Rättar leverantörerna avvikelserna i tid?",
        en="Do the suppliers put deviations right in time?",
    ),
    why=Text(
        sv="En avvikelse som ingen rättar är en försämring av avtalet som vi har godtagit.",
        en="A deviation nobody puts right is a worse contract that we have accepted.",
    ),
    formula=Text(
        sv="Avvikelser stängda senast den överenskomna dagen, delat med avvikelser vars överenskomna dag ligger i "
        "perioden. De som är öppna efter sin dag räknas som inte åtgärdade i tid.",
        en="Deviations closed on the agreed day or before, divided by deviations whose agreed day is in the period. "
        "Those open after their day count as not closed in time.",
    ),
    pitfalls=Text(
        sv="En avvikelse är stängd först när vi har verifierat rättelsen. Avvikelser utan överenskommen dag är okända, "
        "avskrivna räknas inte. En sen dag att rätta till ger ett bättre värde utan att något blir bättre.",
        en="A deviation is closed only when we have verified the remedy. Those without an agreed day are unknown, "
        "dismissed ones do not count. A late agreed day gives a better value though nothing is better.",
    ),
    source=Text(sv="Avvikelseregistret", en="The deviation register"),
    counts=Text(sv="avvikelser", en="deviations"),
    goal=Goal.EFFICIENCY,
    zones=(3,),
    indicator="uppfoljning",
    order=2,
    rows="deviations",
    good=pl.col("is_in_time"),
    better=Better.HIGHER,
    owner=CONTRACT_CONTROLLER,
    serves=(DecisionKind.SANCTION, DecisionKind.FOLLOW_UP, DecisionKind.EXTEND),
    reviewed=date(2026, 11, 16),
)
