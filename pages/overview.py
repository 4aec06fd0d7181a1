"""Where do we stand on our three goals?"""

import streamlit as st

from dashboard import session
from dashboard.cards import draw_cards
from dashboard.charts.goal_matrix import goal_matrix
from dashboard.data import decision_page, escalation
from dashboard.data.overview import overview
from dashboard.goals import Goal
from dashboard.language import language, t
from dashboard.layout import heading, page_url
from dashboard.metric_cards import attention_html, card, matrix_entries, summary
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views.decision_lead import decisions_html
from dashboard.views.escalation_summary import escalation_html

TITLE = Text(sv="Så går det med målen", en="How the goals are going")
HEADLINES = Text(sv="De viktigaste nyckeltalen", en="The most important metrics")

filters = sidebar_filters()
now = session.edition()
seen = overview(now, filters)

heading(t(TITLE), summary(seen), as_of=now.as_of)
matrix = goal_matrix(matrix_entries(seen), {goal: page_url("goal", mal=goal.value) for goal in Goal}, language())
board = escalation.board(now, session.today(), filters)
due = decision_page.portfolio(now, filters, session.today())
beside = f"<div>{attention_html(seen)}{decisions_html(due)}{escalation_html(board)}</div>"
st.html(f"<div class='lw-front'><div>{matrix}</div>{beside}</div>")
draw_cards([card(one) for one in seen.headlines], t(HEADLINES))
