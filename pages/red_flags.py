"""Where is there a reason to look closer?"""

from dashboard import session
from dashboard.data import metrics
from dashboard.data import red_flags as data
from dashboard.language import t
from dashboard.layout import choice, empty, heading, page_url
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import red_flags as view
from dashboard.views.sub_menu import DECISIONS, sub_menu

TITLE = Text(sv="Röda flaggor", en="Red flags")
SHOW = Text(sv="Visa", en="Show")
IMPORT = Text(sv="Importera en fil", en="Import a file")

filters = sidebar_filters()
edition = session.edition()
raised = data.red_flags(edition, filters, session.today())

if not any(one.of for one in raised):
    heading(t(TITLE), has_period=False)
    sub_menu(DECISIONS)
    empty(t(view.NO_DATA), t(IMPORT), page_url("imports"))
else:
    heading(t(TITLE), view.sentence(raised), has_period=False)
    sub_menu(DECISIONS)
    chosen = choice(SHOW, view.FLAG_KEY, view.CHOICES, view.ALL)
    view.picture(raised)
    view.flags(raised, chosen)
    view.followed(metrics.values(edition, filters))
