"""Which follow-ups are planned, when and by whom?"""

from dashboard import session
from dashboard.data import follow_up_plan as data
from dashboard.language import t
from dashboard.layout import empty, heading, page_url
from dashboard.rules.calendar_events.events import follow_up_events
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import follow_up_plan as view
from dashboard.views.calendar_download import calendar_download
from dashboard.views.follow_up_plan_files import downloads
from dashboard.views.sub_menu import FOLLOW_UP, sub_menu

TITLE = Text(sv="Uppföljningsplan", en="Follow-up plan")
TO_FOLLOW_UP = Text(sv="Till uppföljningen", en="To the follow-up")

filters = sidebar_filters()
edition, today = session.edition(), session.today()
rows = data.ahead(edition, filters, today)

if rows.is_empty():
    heading(t(TITLE), has_period=False)
    sub_menu(FOLLOW_UP)
    empty(t(view.NOTHING), t(TO_FOLLOW_UP), page_url("follow_up"))
else:
    sentence = view.sentence(rows, today)
    heading(t(TITLE), sentence, has_period=False)
    sub_menu(FOLLOW_UP)
    view.months(data.counted(rows, today))
    asked = view.asked(rows, today)
    listed = asked.of(rows)
    view.plan_list(listed, today)
    downloads(listed, asked, sentence, edition, today)
    calendar_download(follow_up_events(listed, today), today, asked.controller or "")
