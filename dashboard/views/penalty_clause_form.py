"""The form for a contract's penalty clause, and a clause in a line of words."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Any

import streamlit as st

from dashboard import formats, session
from dashboard.acts.set_penalty_clause import Terms, set_penalty_clause
from dashboard.deviation_words import CATEGORIES
from dashboard.forms import Form, fill_in, open_form, parse_ore, save
from dashboard.language import t
from dashboard.layout import paragraph
from dashboard.people import Person
from dashboard.person import signed_in
from dashboard.rules.permissions import may
from dashboard.sanction_words import UNITS
from dashboard.text import Text
from data_access.errors import Refused

WIDTH = 900
CLAUSE = Text(sv="Vitesklausul", en="Penalty clause")
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
CORRECT = Text(sv="Rätta vitesklausulen", en="Correct the penalty clause")
CORRECT_WHY = Text(
    sv="Viten som redan är upplagda behåller sina belopp.", en="Penalties added before keep their amounts."
)
UP_TO = Text(sv="tak", en="cap")


def clause_words(row: Mapping[str, Any]) -> str:
    """A clause in a line: where it stands, what it gives, its cap and what it is for."""
    share = None if row["percent"] is None else f"{row['percent'].normalize():f}".replace(".", ",")
    each = share or formats.kronor(row["amount_ore"])
    parts = [f"{row['clause']}: {each} {t(UNITS[row['unit']])}"]
    if row["cap_ore"] is not None:
        parts.append(f"{t(UP_TO)} {formats.kronor(row['cap_ore'])}")
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
        st.markdown(f"**{t(NEW_CLAUSE if row is None else CORRECT)}**")
        typed = _clause_fields(form, known)
        if st.form_submit_button(t(SAVE_CLAUSE)):
            saving = partial(_save_clause, person, form, contract_id, known.get("id"), typed)
            save(form, saving, CLAUSE_SAVED)


def correct_clause(clause: Mapping[str, Any]) -> None:
    """The clause to correct, folded away, for somebody who may."""
    person = signed_in()
    if person is None or not may(person.roles, "set_penalty_clause"):
        return
    with st.expander(t(CORRECT)):
        paragraph(t(CORRECT_WHY))
        clause_form(person, clause["contract_id"], clause)


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
