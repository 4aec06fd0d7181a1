"""What was to be followed up, was it done, and what is next?"""

import streamlit as st

from dashboard import session
from dashboard.data import follow_up as data
from dashboard.data.overview import overview
from dashboard.language import t
from dashboard.layout import heading
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import follow_up as view
from dashboard.views.sub_menu import FOLLOW_UP, sub_menu

TITLE = Text(sv="Uppföljning", en="Follow-up")

filters = sidebar_filters()
edition, today = session.edition(), session.today()
rows = data.chosen_plan(edition, filters, today)
of_period = data.of_period(rows, filters)
waiting = data.to_do(rows, today)

heading(t(TITLE), view.sentence(of_period, overview(edition, filters).measured["K-UPP-1"]), today)
sub_menu(FOLLOW_UP)
view.by_class(of_period)
tolerance = data.limits(edition, today).tolerance_days
view.work_list(waiting, st.query_params.get(view.CONTROLLER_KEY, ""), tolerance, today)
view.by_controller(waiting)
view.unprepared(data.unprepared(edition, filters, today))
