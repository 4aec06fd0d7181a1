"""Which contracts must be decided about, by when, and which ways are still open?"""

from dashboard import formats, session
from dashboard.data import decision_page as data
from dashboard.language import t
from dashboard.layout import choice, empty, heading, page_url
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import decisions as view
from dashboard.views.sub_menu import DECISIONS, sub_menu

TITLE = Text(sv="Beslut", en="Decisions")
LEAD = Text(
    sv="{count} avtal gäller. {passed} har passerat sin beslutspunkt, och {soon} når den inom tre månader.",
    en="{count} contracts are in force. {passed} have passed their decision point; {soon} reach it in three months.",
)
INCOMPLETE = Text(
    sv=" För {count} kan den inte beräknas: uppgifter saknas.",
    en=" For {count} it cannot be computed: data is missing.",
)
NOTHING = Text(sv="Inga avtal gäller för det här urvalet.", en="No contracts are in force for this selection.")
TO_CONTRACTS = Text(sv="Till avtalen", en="To the contracts")
RISK = Text(sv="Riskklass", en="Risk class")
SHOW = Text(sv="Visa", en="Show")
KINDS = {
    "kommande": Text(sv="Kommande", en="To come"),
    "passerade": Text(sv="Passerade", en="Passed"),
    "okanda": Text(sv="Kan inte beräknas", en="Cannot be computed"),
    "alla": Text(sv="Alla", en="All"),
}
NONE_OF_THESE = Text(sv="Inga sådana avtal i urvalet.", en="No such contracts in the selection.")
CLASSES = {"alla": Text(sv="Alla", en="All")} | {str(one): Text(sv=str(one), en=str(one)) for one in (4, 3, 2, 1)}

filters = sidebar_filters()
edition, today = session.edition(), session.today()
last = data.last_day(today)
day = view.asked_day(today, last)
asked = view.asked_class()
found = data.portfolio(edition, filters, day, asked)

if found.dated.is_empty() and asked is None:
    heading(t(TITLE))
    sub_menu(DECISIONS)
    empty(t(NOTHING), t(TO_CONTRACTS), page_url("contracts"))
else:
    counted = {"count": found.dated.height, "passed": found.passed(day), "soon": found.soon(day)}
    lead = t(LEAD, **{name: formats.number(value) for name, value in counted.items()})
    more = t(INCOMPLETE, count=formats.number(found.incomplete)) if found.incomplete else ""
    heading(t(TITLE), lead + more, is_filtered=False)
    sub_menu(DECISIONS)
    view.day_slider(today, last)
    choice(RISK, view.CLASS_KEY, CLASSES, "alla")
    rows = found.of(choice(SHOW, "visa", KINDS, "kommande"), day)
    if rows.is_empty():
        empty(t(NONE_OF_THESE))
    else:
        view.timeline(rows, counted["soon"], day)
        view.contract_list(rows, day)
    view.counts(found.counts)
