"""Recording what was done in a case, filling in a registration number, taking back a mistake."""

from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from dashboard import session
from dashboard.acts.record_act import record_act, withdraw_record
from dashboard.acts.register_act import register_act
from dashboard.deviation_words import DOCUMENT_STATES, RECORDS
from dashboard.forms import Form, fill_in, open_form, save
from dashboard.language import language, t
from dashboard.layout import paragraph
from dashboard.people import Person
from dashboard.permission_words import who_may
from dashboard.rules.deviations.records import NEEDS_VERDICT, permission_for, recording_role
from dashboard.rules.permissions import may
from dashboard.text import Text

TITLE = Text(sv="Registrera vad som gjorts", en="Record what has been done")
KIND = Text(sv="Vad är gjort?", en="What has been done?")
DONE_ON = Text(sv="Dag", en="Day")
DEADLINE = Text(sv="Frist för leverantören", en="Deadline for the supplier")
VERDICT = Text(sv="Svaret blev", en="The answer was")
VERDICTS = {True: Text(sv="Ja", en="Yes"), False: Text(sv="Nej", en="No")}
NUMBER = Text(sv="Diarienummer", en="Registration number")
STATE = Text(sv="Handlingens status", en="State of the document")
EVIDENCE = Text(sv="Länk till handlingen", en="Link to the document")
NOTE = Text(sv="Anteckning", en="Note")
CONFIDENTIAL = Text(
    sv="Sekretessmarkera: visas bara för jurist, teamleader och inköpschef",
    en="Confidential: shown to legal counsel, team leader and chief purchasing officer only",
)
SAVE = Text(sv="Registrera", en="Record")
SAVED = Text(sv="Det är registrerat.", en="It is recorded.")
FILL_IN_NUMBER = Text(sv="Fyll i diarienummer", en="Fill in a registration number")
WHICH = Text(sv="För vad?", en="For what?")
WHOLE_CASE = Text(sv="Hela ärendet", en="The whole case")
NUMBERED = Text(sv="Diarienumret är sparat.", en="The registration number is saved.")
TAKE_BACK = Text(sv="Ta tillbaka en felregistrering", en="Take back a mistaken record")
WHY = Text(sv="Vad var fel?", en="What was wrong?")
TAKEN_BACK = Text(sv="Registreringen gäller inte längre.", en="The record no longer counts.")


def record_form(person: Person, case: dict[str, Any], wanted: str | None) -> None:
    """The form; `wanted` is the kind chosen already, such as what is missing."""
    allowed = [
        kind for kind in RECORDS if may(person.roles, permission_for(kind)) and recording_role(kind, person.roles)
    ]
    if not allowed:
        paragraph(who_may("record_act", language()))
        return
    form = open_form("record", case["id"], case["version"])
    kind = form.choose("kind", KIND, {one: RECORDS[one] for one in allowed}, wanted)
    with st.form(form.name, width=900):
        filled = _fields(form, kind)
        if st.form_submit_button(t(SAVE), type="primary"):
            save(form, partial(_record, person, form, case["id"], kind, filled), SAVED)


def _fields(form: Form, kind: str | None) -> dict[str, Any]:
    left, middle, right = st.columns(3)
    with left:
        done = form.day("done", DONE_ON, session.today(), latest=session.today())
        number = form.text("number", NUMBER, longest=60)
    with middle:
        deadline = form.day("deadline", DEADLINE, None)
        state = form.choose("state", STATE, DOCUMENT_STATES)
    with right:
        verdict = form.choose("verdict", VERDICT, VERDICTS) if kind in NEEDS_VERDICT else None
        evidence = form.text("evidence", EVIDENCE, longest=500)
    note = form.long_text("note", NOTE)
    secret = st.checkbox(t(CONFIDENTIAL), key=form.field("secret"))
    return {
        "done_on": done,
        "deadline_on": deadline,
        "verdict": verdict,
        "note": note or None,
        "evidence": evidence or None,
        "registration_number": number or None,
        "document_state": state,
        "is_confidential": secret,
    }


def _record(person: Person, form: Form, case_id: int, kind: str | None, filled: dict[str, Any]) -> object:
    fill_in((KIND, kind), (DONE_ON, filled["done_on"]))
    return record_act(person, form.key, session.now(), case_id, form.seen or 0, kind=str(kind), **filled)


def number_form(person: Person, case: dict[str, Any], unnumbered: pl.DataFrame, wanted: int | None) -> None:
    """The registration number of the case or of one of its records; `unnumbered`: `id, kind, done_on, version`.

    `wanted` is the record that stands chosen already; else it is the case, while that has no number.
    """
    if not may(person.roles, "register_act"):
        paragraph(who_may("register_act", language()))
        return
    choosing = open_form("number", case["id"])
    rows = {("record", row["id"]): row for row in unnumbered.iter_rows(named=True)}
    choices: dict[tuple[str, int], Text | str] = {("case", case["id"]): WHOLE_CASE}
    choices |= {one: f"{t(RECORDS[row['kind']])} {row['done_on']}" for one, row in rows.items()}
    first = next(iter(rows), None) if case["registration_number"] else ("case", case["id"])
    chosen = choosing.choose("which", WHICH, choices, ("record", wanted) if ("record", wanted) in rows else first)
    if chosen is None:
        return
    what, object_id = chosen
    form = open_form(f"number_{what}", object_id, rows.get(chosen, case)["version"])
    with st.form(form.name, width=640):
        number = form.text("number", NUMBER, longest=60)
        if st.form_submit_button(t(FILL_IN_NUMBER)):
            act = partial(register_act, person, form.key, session.now(), what, object_id, form.seen or 0, number)
            save(form, act, NUMBERED)


def withdraw_form(person: Person, case_id: int, records: pl.DataFrame) -> None:
    """Says that a record was made by mistake; it stays in the chronology, crossed out."""
    if records.is_empty() or not may(person.roles, "withdraw_record"):
        return
    choosing = open_form("withdraw", case_id)
    rows = {row["id"]: row for row in records.iter_rows(named=True)}
    words: dict[int, Text | str] = {key: f"{t(RECORDS[row['kind']])} {row['done_on']}" for key, row in rows.items()}
    chosen = choosing.choose("which", WHICH, words)
    if chosen is None:
        return
    form = open_form("withdraw_record", chosen, rows[chosen]["version"])
    with st.form(form.name, width=640):
        why = form.text("why", WHY, longest=500)
        if st.form_submit_button(t(TAKE_BACK)):
            save(
                form, partial(withdraw_record, person, form.key, session.now(), chosen, form.seen or 0, why), TAKEN_BACK
            )
