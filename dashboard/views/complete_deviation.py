"""The form with which the contract controller completes a deviation and carries it on."""

from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from dashboard import session
from dashboard.acts.complete_deviation import complete_deviation
from dashboard.data import deviations as data
from dashboard.data.edition import Edition
from dashboard.deviation_words import CATEGORIES, REMEDIES, SEVERITIES, SEVERITY_MEANINGS, STATES
from dashboard.forms import Form, open_form, parse_ore, save
from dashboard.language import language, t
from dashboard.layout import paragraph, section
from dashboard.people import Person
from dashboard.permission_words import who_may
from dashboard.rules.deviations.states import NEXT
from dashboard.rules.permissions import may
from dashboard.text import Text
from dashboard.views.deviations import COMPLAINED, CONTRACT, CREDITED, DUE, KIND, NOTE, REMEDY, SEVERITY, STATE

TITLE = Text(sv="Komplettera och för vidare", en="Complete and carry on")
REQUIREMENT = Text(sv="Krav som brutits", en="Requirement breached")
TERM = Text(sv="Eller villkor i avtalet, till exempel punkt 7.2", en="Or a term of the contract, such as 7.2")
NOTE_HELP = Text(
    sv="Avskriver du avvikelsen skriver du skälet här. Skriv inte personuppgifter.",
    en="To dismiss the deviation, write the reason here. Do not write personal data.",
)
SAVE = Text(sv="Spara", en="Save")
DONE = Text(sv="Avvikelsen är sparad.", en="The deviation is saved.")


def complete_form(person: Person | None, edition: Edition, row: dict[str, Any], today: date) -> None:
    """The form, or who may."""
    section(t(TITLE))
    if person is None or not may(person.roles, "complete_deviation"):
        paragraph(who_may("complete_deviation", language()))
        return
    form = open_form("complete", row["id"], row["version"])
    contracts = data.contracts_of(edition, row["supplier_id"])
    contract_id = form.choose("contract", CONTRACT, contracts, row["contract_id"])
    with st.form(form.name, width=980):
        filled = _breach(form, edition, row, contract_id) | _course(form, row, today)
        if st.form_submit_button(t(SAVE), type="primary"):
            save(form, partial(_complete, person, form, row["id"], contract_id, filled), DONE)


def _breach(form: Form, edition: Edition, row: dict[str, Any], contract_id: int | None) -> dict[str, Any]:
    """What was breached and how serious it is."""
    requirements = data.requirements(edition, contract_id) if contract_id else {}
    left, right = st.columns(2)
    with left:
        requirement = form.choose("requirement", REQUIREMENT, requirements, row["requirement_id"])
        category = form.choose("category", KIND, CATEGORIES, row["category"])
    with right:
        clause = form.text("clause", TERM, value=row["clause"] or "")
        levels = {level: f"{level} {t(words)}: {t(SEVERITY_MEANINGS[level])}" for level, words in SEVERITIES.items()}
        severity = form.choose("severity", SEVERITY, levels, row["severity"])
    return {"requirement_id": requirement, "clause": clause or None, "category": category, "severity": severity}


def _course(form: Form, row: dict[str, Any], today: date) -> dict[str, Any]:
    """What has been done about it and what is to be done."""
    left, middle, right = st.columns(3)
    with left:
        complained = form.day("complained", COMPLAINED, row["complained_on"], latest=today)
        remedy = form.choose("remedy", REMEDY, REMEDIES, row["remedy"])
    with middle:
        due = form.day("due", DUE, row["due_on"])
        credited = form.amount("credited", CREDITED, row["credited_ore"])
    with right:
        states = {code: STATES[code] for code in STATES if code == row["state"] or code in NEXT[row["state"]]}
        state = form.choose("state", STATE, states, row["state"])
    note = form.long_text("note", NOTE, NOTE_HELP, row["note"] or "")
    done = {"complained_on": complained, "remedy": remedy, "due_on": due, "credited": credited}
    return done | {"state": state or row["state"], "note": note or None}


def _complete(person: Person, form: Form, row_id: int, contract_id: int | None, filled: dict[str, Any]) -> object:
    known = {**filled, "credited_ore": parse_ore(filled["credited"]), "contract_id": contract_id}
    known.pop("credited")
    return complete_deviation(person, form.key, session.now(), row_id, form.seen or 0, **known)
