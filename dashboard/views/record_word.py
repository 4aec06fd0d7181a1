"""The forms for what an audit found and for what the supplier says itself."""

from datetime import date
from functools import partial

import streamlit as st

from dashboard import session
from dashboard.acts.record_word import record_audit_result, record_comment
from dashboard.forms import Form, fill_in, open_form, save
from dashboard.language import t
from dashboard.people import Person
from dashboard.rules.permissions import may
from dashboard.text import Text
from dashboard.views.dossier import ANSWERS, ASSESSED, CONTRACT, RATING, REFERENCE, RESULT, RESULTS, SAID, SOURCE, WORDS

AUDIT = Text(sv="Anteckna ett revisionsresultat", en="Note an audit result")
COMMENT = Text(sv="Anteckna vad leverantören säger", en="Note what the supplier says")
WOULD_USE = Text(sv="Skulle vi anlita leverantören igen?", en="Would we use the supplier again?")
SAVE = Text(sv="Spara", en="Save")
SAVED = Text(sv="Det är antecknat.", en="It is noted.")
USUAL_SOURCE = "Hållbarhetskollen"


def audit_form(person: Person | None, supplier_id: int, today: date) -> None:
    """Folded away; not there for those who may not."""
    if person is None or not may(person.roles, "record_audit_result"):
        return
    form = open_form("audit_result", supplier_id)
    with st.expander(t(AUDIT)), st.form(form.name, border=False):
        left, right = st.columns(2)
        with left:
            source = form.text("source", SOURCE, value=USUAL_SOURCE, longest=100)
            result = form.choose("result", RESULT, {code: word for code, (word, _) in RESULTS.items()})
        with right:
            day = form.day("day", ASSESSED, None, latest=today)
            reference = form.text("reference", REFERENCE, longest=300)
        if st.form_submit_button(t(SAVE)):
            save(form, partial(_save_audit, person, form, supplier_id, source, result, day, reference), SAVED)


def _save_audit(
    person: Person, form: Form, supplier_id: int, source: str, result: str | None, day: date | None, reference: str
) -> object:
    fill_in((SOURCE, source), (RESULT, result), (ASSESSED, day))
    return record_audit_result(
        person,
        form.key,
        session.now(),
        supplier_id=supplier_id,
        source=source,
        result=result or "",
        assessed_on=day or session.today(),
        reference=reference or None,
    )


def comment_form(person: Person | None, supplier_id: int, contracts: dict[int, str], today: date) -> None:
    """Folded away; not there for those who may not."""
    if person is None or not may(person.roles, "record_comment"):
        return
    form = open_form("supplier_comment", supplier_id)
    with st.expander(t(COMMENT)), st.form(form.name, border=False):
        words = form.long_text("words", WORDS)
        left, right = st.columns(2)
        with left:
            day = form.day("day", SAID, today, latest=today)
            contract_id = form.choose("contract", CONTRACT, contracts)
        with right:
            rating = form.choose("rating", RATING, {number: str(number) for number in range(1, 6)})
            again = form.choose("again", WOULD_USE, ANSWERS)
        if st.form_submit_button(t(SAVE)):
            facts = {"contract_id": contract_id, "self_rating": rating, "would_use_again": again}
            save(form, partial(_save_comment, person, form, supplier_id, words, day, facts), SAVED)


def _save_comment(
    person: Person, form: Form, supplier_id: int, words: str, day: date | None, facts: dict[str, int | None]
) -> object:
    fill_in((WORDS, words), (SAID, day))
    again = facts["would_use_again"]
    return record_comment(
        person,
        form.key,
        session.now(),
        supplier_id=supplier_id,
        contract_id=facts["contract_id"],
        said_on=day or session.today(),
        comment=words,
        self_rating=facts["self_rating"],
        would_use_again=None if again is None else bool(again),
    )
