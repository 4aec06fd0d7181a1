"""The forms for penalties: the contract's clause, a right to one, the next step, a recount and a missing number."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import streamlit as st

from dashboard import formats, session
from dashboard.acts.move_penalty import move_penalty, register_penalty
from dashboard.acts.raise_penalty import Breach, raise_penalty, recount_penalty
from dashboard.acts.set_penalty_clause import Terms, set_penalty_clause
from dashboard.data import sanctions as data
from dashboard.data.edition import Edition
from dashboard.deviation_words import CATEGORIES
from dashboard.forms import NO_PERSONS, Form, fill_in, open_form, parse_ore, save
from dashboard.language import t
from dashboard.layout import paragraph, section
from dashboard.people import Person
from dashboard.rules.sanctions.penalty_moves import DECISIONS, NEXT, Step
from dashboard.sanction_words import FORMAL, PENALTY_STATES, UNITS
from dashboard.text import Text
from dashboard.views.permission import permitted
from data_access.errors import Refused

WIDTH = 900
RAISE = Text(sv="Lägg upp ett vite", en="Add a penalty")
CLAUSE = Text(sv="Vitesklausul", en="Penalty clause")
FROM = Text(sv="Första förseningsdagen, eller dagen det hände", en="First day late, or the day it happened")
TO = Text(sv="Sista förseningsdagen (tomt: pågår, eller hände en gång)", en="Last day late (empty: goes on, or once)")
BASE = Text(sv="Ordervärde i kronor, om vitet är i procent", en="The order's value in SEK, for a percentage")
SAVE_RIGHT = Text(sv="Räkna och spara", en="Count and save")
RAISED = Text(sv="Vitet är sparat.", en="The penalty is saved.")
NO_CLAUSES = Text(sv="Avtalet har ingen vitesklausul här.", en="The contract has no penalty clause here.")
NEW_CLAUSE = Text(sv="Lägg in en vitesklausul", en="Add a penalty clause")
WHERE = Text(sv="Var i avtalet", en="Where in the contract")
UNIT = Text(sv="Vitet räknas", en="The penalty counts")
EACH = Text(sv="Belopp i kronor för varje", en="Amount in SEK for each")
PERCENT = Text(sv="Procent av ordervärdet", en="Per cent of the order's value")
CAP = Text(sv="Högsta belopp i kronor (tomt: inget tak)", en="Highest amount in SEK (empty: no cap)")
CATEGORY = Text(sv="Gäller bara (tomt: alla slags avvikelser)", en="Only for (empty: any deviation)")
WITHIN = Text(sv="Ska krävas inom antal dagar (tomt: sägs inte)", en="To be claimed within days (empty: not said)")
NOTICE = Text(sv="Leverantören ska ha fått en reklamation först", en="The supplier must have had a complaint first")
SAVE_CLAUSE = Text(sv="Spara klausulen", en="Save the clause")
CLAUSE_SAVED = Text(sv="Klausulen är sparad.", en="The clause is saved.")
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
        if (person := permitted("raise_penalty")) is None:
            return
        clauses = data.clauses_of(edition, contract_id)
        words: dict[int, Text | str] = {row["id"]: clause_words(row) for row in clauses.iter_rows(named=True)}
        if words:
            _raise(person, today, supplier_id, (contract_id, case_id), words)
        else:
            paragraph(t(NO_CLAUSES))
        clause_form(person, contract_id)


def _raise(
    person: Person, today: date, supplier_id: int, about: tuple[int, int | None], words: Mapping[int, Text | str]
) -> None:
    contract_id, case_id = about
    form = open_form("raise_penalty", case_id or contract_id)
    with st.form(form.name, width=WIDTH):
        clause = form.choose("clause", CLAUSE, words, next(iter(words)) if len(words) == 1 else None)
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
                breach = Breach(supplier_id, first or today, last, parse_ore(base), case_id)
                return raise_penalty(person, form.key, session.now(), clause_id=clause, breach=breach, reason=reason)

            save(form, act, RAISED)


def clause_words(row: Mapping[str, Any]) -> str:
    """A clause in a line: where it stands, what it gives, its cap and what it is for."""
    each = formats.kronor(row["amount_ore"]) if row["amount_ore"] is not None else f"{row['percent'].normalize():f}"
    parts = [f"{row['clause']}: {each} {t(UNITS[row['unit']])}".replace(".", ",", row["unit"] == "percent")]
    if row["cap_ore"] is not None:
        parts.append(f"{t(Text(sv='tak', en='cap'))} {formats.kronor(row['cap_ore'])}")
    if row["category"] is not None:
        parts.append(t(CATEGORIES[row["category"]]).lower())
    return ", ".join(parts)


def clause_form(person: Person, contract_id: int, row: Mapping[str, Any] | None = None) -> None:
    """A new clause of the contract, or the one given, to correct."""
    known = row or dict.fromkeys(
        ("clause", "unit", "amount_ore", "percent", "cap_ore", "category", "claim_within_days")
    )
    form = open_form("penalty_clause", known.get("id") or -contract_id, known.get("version"))
    with st.form(form.name, width=WIDTH):
        st.markdown(f"**{t(NEW_CLAUSE)}**" if row is None else f"**{t(CLAUSE)}**")
        typed = _clause_fields(form, known)
        if st.form_submit_button(t(SAVE_CLAUSE)):
            saving = partial(_save_clause, person, form, contract_id, known.get("id"), typed)
            save(form, saving, CLAUSE_SAVED)


def _clause_fields(form: Form, known: Mapping[str, Any]) -> dict[str, Any]:
    left, middle, right = st.columns(3)
    with left:
        where = form.text("clause", WHERE, value=known["clause"] or "")
        unit = form.choose("unit", UNIT, UNITS, known["unit"])
    with middle:
        each = form.amount("amount", EACH, known["amount_ore"])
        share = form.text("percent", PERCENT, value=formats.number(known["percent"], 2) if known["percent"] else "")
    with right:
        cap = form.amount("cap", CAP, known["cap_ore"])
        days = form.text("days", WITHIN, value=str(known["claim_within_days"] or ""), longest=4)
    category = form.choose("category", CATEGORY, CATEGORIES, known["category"])
    notice = st.checkbox(t(NOTICE), value=bool(known.get("needs_notice")), key=form.field("notice"))
    return {
        **{"clause": where, "unit": unit, "amount": each, "percent": share},
        **{"cap": cap, "days": days, "category": category, "notice": notice},
    }


def _save_clause(
    person: Person, form: Form, contract_id: int, clause_id: int | None, typed: dict[str, Any]
) -> int | None:
    fill_in((WHERE, typed["clause"]), (UNIT, typed["unit"]))
    terms = Terms(
        typed["clause"],
        typed["unit"],
        parse_ore(typed["amount"]),
        _percent(typed["percent"]),
        parse_ore(typed["cap"]),
        typed["category"],
        typed["notice"],
        _days(typed["days"]),
    )
    return set_penalty_clause(
        person, form.key, session.now(), contract_id=contract_id, terms=terms, clause_id=clause_id, seen=form.seen
    )


def _percent(written: str) -> Decimal | None:
    if not written:
        return None
    number = formats.parse_number(written)
    if number is None:
        raise Refused("amount_unreadable", text=written[:30])
    return number


def _days(written: str) -> int | None:
    if not written:
        return None
    if not written.isdecimal():
        raise Refused("amount_unreadable", text=written[:30])
    return int(written)


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
