"""Which contracts do we have, and which need attention?"""

import polars as pl

from dashboard import formats, session
from dashboard.data import contracts as data
from dashboard.language import t
from dashboard.layout import empty, heading, page_url, section
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views.contracts import contract_table
from dashboard.views.found import with_hit_words
from dashboard.views.search_box import search_box

TITLE = Text(sv="Avtal", en="Contracts")
COUNT = Text(sv="{active} avtal gäller. {over} har gått ut.", en="{active} contracts are in force. {over} are over.")
SEARCH = Text(
    sv="Sök på avtalsnummer, diarienummer, rubrik, leverantör eller organisationsnummer",
    en="Search by contract number, registration number, title, supplier or organisation number",
)
PLACEHOLDER = Text(sv="till exempel INK 2024/0012 eller vinterväghållning", en="for example INK 2024/0012")
SOONEST = Text(sv="De som slutar först", en="Those that end first")
FOUND = Text(sv="{count} träffar på ”{query}”", en="{count} hits for “{query}”")
NOTHING = Text(
    sv="Inget avtal passar ”{query}”. Pröva en del av rubriken eller numret.",
    en="No contract fits “{query}”. Try a part of the title or the number.",
)
NO_CONTRACTS = Text(sv="Här finns inget avtalsregister än.", en="There is no contract register here yet.")
IMPORT = Text(sv="Importera ett register", en="Import a register")

filters = sidebar_filters()
edition = session.edition()
every = data.contracts(edition, filters)

if every.is_empty():
    heading(t(TITLE))
    empty(t(NO_CONTRACTS), t(IMPORT), page_url("imports"))
else:
    over = every.filter(pl.col("is_over")).height
    heading(
        t(TITLE), t(COUNT, active=formats.number(every.height - over), over=formats.number(over)), as_of=edition.as_of
    )
    query = search_box(t(SEARCH), t(PLACEHOLDER))
    found = data.search_contracts(edition, filters, query) if query else every
    if found.is_empty():
        empty(t(NOTHING, query=query))
    else:
        title = t(FOUND, count=formats.number(found.height), query=query) if query else t(SOONEST)
        section(title)
        contract_table(with_hit_words(found) if query else found, title, data.LISTED)
