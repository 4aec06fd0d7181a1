"""Share of announced procurements with at least one review case; procurements are counted, not case numbers."""

from datetime import date

import polars as pl

from dashboard.goals import Goal
from dashboard.metric import Better, DecisionKind, Share
from dashboard.roles import TEAM_LEADER
from dashboard.text import Text

METRIC = Share(
    code="K-OVE-1",
    name=Text(sv="Överprövade upphandlingar", en="Reviewed procurements"),
    question=Text(
        sv="Hur ofta överprövas våra upphandlingar?",
        en="How often are our procurements taken to court?",
    ),
    why=Text(
        sv="En överprövning försenar avtalet och kan visa brister i underlaget.",
        en="A review delays the contract and can show flaws in the documents.",
    ),
    formula=Text(
        sv="Annonserade upphandlingar med minst en överprövning delat med annonserade upphandlingar, efter "
        "annonseringsmånad.",
        en="Announced procurements with at least one review divided by announced procurements, by month of "
        "publication.",
    ),
    pitfalls=Text(
        sv="Färre överprövningar kan betyda svagare konkurrens: använd aldrig nyckeltalet ensamt. De senast "
        "annonserade har inte hunnit överprövas.",
        en="Fewer reviews can mean weaker competition: never use the metric alone. The latest have not had time "
        "to be reviewed.",
    ),
    source=Text(sv="Upphandlingsregistret", en="The procurement register"),
    counts=Text(sv="upphandlingar", en="procurements"),
    goal=Goal.FOLLOW_LOU,
    zones=(2,),
    indicator="overprovningar",
    rows="published_procurements",
    needs=("review_case",),
    good=pl.col("is_reviewed"),
    better=Better.LOWER,
    owner=TEAM_LEADER,
    serves=(
        DecisionKind.REQUIREMENTS,
        DecisionKind.PLAN,
    ),
    reviewed=date(2026, 11, 1),
)
