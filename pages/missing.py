"""What does each step demand that is not done, who sees to it, and by when?"""

import polars as pl

from dashboard import session
from dashboard.data import escalation as data
from dashboard.language import t
from dashboard.layout import choice, empty, heading, page_url
from dashboard.missing_words import MISSING
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views.missing import missing_table, sentence
from dashboard.views.sub_menu import ESCALATION, sub_menu

TITLE = Text(sv="Vad saknas på stegen", en="What is missing on the steps")
ALL_THERE = Text(sv="Inget saknas i något ärende.", en="Nothing is missing in any case.")
TO_BOARD = Text(sv="Till eskaleringen", en="To the escalation")
SHOW, ALL = Text(sv="Visa", en="Show"), Text(sv="Allt", en="Everything")

filters = sidebar_filters()
edition, today = session.edition(), session.today()
board = data.board(edition, today, filters)
gaps = board.missing

if gaps.is_empty():
    heading(t(TITLE), t(ALL_THERE), has_period=False)
    sub_menu(ESCALATION)
    empty(t(ALL_THERE), t(TO_BOARD), page_url("escalation"))
else:
    heading(t(TITLE), sentence(gaps), has_period=False)
    sub_menu(ESCALATION)
    kinds = {"allt": ALL} | {key: MISSING[key] for key in board.gaps["key"]}
    chosen = choice(SHOW, "vad", kinds, "allt")
    missing_table(gaps if chosen == "allt" else gaps.filter(pl.col("key") == chosen))
