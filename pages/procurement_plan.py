"""What must be procured in the next two years, and when must each start?"""

from dashboard import session
from dashboard.data import plans as data
from dashboard.language import t
from dashboard.layout import empty, heading, link_to, page_url
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import procurement_plan as view
from dashboard.views.plan_files import plan_downloads
from dashboard.views.plan_forms import new_need
from dashboard.views.sub_menu import DECISIONS, sub_menu

TITLE = Text(sv="Upphandlingsplan", en="Procurement plan")
NOTHING = Text(
    sv="Planen är tom för det här urvalet: inga beslutspunkter inom två år och inga inlagda behov.",
    en="The plan is empty for this selection: no decision points within two years and no needs entered.",
)
TO_CONTRACTS = Text(sv="Till avtalen", en="To the contracts")
NONE_OF_THESE = Text(sv="Inga sådana upphandlingar i urvalet.", en="No such procurements in the selection.")
WITHOUT = Text(sv="Avtal utan beräknad beslutspunkt", en="Contracts whose decision point is not known")

filters = sidebar_filters()
edition, today = session.edition(), session.today()
rows, incomplete = data.lines(edition, filters, today), data.incomplete(edition, filters, today)

if rows.is_empty():
    heading(t(TITLE), has_period=False)
    sub_menu(DECISIONS)
    empty(t(NOTHING), t(TO_CONTRACTS), page_url("contracts"))
    new_need(edition, today)
else:
    sentence = view.sentence(rows, today, incomplete)
    heading(t(TITLE), sentence, has_period=False)
    sub_menu(DECISIONS)
    asked = view.asked()
    found = asked.of(rows)
    if found.is_empty():
        empty(t(NONE_OF_THESE))
    else:
        view.timeline(found, view.counted(rows, found, asked, today), today)
    new_need(edition, today)
    if found.height:
        plan_downloads(found, asked, sentence, edition, today)
        view.line_list(found, today)
    if incomplete:
        link_to("decisions", t(WITHOUT), visa="okanda")
