"""Have we the hours for what must start each month?"""

from dashboard import session
from dashboard.data import workload as data
from dashboard.data.registers import register
from dashboard.language import t
from dashboard.layout import empty, heading, page_url
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import what_if
from dashboard.views import workload as view
from dashboard.views.capacity_form import capacity_form
from dashboard.views.sub_menu import DECISIONS, sub_menu

TITLE = Text(sv="Belastning", en="Workload")
NOTHING = Text(sv="Planen är tom för det här urvalet.", en="The plan is empty for this selection.")
TO_PLAN = Text(sv="Till upphandlingsplanen", en="To the procurement plan")

filters = sidebar_filters()
edition, today = session.edition(), session.today()
now = data.workload(edition, filters, today)

if now.load.lines.is_empty():
    heading(t(TITLE), has_period=False)
    sub_menu(DECISIONS)
    empty(t(NOTHING), t(TO_PLAN), page_url("procurement_plan"))
else:
    offered = data.offered(edition, filters, today)
    ids = what_if.chosen(offered)
    shown = data.workload(edition, filters, today, ids)
    heading(t(TITLE), view.sentence(now), has_period=False)
    sub_menu(DECISIONS)
    view.picture(shown, now if ids else None, what_if.in_address(ids))
    what_if.choose(offered, now, ids, data.suggested(edition, filters, today))
    if ids:
        what_if.moved(now, shown, ids)
    view.of_month(shown)
    view.adds_up(shown)
capacity_form(register(edition, "officer_capacity"), list(now.load.months), now.worst or now.load.months[0])
