"""The forms for penalties: a right to one, the next step, a recount and a missing number."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats, session
from dashboard.acts.move_penalty import move_penalty, register_penalty
from dashboard.acts.raise_penalty import Breach, raise_penalty, recount_penalty
from dashboard.data import sanctions as data
from dashboard.data.edition import Edition
from dashboard.deviation_words import CATEGORIES
from dashboard.forms import NO_PERSONS, fill_in, open_form, parse_ore, save
from dashboard.language import t
from dashboard.layout import paragraph, section
from dashboard.people import Person
from dashboard.rules.sanctions.penalty_moves import DECISIONS, NEXT, Step
from dashboard.sanction_words import FORMAL, PENALTY_STATES
from dashboard.text import Text
from dashboard.views.penalty_clause_form import CLAUSE, clause_form, clause_words
from dashboard.views.permission import permitted

WIDTH = 900
RAISE = Text(sv="Lägg upp ett vite", en="Add a penalty")
DEVIATION = Text(sv="För vilken avvikelse? (tomt: ingen särskild)", en="For which deviation? (empty: none)")
FROM = Text(sv="Första förseningsdagen, eller dagen det hände", en="First day late, or the day it happened")
TO = Text(sv="Sista förseningsdagen (tomt: pågår, eller hände en gång)", en="Last day late (empty: goes on, or once)")
BASE = Text(sv="Ordervärde i kronor, om vitet är i procent", en="The order's value in SEK, for a percentage")
SAVE_RIGHT = Text(sv="Räkna och spara", en="Count and save")
RAISED = Text(sv="Vitet är sparat.", en="The penalty is saved.")
NO_CLAUSES = Text(sv="Avtalet har ingen vitesklausul här.", en="The contract has no penalty clause here.")
STEP_TO = Text(sv="Nästa steg", en="Next step")
WHAT = Text(sv="Vitet blir", en="The penalty becomes")
DAY = Text(sv="Dag", en="Day")
AMOUNT = Text(sv="Belopp i kronor", en="Amount in SEK")
REASON = Text(sv="Skäl", en="Reason")
NUMBER = Text(sv="Diarienummer", en="Registration number")
SAVE_STEP = Text(sv="Spara steget", en="Save the step")
MOVED = Text(sv="Steget är sparat.", en="The step is saved.")
WAIVE_NEEDS = Text(
    sv="Att avstå är ett beslut: det behöver skäl (minst 20 tecken) och diarienummer, och gäller hela beloppet.",
    en="Waiving is a decision: it needs reasons (at least 20 characters) and a registration number. All is waived.",
)
NO_DELEGATION = Text(
    sv="Kontrollera rätten att besluta: ingen inlagd delegation för vite täcker {amount} för dina roller.",
    en="Check the right to decide: no delegation for penalties entered here covers {amount} for your roles.",
)
LATE_CLAIM = Text(
    sv="Tiden att kräva gick ut {day}. Det går att kräva ändå, men leverantören kan invända.",
    en="The time to claim ended {day}. It can still be claimed, but the supplier may object.",
)
RECOUNT = Text(sv="Räkna om med sista dagen", en="Count again with the last day")
RECOUNTED = Text(sv="Vitet är omräknat.", en="The penalty is counted again.")
FILL_IN = Text(sv="Fyll i diarienummer", en="Fill in the registration number")
NUMBERED = Text(sv="Diarienumret är sparat.", en="The registration number is saved.")


def raise_form(edition: Edition, today: date, supplier_id: int, contract_id: int, case_id: int | None) -> None:
    """A right to a penalty by one of the contract's clauses, folded away; and a way to add a clause."""
    with st.expander(t(RAISE)):
        clauses = data.clauses_of(edition, contract_id)
        words: dict[int, Text | str] = {row["id"]: clause_words(row) for row in clauses.iter_rows(named=True)}
        if not words:
            paragraph(t(NO_CLAUSES))
        elif (person := permitted("raise_penalty")) is not None:
            found = data.deviations_of(edition, supplier_id, contract_id, case_id)
            _raise(person, today, supplier_id, (contract_id, case_id), words, _deviation_words(found))
        if (setter := permitted("set_penalty_clause")) is not None:
            clause_form(setter, contract_id)


