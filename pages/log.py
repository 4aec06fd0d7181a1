"""Who did what, when and why?"""

from dashboard import formats, person, session
from dashboard.data import log as data
from dashboard.data.people import people
from dashboard.language import t
from dashboard.layout import Crumb, empty, heading, page_url
from dashboard.rules.permissions import may
from dashboard.sidebar import draw_language_switch
from dashboard.text import Text
from dashboard.views import log as view
from dashboard.views.permission import permitted
from dashboard.views.search_box import search_box

DATA = Text(sv="Data", en="Data")
TITLE = Text(sv="Händelselogg", en="Event log")
LEAD = Text(
    sv="Allt som ändras i verktyget står här, och loggen går inte att ändra. {count} händelser.",
    en="Everything that is changed in the tool stands here, and the log cannot be changed. {count} entries.",
)
SEARCH = Text(sv="Sök i loggen", en="Search the log")
PLACEHOLDER = Text(sv="till exempel ett diarienummer eller ett namn", en="for example a registration number or a name")
NOTHING = Text(sv="Ingen händelse passar.", en="Nothing fits.")
EMPTY = Text(sv="Loggen är tom: inget har ändrats här än.", en="The log is empty: nothing has been changed here yet.")

draw_language_switch()
edition, you = session.edition(), person.signed_in()
crumbs = [Crumb(t(DATA), page_url("data")), Crumb(t(TITLE))]
if you is None or not may(you.roles, "see_log"):
    heading(t(TITLE), crumbs=crumbs, is_filtered=False)
    permitted("see_log")
else:
    wanted, page, known = view.asked(), view.asked_page(), people(edition).names
    found = data.log(edition, wanted, page)
    heading(t(TITLE), t(LEAD, count=formats.number(found.total)), crumbs=crumbs, is_filtered=False)
    search_box(t(SEARCH), t(PLACEHOLDER))
    view.filters(found, wanted, known)
    if found.rows.is_empty():
        empty(t(NOTHING if found.acts else EMPTY))
    else:
        view.log_table(found, known, data.names_in_log(edition), you.roles)
    view.turn_pages(found, page)
