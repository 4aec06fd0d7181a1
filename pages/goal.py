"""How does one goal go, indicator by indicator?"""

import streamlit as st

from dashboard import session
from dashboard.cards import draw_bullets
from dashboard.data.overview import overview
from dashboard.goals import GOAL_NAMES, Goal, indicators_in
from dashboard.language import t
from dashboard.layout import Crumb, choice, heading, page_url, paragraph, section
from dashboard.metric_cards import card_with_zones, political_goal, summary
from dashboard.navigation import place
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text

GOAL = Text(sv="Mål", en="Goal")
NOT_MEASURED = Text(sv="Inget nyckeltal mäter den här indikatorn ännu.", en="No metric measures this indicator yet.")

filters = sidebar_filters()
now = session.edition()
seen = overview(now, filters)
asked = st.query_params.get("mal", "")
goal = Goal(asked) if asked in list(Goal) else Goal.FOLLOW_LOU
name = t(GOAL_NAMES[goal])

heading(
    name,
    summary(seen, goal),
    as_of=now.as_of,
    crumbs=[Crumb(t(place("overview").title), page_url("overview")), Crumb(name)],
)
choice(GOAL, "mal", {one.value: GOAL_NAMES[one] for one in Goal}, default=Goal.FOLLOW_LOU.value)
for indicator in indicators_in(goal):
    section(t(indicator.name), political_goal(indicator))
    measured = seen.of_indicator(indicator.key)
    if measured:
        draw_bullets([card_with_zones(one) for one in measured])
    else:
        paragraph(t(NOT_MEASURED))
