"""Which contracts have been changed, on what ground, and how much room is left?"""

from dashboard import session
from dashboard.data import changes as data
from dashboard.language import t
from dashboard.layout import choice, empty, heading, page_url, section
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import changes as view
from dashboard.views.sub_menu import DECISIONS, sub_menu

TITLE = Text(sv="Avtalsändringar", en="Contract changes")
NOTHING = Text(
    sv="Inga ändringar är antecknade för det här urvalet. De antecknas på avtalets sida.",
    en="No changes are noted for this selection. They are noted on the contract's page.",
)
TO_CONTRACTS = Text(sv="Till avtalen", en="To the contracts")
SHOW = Text(sv="Visa", en="Show")
KINDS = {
    "alla": Text(sv="Alla", en="All"),
    "annons": Text(sv="Annons saknas", en="Notice missing"),
    "over": Text(sv="Över gränsen", en="Above the limit"),
    "okanda": Text(sv="Kan inte bedömas", en="Cannot be judged"),
}
NONE_OF_THESE = Text(sv="Inga sådana avtal i urvalet.", en="No such contracts in the selection.")

filters = sidebar_filters()
found = data.changed(session.edition(), filters, session.today())

if found.rows.is_empty():
    heading(t(TITLE))
    sub_menu(DECISIONS)
    empty(t(NOTHING), t(TO_CONTRACTS), page_url("contracts"))
else:
    heading(t(TITLE), view.sentence(found), has_period=False)
    sub_menu(DECISIONS)
    view.picture(found)
    section(t(view.LIST))
    rows = found.of(choice(SHOW, "visa", KINDS, "alla"))
    if rows.is_empty():
        empty(t(NONE_OF_THESE))
    else:
        view.changed_list(rows)
