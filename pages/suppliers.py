"""Which suppliers do we have, and what do we buy from them?"""

from dashboard import formats, session
from dashboard.data import suppliers as data
from dashboard.language import t
from dashboard.layout import empty, heading, page_url, section
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views.found import with_hit_words
from dashboard.views.search_box import search_box
from dashboard.views.suppliers import supplier_table

TITLE = Text(sv="Leverantörer", en="Suppliers")
COUNT = Text(sv="{count} leverantörer, {bought} med inköp i urvalet.", en="{count} suppliers, {bought} with purchases.")
SEARCH = Text(
    sv="Sök på namn, organisationsnummer, avtalsnummer eller diarienummer",
    en="Search by name, organisation number, contract number or registration number",
)
PLACEHOLDER = Text(sv="till exempel städ eller 556000-0001", en="for example cleaning or 556000-0001")
LARGEST = Text(sv="De vi köper mest av", en="Those we buy most from")
FOUND = Text(sv="{count} träffar på ”{query}”", en="{count} hits for “{query}”")
NOBODY = Text(
    sv="Ingen leverantör passar ”{query}”. Pröva en del av namnet eller siffrorna utan bindestreck.",
    en="No supplier fits “{query}”. Try a part of the name, or the digits without the hyphen.",
)
NO_SUPPLIERS = Text(sv="Här finns inga leverantörer än.", en="There are no suppliers here yet.")
IMPORT = Text(sv="Importera en fil", en="Import a file")

filters = sidebar_filters()
edition = session.edition()
everyone = data.suppliers(edition, filters)

if everyone.is_empty():
    heading(t(TITLE))
    empty(t(NO_SUPPLIERS), t(IMPORT), page_url("imports"))
else:
    bought = everyone["total_ore"].count()
    heading(t(TITLE), t(COUNT, count=formats.number(everyone.height), bought=formats.number(bought)), edition.as_of)
    query = search_box(t(SEARCH), t(PLACEHOLDER))
    found = data.search_suppliers(edition, filters, query) if query else everyone
    if found.is_empty():
        empty(t(NOBODY, query=query))
    else:
        title = t(FOUND, count=formats.number(found.height), query=query) if query else t(LARGEST)
        section(title)
        supplier_table(with_hit_words(found) if query else found, title, data.LISTED)
