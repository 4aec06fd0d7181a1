"""What do we know about this contract?"""

from dashboard import session
from dashboard.data import contracts as data
from dashboard.data.contract_follow_up import contract_follow_up
from dashboard.data.people import people
from dashboard.filters import months_between
from dashboard.language import t
from dashboard.layout import Crumb, choice, empty, heading, link_to, page_url
from dashboard.sidebar import sidebar_filters
from dashboard.text import Text
from dashboard.views import contracts as view
from dashboard.views.contract_ceiling import contract_ceiling
from dashboard.views.contract_changes import contract_changes
from dashboard.views.contract_checklist import checklist
from dashboard.views.contract_decision import decision_part
from dashboard.views.contract_handover import handover
from dashboard.views.contract_plan import plan
from dashboard.views.contract_requirements import requirements
from dashboard.views.contract_risk import risk
from dashboard.views.ids import asked_id
from dashboard.views.lines_link import ALL_CLASSES, CLASS_KEY, CONTRACT_KEY
from dashboard.views.project_plan import replaced_by
from dashboard.views.side_by_side import side_by_side

CONTRACTS = Text(sv="Avtal", en="Contracts")
UNKNOWN = Text(sv="Det avtalet finns inte här.", en="That contract is not here.")
ALL = Text(sv="Till alla avtal", en="To all contracts")
PART = Text(sv="Visa", en="Show")
PARTS = {
    "oversikt": Text(sv="Översikt", en="Overview"),
    "beslut": Text(sv="Beslut", en="Decisions"),
    "tak": Text(sv="Tak", en="Ceiling"),
    "andringar": Text(sv="Ändringar", en="Changes"),
    "uppfoljning": Text(sv="Uppföljning", en="Follow-up"),
    "krav": Text(sv="Krav och checklista", en="Requirements and checklist"),
}
TO_LINES = Text(sv="Visa fakturaraderna på avtalet", en="Show the invoice lines on the contract")

filters = sidebar_filters()
contract_id = asked_id()
found = data.contract(session.edition(), filters, contract_id) if contract_id is not None else None

if found is None or contract_id is None:
    heading(t(CONTRACTS))
    empty(t(UNKNOWN), t(ALL), page_url("contracts"))
else:
    number = str(found.row["number"])
    crumbs = [Crumb(t(CONTRACTS), page_url("contracts")), Crumb(number)]
    as_of = session.edition().as_of
    today = session.today()
    heading(f"{number} {found.row['title']}", view.sentence(found, as_of), as_of, crumbs)
    part = choice(PART, "del", PARTS, "oversikt")
    if part == "oversikt":
        view.about(found)
        replaced_by(session.edition(), today, contract_id)
        left, right = side_by_side("known")
        with left:
            view.purchases(found, contract_id, months_between(filters.period_from, filters.period_to))
            link_to("lines", t(TO_LINES), **{CONTRACT_KEY: contract_id, CLASS_KEY: ALL_CLASSES})
        with right:
            view.missing(found)
            view.suppliers(found)
            view.scope(found)
    elif part == "beslut":
        decision_part(contract_id, today)
    elif part == "tak":
        contract_ceiling(contract_id, today)
    elif part == "andringar":
        contract_changes(contract_id, today)
    else:
        known = contract_follow_up(session.edition(), contract_id, today)
        if known is not None and part == "uppfoljning":
            risk(known)
            plan(known, today)
        elif known is not None:
            requirements(known, today)
            checklist(known, today)
            handover(known, people(session.edition()).names)
