"""A contract's requirements on its page: how and when each is checked, and what came of it."""

from datetime import date
from functools import partial
from html import escape
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats, session
from dashboard.acts.check_requirement import check_requirement, plan_requirement
from dashboard.charts.theme import STATUS
from dashboard.data.contract_follow_up import ContractFollowUp
from dashboard.follow_up_words import OUTCOMES, REQUIREMENT_STATES
from dashboard.forms import Form, fill_in, open_form, save
from dashboard.language import language, t
from dashboard.layout import section, table
from dashboard.people import Person
from dashboard.register_words import METHODS, REQUIREMENT_TYPES, word, words
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.permission import permitted

TITLE = Text(sv="Krav", en="Requirements")
NONE = Text(sv="Avtalet har inga krav inskrivna.", en="The contract has no requirements on record.")
SENTENCE = Text(
    sv="Krav: {all}. Uppfyllda: {met}. Försenade: {overdue}. Utan plan: {unplanned}.",
    en="Requirements: {all}. Met: {met}. Overdue: {overdue}. Without a plan: {unplanned}.",
)
KIND = Text(sv="Slag", en="Kind")
REQUIREMENT = Text(sv="Krav", en="Requirement")
HOW = Text(sv="Hur", en="How")
WHEN = Text(sv="När", en="When")
STATE = Text(sv="Utfall", en="Outcome")
CHECKED = Text(sv="Kontrollerat", en="Checked")
EVIDENCE = Text(sv="Underlag", en="Evidence")
PLAN = Text(sv="Planera kontrollen av ett krav", en="Plan the check of a requirement")
CHECK = Text(sv="Anteckna utfallet av ett krav", en="Record the outcome of a requirement")
OUTCOME = Text(sv="Utfall", en="Outcome")
CHECKED_ON = Text(sv="Kontrollerat den", en="Checked on")
BY = Text(sv="Ska vara kontrollerat", en="To be checked by")
SAVE = Text(sv="Spara", en="Save")
SAVED = Text(sv="Kravet är sparat.", en="The requirement is saved.")
LOOKS = {
    "met": "green",
    "checked": "green",
    "partly": "amber",
    "not_met": "red",
    "overdue": "red",
    "planned": "no_target",
    "unplanned": "no_target",
}


def requirements(known: ContractFollowUp, today: date) -> None:
    """Each requirement with how, when and what came of it, and the two forms."""
    rows = known.requirements
    if rows.is_empty():
        section(t(TITLE), t(NONE))
        return
    section(t(TITLE), _sentence(rows))
    _table(rows)
    with st.expander(t(PLAN)):
        _choose_and("plan_requirement", rows, known.contract_id, today)
    with st.expander(t(CHECK)):
        _choose_and("check_requirement", rows, known.contract_id, today)


def _sentence(rows: pl.DataFrame) -> str:
    counts = {name: rows.filter(pl.col("state") == name).height for name in ("met", "overdue", "unplanned")}
    return t(SENTENCE, all=formats.number(rows.height), **{key: formats.number(count) for key, count in counts.items()})


def _table(rows: pl.DataFrame) -> None:
    shown = rows.with_columns(
        pl.Series("state_words", [_state(state) for state in rows["state"]], dtype=pl.String),
        pl.col("type").replace_strict(words(REQUIREMENT_TYPES, language())),
        pl.col("check_method").replace_strict(words(METHODS, language()), default=None, return_dtype=pl.String),
    )
    table(
        shown,
        [
            Column("type", KIND),
            Column("description", REQUIREMENT),
            Column("check_method", HOW),
            Column("due_on", WHEN, "day"),
            Column("state_words", STATE, "html"),
            Column("checked_on", CHECKED, "day"),
            Column("evidence", EVIDENCE),
        ],
        t(TITLE),
    )


def _state(state: str) -> str:
    shape, words_of_it = REQUIREMENT_STATES[state]
    return f"<span class='lw-status' style='color:{STATUS[LOOKS[state]].text}'>{shape} {escape(t(words_of_it))}</span>"


def _choose_and(act: str, rows: pl.DataFrame, contract_id: int, today: date) -> None:
    """Which requirement, and then the form about it."""
    person = permitted(act)
    if person is None:
        return
    named = {row["id"]: row for row in rows.iter_rows(named=True)}

    def name(key: int) -> str:
        return f"{word(REQUIREMENT_TYPES, named[key]['type'], language())}: {named[key]['description']}"

    chosen = st.selectbox(t(REQUIREMENT), list(named), format_func=name, key=f"which_{act}_{contract_id}", width=900)
    form = open_form(act, chosen, named[chosen]["version"])
    if act == "plan_requirement":
        _plan_form(person, form, named[chosen], today)
    else:
        _check_form(person, form, named[chosen], today)


def _plan_form(person: Person, form: Form, row: dict[str, Any], today: date) -> None:
    with st.form(form.name, width=900, border=False):
        left, right = st.columns(2)
        with left:
            method = form.choose("method", HOW, METHODS, row["check_method"])
        with right:
            due = row["due_on"] if row["due_on"] is not None and row["due_on"] >= today else None
            day = form.day("day", BY, due, earliest=today)
        if st.form_submit_button(t(SAVE), type="primary"):
            save(form, partial(_plan, person, form, row["id"], method, day), SAVED)


def _plan(person: Person, form: Form, requirement_id: int, method: Any, day: Any) -> object:
    fill_in((HOW, method), (BY, day))
    return plan_requirement(person, form.key, session.now(), requirement_id, form.seen or 0, method=method, due_on=day)


def _check_form(person: Person, form: Form, row: dict[str, Any], today: date) -> None:
    with st.form(form.name, width=900, border=False):
        left, right = st.columns(2)
        with left:
            outcome = form.choose("outcome", OUTCOME, OUTCOMES, row["outcome"])
        with right:
            day = form.day("day", CHECKED_ON, today, latest=today)
        evidence = form.text("evidence", EVIDENCE, value=row["evidence"] or "", longest=500)
        if st.form_submit_button(t(SAVE), type="primary"):
            save(form, partial(_check, person, form, row["id"], outcome, day, evidence), SAVED)


def _check(person: Person, form: Form, requirement_id: int, outcome: Any, day: Any, evidence: str) -> object:
    fill_in((OUTCOME, outcome), (CHECKED_ON, day))
    told = {"outcome": outcome, "evidence": evidence}
    return check_requirement(person, form.key, session.now(), requirement_id, form.seen or 0, checked_on=day, **told)
