"""What do we buy, from whom, and how much of it on contract?"""

from dashboard import formats, session
from dashboard.data import metrics
from dashboard.data import purchases as data
from dashboard.language import t
from dashboard.layout import empty, heading, page_url
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import purchases as view
from dashboard.views.compliance_cards import compliance_cards
from dashboard.views.radar import radar
from dashboard.views.side_by_side import side_by_side

TITLE = Text(sv="Inköp", en="Purchases")
FOUND = Text(
    sv="Vi köpte för {total} som går att påverka. {outside} köptes utanför avtal där det finns avtal.",
    en="We bought {total} that can be influenced. {outside} was bought outside contract where a contract exists.",
)
NO_LEDGER = Text(sv="Här finns ingen leverantörsreskontra än.", en="There is no supplier ledger here yet.")
NO_CONTRACTS = Text(
    sv="Inget avtal täcker inköpen i urvalet. Finns avtalsregistret på plats för den här tiden?",
    en="No contract covers the purchases in the selection. Is the contract register in place for this time?",
)
IMPORT = Text(sv="Importera en fil", en="Import a file")
NOTHING = Text(sv="Inga inköp för det här urvalet.", en="No purchases for this selection.")

filters = sidebar_filters()
edition = session.edition()
bought = data.purchases(edition, filters)

if edition.last_period is None:
    heading(t(TITLE))
    empty(t(NO_LEDGER), t(IMPORT), page_url("imports"))
elif bought.audit.is_empty():
    heading(t(TITLE), as_of=edition.as_of)
    empty(t(NOTHING))
else:
    total, outside = formats.short_kronor(bought.total_ore), formats.short_kronor(bought.outside_ore)
    heading(t(TITLE), t(FOUND, total=total, outside=outside), as_of=edition.as_of)
    if not bought.on_ore and not bought.outside_ore:
        empty(t(NO_CONTRACTS), t(IMPORT), page_url("imports"))
    compliance_cards(bought.mix, metrics.values(edition, filters))
    left, right = side_by_side("how", (4, 3))
    with left:
        view.months(bought.by_month)
    with right:
        view.classes(bought.mix)
    dimension = view.choose_dimension()
    left, right = side_by_side("who")
    with left:
        view.splits(data.split_by(edition, filters, dimension), dimension)
    with right:
        view.largest_suppliers(bought.suppliers)
    radar(metrics.direct_award_radar(edition, edition.as_of.year), edition.as_of.year)
    left, right = side_by_side("more")
    with left:
        view.pooling(bought.pooling)
    with right:
        view.audit(bought.audit)
