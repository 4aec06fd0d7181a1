"""Which invoice lines stand behind this figure?"""

from dashboard import formats, session
from dashboard.data import edition as editions
from dashboard.data.registers import names
from dashboard.language import t
from dashboard.layout import Crumb, empty, heading, page_url
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import lines as view

TITLE = Text(sv="Fakturarader", en="Invoice lines")
PURCHASES = Text(sv="Inköp", en="Purchases")
COUNT = Text(sv="{count} rader, {amount}.", en="{count} lines, {amount}.")
NOTHING = Text(sv="Inga fakturarader för det här urvalet.", en="No invoice lines for this selection.")
TO_PURCHASES = Text(sv="Till inköpen", en="To purchases")

filters = sidebar_filters()
edition = session.edition()
only = view.asked()
wanted = view.wanted(filters, only)
lines, total_rows, total_ore = editions.lines(edition, wanted, view.SHOWN)
crumbs = [Crumb(t(PURCHASES), page_url("purchases")), Crumb(t(TITLE))]
count = t(COUNT, count=formats.number(total_rows), amount=formats.kronor(total_ore))
heading(t(TITLE), count if total_rows else "", edition.as_of, crumbs)
view.what_is_asked(only, names(edition, "contract").get(only.contract_id or 0))
if total_rows == 0:
    empty(t(NOTHING), t(TO_PURCHASES), page_url("purchases"))
else:
    view.agreement(lines, total_rows, total_ore)
    view.download(wanted, total_rows)
    view.line_table(lines)