def _raise(
    person: Person,
    today: date,
    supplier_id: int,
    about: tuple[int, int | None],
    words: Mapping[int, Text | str],
    deviations: Mapping[int, Text | str],
) -> None:
    contract_id, case_id = about
    form = open_form("raise_penalty", case_id or contract_id)
    with st.form(form.name, width=WIDTH):
        clause = form.choose("clause", CLAUSE, words, next(iter(words)) if len(words) == 1 else None)
        deviation = form.choose("deviation", DEVIATION, deviations)
        left, right = st.columns(2)
        with left:
            first = form.day("from", FROM, None, latest=today)
            base = form.amount("base", BASE)
        with right:
            last = form.day("to", TO, None, latest=today)
        reason = form.long_text("reason", REASON)
        if st.form_submit_button(t(SAVE_RIGHT), type="primary"):

            def act() -> object:
                fill_in((CLAUSE, clause), (FROM, first))
                breach = Breach(supplier_id, first or today, last, parse_ore(base), case_id, deviation)
                return raise_penalty(person, form.key, session.now(), clause_id=clause, breach=breach, reason=reason)

            save(form, act, RAISED)


def _deviation_words(rows: pl.DataFrame) -> dict[int, Text | str]:
    """Each deviation by its day, kind and severity."""
    words: dict[int, Text | str] = {}
    for row in rows.select("id", "observed_on", "category", "severity").iter_rows(named=True):
        kind = t(CATEGORIES[row["category"]]) if row["category"] else formats.NONE
        words[row["id"]] = f"{formats.day(row['observed_on'])} {kind}, {row['severity'] or formats.NONE}"
    return words


def step_form(edition: Edition, today: date, one: data.OnePenalty) -> None:
    """The next step of the penalty, with what should be known before it is taken."""
    row: dict[str, Any] = one.row
    if not NEXT[row["state"]] or (person := permitted("move_penalty")) is None:
        return
    section(t(STEP_TO))
    form = open_form("move_penalty", row["id"], row["version"])
    states: dict[str, Text | str] = {state: PENALTY_STATES[state] for state in NEXT[row["state"]]}
    with st.columns([2, 3])[0]:
        state = form.choose("state", WHAT, states, next(iter(states)))
    _warn(edition, today, row, state, person)
    with st.form(form.name, width=WIDTH):
        left, middle, right = st.columns(3)
        with left:
            day = form.day("day", DAY, today, latest=today)
        with middle:
            amount = form.amount("amount", AMOUNT, row["amount_ore"]) if state != "waived" else "0"
        with right:
            number = form.text("number", NUMBER, longest=60)
        reason = form.long_text("reason", REASON, NO_PERSONS)
        if st.form_submit_button(t(SAVE_STEP), type="primary"):

            def act() -> object:
                fill_in((WHAT, state), (DAY, day), (AMOUNT, amount))
                step = Step(str(state), day or today, parse_ore(amount) or 0, reason, number)
                return move_penalty(person, form.key, session.now(), row["id"], form.seen or 0, step)

            save(form, act, MOVED)


def _warn(edition: Edition, today: date, row: Mapping[str, Any], state: str | None, person: Person) -> None:
    if state == "waived":
        paragraph(t(WAIVE_NEEDS))
    if state == "claimed" and row["is_lapsed"]:
        paragraph(t(LATE_CLAIM, day=formats.day(row["claim_by"])))
    if state in DECISIONS and not data.has_delegation(edition, person.roles, row["amount_ore"], today):
        paragraph(t(NO_DELEGATION, amount=formats.kronor(row["amount_ore"])))


def recount_form(today: date, row: Mapping[str, Any]) -> None:
    """The last day of a delay that was still going on; only before the penalty is claimed."""
    if row["state"] != "entitled" or row["to_on"] is not None or row["claim_by"] is not None:
        return
    if (person := permitted("raise_penalty")) is None:
        return
    form = open_form("recount_penalty", row["id"], row["version"])
    with st.form(form.name, width=WIDTH):
        last = form.day("to", TO, today, earliest=row["from_on"], latest=today)
        if st.form_submit_button(t(RECOUNT)):
            act = partial(recount_penalty, person, form.key, session.now(), row["id"], form.seen or 0, last or today)
            save(form, act, RECOUNTED)


def number_form(row: Mapping[str, Any]) -> None:
    """The registration number that where the penalty stands lacks."""
    if (
        row["state"] not in FORMAL
        or row["registration_number"] is not None
        or (person := permitted("register_act")) is None
    ):
        return
    form = open_form("register_penalty", row["id"], row["version"])
    with st.form(form.name, width=640):
        number = form.text("number", NUMBER, longest=60)
        if st.form_submit_button(t(FILL_IN)):
            act = partial(register_penalty, person, form.key, session.now(), row["id"], form.seen or 0, number)
            save(form, act, NUMBERED)
