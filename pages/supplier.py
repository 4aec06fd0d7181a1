"""What do we know about this supplier, and how does it keep what it promised?"""

from dataclasses import replace

from dashboard import session
from dashboard.data import deviations as reported
from dashboard.data import dossier as files
from dashboard.data import metrics
from dashboard.data import suppliers as data
from dashboard.language import t
from dashboard.layout import Crumb, choice, empty, heading, page_url
from dashboard.person import signed_in
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import dossier as file_view
from dashboard.views import suppliers as view
from dashboard.views.evidence import evidence_downloads
from dashboard.views.ids import asked_id
from dashboard.views.record_word import audit_form, comment_form
from dashboard.views.sanctions import block_section, penalty_section
from dashboard.views.side_by_side import side_by_side
from dashboard.views.supplier_merge import merge_form

SUPPLIERS = Text(sv="Leverantörer", en="Suppliers")
UNKNOWN = Text(sv="Den leverantören finns inte här.", en="That supplier is not here.")
ALL = Text(sv="Till alla leverantörer", en="To all suppliers")
MERGED = Text(sv="Den här leverantören är sammanslagen med en annan:", en="This supplier has been merged into another:")
PART = Text(sv="Visa", en="Show")
PARTS = {
    "inkop": Text(sv="Inköp och avtal", en="Purchases and contracts"),
    "arenden": Text(sv="Ärenden och viten", en="Cases and penalties"),
    "uppfoljning": Text(sv="Uppföljning och krav", en="Follow-up and requirements"),
}

filters = sidebar_filters()
edition, today, supplier_id = session.edition(), session.today(), asked_id()
chosen = replace(filters, supplier_id=supplier_id)
found = data.supplier(edition, chosen, supplier_id) if supplier_id is not None else None

if found is None or supplier_id is None:
    heading(t(SUPPLIERS))
    empty(t(UNKNOWN), t(ALL), page_url("suppliers"))
else:
    name, person = str(found.row["name"]), signed_in()
    dossier = files.dossier(edition, today, supplier_id)
    crumbs = [Crumb(t(SUPPLIERS), page_url("suppliers")), Crumb(name)]
    heading(name, f"{view.bought(found)} {file_view.says_step(dossier)}", edition.as_of, crumbs)
    other = view.merged_into(found, supplier_id)
    if other is not None:
        empty(t(MERGED), *other)
    view.about(found)
    part = choice(PART, "del", PARTS, "inkop")
    if part == "inkop":
        view.metrics(metrics.values(edition, chosen), supplier_id)
        left, right = side_by_side("known", (3, 2))
        with left:
            view.purchases(found, supplier_id)
        with right:
            view.contracts(found)
            view.direct_awards(found)
            view.known_as(found)
        if other is None:
            merge_form(found, supplier_id, filters)
    elif part == "arenden":
        file_view.cases(dossier)
        file_view.deviations(dossier, supplier_id)
        penalty_section(edition, today, supplier_id=supplier_id)
        block_section(edition, supplier_id=supplier_id)
        evidence_downloads(edition, today, supplier_id, person)
    else:
        file_view.follow_ups(dossier)
        file_view.requirements(dossier)
        file_view.audits(dossier)
        audit_form(person, supplier_id, today)
        file_view.comments(dossier)
        comment_form(person, supplier_id, reported.contracts_of(edition, supplier_id), today)
