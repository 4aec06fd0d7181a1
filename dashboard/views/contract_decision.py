"""The contract page's part on decisions: what must be decided and by when, on a day one can move, and the decision."""

from datetime import date

from dashboard import formats, session
from dashboard.data.contract_decisions import contract_decisions
from dashboard.data.decision_page import contract_on, last_day
from dashboard.language import t
from dashboard.layout import link_to, section
from dashboard.text import Text
from dashboard.views import decisions
from dashboard.views.decision_form import decision_form
from dashboard.views.decision_history import history
from dashboard.views.decision_sentence import sentence
from dashboard.views.decision_undo import undo_form

TITLE = Text(sv="Vad ska beslutas?", en="What is to be decided?")
DECIDE = Text(sv="Besluta", en="Decide")
OTHER_DAY = Text(
    sv="Det ovan gäller {day}. Beslut fattas efter hur det ser ut i dag, {today}.",
    en="The above is for {day}. Decisions are taken by how things stand today, {today}.",
)
TO_TODAY = Text(sv="Gå tillbaka till i dag för att besluta", en="Go back to today to decide")
TO_PLAN = Text(sv="Till upphandlingsplanen", en="To the procurement plan")


def decision_part(contract_id: int, today: date) -> None:
    """All of the part: the sentence, the day and the ways on it, the decision, what was decided, and the dates."""
    edition = session.edition()
    known = contract_decisions(edition, contract_id)
    day = decisions.asked_day(today, last_day(today))
    one = contract_on(edition, day, contract_id)
    if one is None:
        return
    section(t(TITLE), sentence(one, known, day, today))
    if "reprocure" in known.kinds:
        link_to("procurement_plan", t(TO_PLAN))
    decisions.day_slider(today, last_day(today))
    decisions.ways_of(one)
    if day == today:
        section(t(DECIDE))
        decision_form(one, known, today)
    else:
        section(t(DECIDE), t(OTHER_DAY, day=formats.day(day), today=formats.day(today)))
        link_to("contract", t(TO_TODAY), id=contract_id, **{"del": "beslut"})
    history(known)
    if day == today:
        undo_form(known, today)
    decisions.dates_of(one)
    decisions.options_of(one)
