"""Which contracts must be decided about, by when, and which ways are still open?"""

import streamlit as st

from dashboard import session
from dashboard.data import decision_page as data
from dashboard.data.calendar_events import chosen_events
from dashboard.language import t
from dashboard.layout import choice, empty, heading, page_url
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import decision_list as view
from dashboard.views import search_box as search
from dashboard.views.calendar_download import calendar_download
from dashboard.views.decision_lead import lead
from dashboard.views.decisions import asked_day, day_slider
from dashboard.views.sub_menu import DECISIONS, sub_menu

TITLE = Text(sv="Beslut", en="Decisions")
NOTHING = Text(sv="Inga avtal gäller för det här urvalet.", en="No contracts are in force for this selection.")
TO_CONTRACTS = Text(sv="Till avtalen", en="To the contracts")
RISK, SHOW = Text(sv="Riskklass", en="Risk class"), Text(sv="Visa", en="Show")
SEARCH = Text(
    sv="Sök på avtalets nummer, rubrik eller leverantör", en="Search by the contract's number, title or supplier"
)
PLACEHOLDER = Text(sv="till exempel städ", en="for example cleaning")
NONE_OF_THESE = Text(sv="Inga sådana avtal i urvalet.", en="No such contracts in the selection.")
KINDS = {
    "kommande": Text(sv="Kommande", en="To come"),
    "passerade": Text(sv="Passerade", en="Passed"),
    "ej_paborjat": Text(sv="Arbete inte påbörjat", en="Work not started"),
    "beslutade": Text(sv="Beslutade", en="Decided"),
    "okanda": Text(sv="Kan inte beräknas", en="Cannot be computed"),
    "alla": Text(sv="Alla", en="All"),
}
CLASSES = {"alla": Text(sv="Alla", en="All")} | {str(one): Text(sv=str(one), en=str(one)) for one in (4, 3, 2, 1)}

filters = sidebar_filters()
edition, today = session.edition(), session.today()
last = data.last_day(today)
day = asked_day(today, last)
asked = (view.asked_class(), view.asked_owner(), search.asked())
found = data.portfolio(edition, filters, day, *asked)

if found.dated.is_empty() and not any(asked):
    heading(t(TITLE))
    sub_menu(DECISIONS)
    empty(t(NOTHING), t(TO_CONTRACTS), page_url("contracts"))
else:
    heading(t(TITLE), lead(found), is_filtered=False)
    sub_menu(DECISIONS)
    day_slider(today, last)
    left, right = st.columns((2, 1))
    with left:
        search.search_box(t(SEARCH), t(PLACEHOLDER))
    with right:
        view.owner_choice(found.owners)
    choice(RISK, view.CLASS_KEY, CLASSES, "alla")
    kind = choice(SHOW, "visa", KINDS, "kommande")
    rows = found.of(kind)
    if rows.is_empty():
        empty(t(NONE_OF_THESE))
    else:
        view.timeline(rows, found.soon, day)
        view.contract_list(rows, kind, day)
    calendar_download(chosen_events(edition, found), day, view.asked_owner())
    view.counts(found)
