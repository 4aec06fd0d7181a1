"""What do we buy without a valid contract, now and soon?"""

from dashboard import session
from dashboard.data import metrics
from dashboard.data import needs as data
from dashboard.language import t
from dashboard.layout import choice, empty, heading, page_url
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import needs as view
from dashboard.views.radar import radar
from dashboard.views.sub_menu import DECISIONS, sub_menu

TITLE = Text(sv="Utan avtal", en="Without a contract")
NO_LEDGER = Text(
    sv="Underlag saknas: här finns ingen leverantörsreskontra än.",
    en="Data missing: there is no supplier ledger here yet.",
)
IMPORT = Text(sv="Importera en fil", en="Import a file")
SHOW, PER = Text(sv="Visa", en="Show"), Text(sv="Per", en="By")
PARTS = {
    "behov": Text(sv="Behov utan avtal", en="Needs without a contract"),
    "radar": Text(sv="Direktupphandlingsgränsen", en="The direct-award limit"),
}
DIMENSIONS = {
    "category": Text(sv="Kategori", en="Category"),
    "unit": Text(sv="Förvaltning", en="Department"),
}

filters = sidebar_filters()
edition = session.edition()

if edition.last_period is None:
    heading(t(TITLE))
    sub_menu(DECISIONS)
    empty(t(NO_LEDGER), t(IMPORT), page_url("imports"))
else:
    found = data.needs(edition, filters, session.today())
    heading(t(TITLE), view.sentence(found), as_of=edition.as_of, has_period=False)
    sub_menu(DECISIONS)
    if choice(SHOW, "visa", PARTS, "behov") == "radar":
        radar(metrics.direct_award_radar(edition, edition.as_of.year), edition.as_of.year)
    else:
        view.picture(found)
        view.now(found, choice(PER, "per", DIMENSIONS, "category"))
        view.gaps(found)
