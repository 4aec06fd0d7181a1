"""What happened here, what was breached, and what has been done about it?"""

from dashboard import session
from dashboard.data import deviations as data
from dashboard.data import escalation
from dashboard.data.people import people
from dashboard.language import t
from dashboard.layout import Crumb, empty, heading, page_url
from dashboard.person import signed_in
from dashboard.sidebar import draw_language_switch
from dashboard.text import Text
from dashboard.views import deviations as view
from dashboard.views.complete_deviation import complete_form
from dashboard.views.deviation_case import case_of
from dashboard.views.ids import asked_id

DEVIATIONS = Text(sv="Avvikelser", en="Deviations")
TITLE = Text(sv="Avvikelse {id}", en="Deviation {id}")
UNKNOWN = Text(sv="Den avvikelsen finns inte här.", en="That deviation is not here.")
ALL = Text(sv="Till alla avvikelser", en="To all deviations")

draw_language_switch()
deviation_id = asked_id()
edition, today = session.edition(), session.today()
row = data.deviation(edition, today, deviation_id) if deviation_id is not None else None

if row is None:
    heading(t(DEVIATIONS), is_filtered=False)
    empty(t(UNKNOWN), t(ALL), page_url("deviations"))
else:
    limits = escalation.rules(edition, today).limits
    title = t(TITLE, id=row["id"])
    crumbs = [Crumb(t(DEVIATIONS), page_url("deviations")), Crumb(title)]
    heading(title, view.sentence(row, limits, today), crumbs=crumbs, is_filtered=False)
    view.words(row)
    view.about(row, data.requirement(edition, row), people(edition).names)
    person = signed_in()
    case_of(person, row)
    complete_form(person, edition, row, today)
