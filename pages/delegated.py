"""Which decisions were made on the committee's behalf, and can each be reported to it?"""

import polars as pl

from dashboard import formats, session
from dashboard.data import delegated as data
from dashboard.language import t
from dashboard.layout import empty, heading, page_url
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views.delegated import TITLE, decision_list
from dashboard.views.sub_menu import ESCALATION, sub_menu

LEAD = Text(
    sv="{count} beslut ska anmälas till nämnden. {numbers} saknar diarienummer. För {covers} passar ingen delegation.",
    en="{count} decisions are to be reported to the committee. {numbers} lack a registration number. No delegation "
    "fits {covers}.",
)
NONE = Text(sv="Inga delegationsbeslut i de valda månaderna.", en="No delegated decisions in the months chosen.")
TO_BOARD = Text(sv="Till eskaleringen", en="To the escalation")

filters = sidebar_filters()
rows = data.delegated(session.edition(), filters)
if rows.is_empty():
    heading(t(TITLE), t(NONE))
    sub_menu(ESCALATION)
    empty(t(NONE), t(TO_BOARD), page_url("escalation"))
else:
    numbers = rows.filter(pl.col("registration_number").is_null()).height
    counts = {"count": rows.height, "numbers": numbers, "covers": rows.filter(~pl.col("is_covered")).height}
    heading(t(TITLE), t(LEAD, **{name: formats.number(value) for name, value in counts.items()}))
    sub_menu(ESCALATION)
    decision_list(rows, f"delegationsbeslut-{filters.period_from}-{filters.period_to}.csv")
