"""How does one metric go, where does its value come from, and which rows are behind it?"""

import streamlit as st

from dashboard import session
from dashboard.data.metric_page import behind, labelled_series, named_split
from dashboard.data.overview import overview
from dashboard.goals import GOAL_NAMES
from dashboard.language import t
from dashboard.layout import Crumb, choice, empty, heading, page_url
from dashboard.navigation import place
from dashboard.periods import Grain
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import metric as view
from dashboard.views import metric_charts as charts
from dashboard.views.metric_rows import rows
from dashboard.views.side_by_side import side_by_side

UNKNOWN = Text(sv="Nyckeltalet i adressen finns inte.", en="The metric in the address does not exist.")
ALL = Text(sv="Till översikten", en="To the overview")
STEP = Text(sv="Tidssteg", en="Time step")
SPLIT = Text(sv="Dela upp på", en="Split by")

filters = sidebar_filters()
now = session.edition()
one = overview(now, filters).measured.get(st.query_params.get("kod", "K-AVT-1"))

if one is None:
    heading(t(place("metric").title))
    empty(t(UNKNOWN), t(ALL), page_url("overview"))
else:
    metric = one.metric
    crumbs = [
        Crumb(t(place("overview").title), page_url("overview")),
        Crumb(t(GOAL_NAMES[metric.goal]), page_url("goal", mal=metric.goal.value)),
        Crumb(t(metric.name)),
    ]
    heading(t(metric.name), view.sentence(one), as_of=now.as_of, crumbs=crumbs)
    view.value(one)
    view.reading(one)
    left, right = side_by_side("how")
    with left:
        grain = Grain(choice(STEP, "steg", charts.GRAINS, default=Grain.ROLLING.value))
        charts.trend(metric, labelled_series(now, metric.code, filters, grain), grain)
    with right:
        by = choice(SPLIT, "del", charts.BY, default=charts.widest_split(filters))
        charts.split(one, named_split(now, metric.code, by, filters), by)
    view.definition(one)
    rows(one, behind(now, metric.code, filters))
