"""What do we know about this supplier?"""

from dataclasses import replace

from dashboard import formats, session
from dashboard.data import metrics
from dashboard.data import suppliers as data
from dashboard.filters import KEYS
from dashboard.language import t
from dashboard.layout import Crumb, empty, heading, link_to, page_url
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import suppliers as view
from dashboard.views.ids import asked_id
from dashboard.views.lines_link import ALL_CLASSES, CLASS_KEY
from dashboard.views.side_by_side import side_by_side
from dashboard.views.supplier_merge import merge_form

SUPPLIERS = Text(sv="Leverantörer", en="Suppliers")
UNKNOWN = Text(sv="Den leverantören finns inte här.", en="That supplier is not here.")
ALL = Text(sv="Till alla leverantörer", en="To all suppliers")
MERGED = Text(sv="Den här leverantören är sammanslagen med en annan:", en="This supplier has been merged into another:")
BOUGHT = Text(
    sv="Vi köpte för {total} i urvalet, {outside} utanför avtal.", en="We bought {total}, {outside} outside contract."
)
NOTHING = Text(sv="Inga inköp som går att påverka i urvalet.", en="No addressable purchases in the selection.")
TO_LINES = Text(sv="Visa fakturaraderna", en="Show the invoice lines")

filters = sidebar_filters()
supplier_id = asked_id()
chosen = replace(filters, supplier_id=supplier_id)
found = data.supplier(session.edition(), chosen, supplier_id) if supplier_id is not None else None

if found is None or supplier_id is None:
    heading(t(SUPPLIERS))
    empty(t(UNKNOWN), t(ALL), page_url("suppliers"))
else:
    name = str(found.row["name"])
    total, outside = found.by_month["total_ore"].sum(), found.by_month["outside_ore"].sum()
    said = t(BOUGHT, total=formats.short_kronor(int(total)), outside=formats.short_kronor(int(outside)))
    crumbs = [Crumb(t(SUPPLIERS), page_url("suppliers")), Crumb(name)]
    heading(name, said if found.by_month.height else t(NOTHING), session.edition().as_of, crumbs)
    other = view.merged_into(found, supplier_id)
    if other is not None:
        empty(t(MERGED), *other)
    view.about(found)
    view.metrics(metrics.values(session.edition(), chosen), supplier_id)
    left, right = side_by_side("known", (3, 2))
    with left:
        if found.by_month.height:
            view.purchases(found, supplier_id)
            link_to("lines", t(TO_LINES), **{KEYS["supplier_id"]: supplier_id, CLASS_KEY: ALL_CLASSES})
    with right:
        view.contracts(found)
        view.direct_awards(found)
        view.known_as(found)
    if other is None:
        merge_form(found, supplier_id, filters)
