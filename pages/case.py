"""Where does this case stand, what is missing, and what can be done next?"""

import polars as pl

from dashboard import session
from dashboard.data import case as data
from dashboard.data import chronology as history
from dashboard.data import deviations as reported
from dashboard.language import t
from dashboard.layout import empty, heading, link_to, page_url, section
from dashboard.person import signed_in
from dashboard.rules.permissions import SEES_LEGAL_NOTES
from dashboard.sidebar import draw_language_switch
from dashboard.text import Text
from dashboard.views import case as view
from dashboard.views import case_chronology, case_people, case_plan
from dashboard.views.deviations import deviation_table
from dashboard.views.ids import asked_id
from dashboard.views.lines_link import ALL_CLASSES, CLASS_KEY, CONTRACT_KEY
from dashboard.views.sanctions import block_section, penalty_section
from dashboard.views.side_by_side import side_by_side

ESCALATION = Text(sv="Eskalering", en="Escalation")
TITLE = Text(sv="{supplier} – {contract}", en="{supplier} – {contract}")
UNKNOWN = Text(sv="Det ärendet finns inte här.", en="That case is not here.")
ALL = Text(sv="Till alla ärenden", en="To all cases")
PEOPLE = Text(sv="Vilka arbetar i ärendet?", en="Who works in the case?")
TO_LINES = Text(sv="Visa avtalets fakturarader", en="Show the contract's invoice lines")
DEVIATIONS = Text(sv="Avvikelserna i ärendet", en="The deviations of the case")

draw_language_switch()
edition, today, case_id = session.edition(), session.today(), asked_id()
case = data.case(edition, today, case_id) if case_id is not None else None

if case is None:
    heading(t(ESCALATION), is_filtered=False)
    empty(t(UNKNOWN), t(ALL), page_url("escalation"))
else:
    title = t(TITLE, supplier=case.row["supplier"], contract=case.row["contract"])
    crumbs = view.way_here(t(ESCALATION), case)
    heading(title, view.sentence(case, today), crumbs=crumbs, is_filtered=False)
    view.steps(case)
    view.time_used(case, today)
    person = signed_in()
    left, right = side_by_side("case", (3, 2))
    with left:
        view.gaps(case)
        view.forms(person, case, today)
    with right:
        section(t(PEOPLE))
        case_people.members(case.members)
        case_plan.action_plan(case.items, today)
    section(t(DEVIATIONS))
    its_own = reported.deviations(edition, today).filter(pl.col("case_id") == case.facts.id)
    deviation_table(its_own, t(DEVIATIONS), leave_out=("supplier", "contract"))
    about = {"case_id": case.facts.id, "contract_id": case.facts.contract_id, "supplier_id": case.facts.supplier_id}
    penalty_section(edition, today, **about)
    block_section(edition, **about)
    link_to("lines", t(TO_LINES), **{CONTRACT_KEY: case.facts.contract_id, CLASS_KEY: ALL_CLASSES})
    section(t(case_chronology.TITLE))
    sees = person is not None and bool(person.roles & SEES_LEGAL_NOTES)
    case_chronology.chronology_table(history.chronology(edition, case.facts.id), case.names, sees)
