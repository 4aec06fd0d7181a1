"""The form that saves a decision about a contract: only what may be decided today is offered, the rest says why not."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from dashboard import formats, session
from dashboard.acts.decide import Decision, decide
from dashboard.data.contract_decisions import ContractDecisions, ceiling_days, standing_point, why_closed
from dashboard.data.decision_page import OneContract
from dashboard.decision_refusals import said
from dashboard.decision_words import KINDS
from dashboard.forms import Form, fill_in, open_form, save
from dashboard.language import language, t
from dashboard.layout import paragraph
from dashboard.people import Person
from dashboard.rules.decisions.deciding import WAY_OF, in_the_way, needed_on
from dashboard.text import Text
from dashboard.views.decision_effect import done_words, effect_words
from dashboard.views.html_list import items
from dashboard.views.permission import permitted

WIDTH = 900
KIND = Text(sv="Vad beslutas?", en="What is decided?")
NOT_OPEN = Text(sv="Det här går inte att besluta i dag:", en="This cannot be decided today:")
CLOSED = Text(sv="{kind}: {why}", en="{kind}: {why}")
LAST_DAY = Text(sv="Önskad sista dag, om inte den nedan", en="Last day wanted, if not the one below")
NEEDED = Text(sv="När behövs det nya avtalet?", en="When is the new contract needed?")
CASE = Text(sv="Ärende (tomt: det öppna, eller ett nytt)", en="Case (empty: the open one, or a new one)")
CASE_WORDS = Text(sv="Ärende {number}, {supplier}", en="Case {number}, {supplier}")
SUPPLIER = Text(sv="Leverantör", en="Supplier")
REASON = Text(sv="Skäl", en="Reason")
FORUM = Text(sv="Var är det beslutat?", en="Where was it decided?")
BY_DELEGATION = Text(sv="Delegation", en="Delegation")
DAY = Text(sv="Beslutsdag", en="Day of the decision")
NUMBER = Text(sv="Diarienummer", en="Registration number")
SAVE = Text(sv="Spara beslutet", en="Save the decision")


def decision_form(one: OneContract, known: ContractDecisions, today: date) -> None:
    """What is closed today and why, the choice among what is open, what it will do, and the form."""
    end: Any = one.row["current_end"]
    stands = in_the_way(known.standing, known.plan, end)
    closed = {kind: codes for kind, codes in why_closed(one, stands, today).items() if codes}
    offered: dict[Any, Text | str] = {kind: KINDS[kind] for kind in _kinds() if kind not in closed}
    if permitted(f"decide_{next(iter(offered))}") is None:
        return
    form = open_form("decide", known.contract_id, known.newest)
    with st.container(width=WIDTH):
        kind = form.choose("kind", KIND, offered)
    _say_closed(one, closed)
    if kind is not None and (person := permitted(f"decide_{kind}")) is not None:
        _form(person, form, one, known, kind, today)


def _kinds() -> tuple[str, ...]:
    return tuple(kind for kind in KINDS if kind != "undo")


def _say_closed(one: OneContract, closed: Mapping[str, list[str]]) -> None:
    """Each kind that may not be decided, with the day it closed where there is one."""
    if not closed:
        return
    turned = {row["way"]: row["turned_on"] for row in one.ways.iter_rows(named=True)}
    why = {
        kind: " ".join(said(code, turned.get(WAY_OF.get(kind, ""))).in_language(language()) for code in codes)
        for kind, codes in closed.items()
    }
    paragraph(t(NOT_OPEN))
    items([t(CLOSED, kind=t(KINDS[kind]), why=words) for kind, words in why.items()])


def _form(person: Person, form: Form, one: OneContract, known: ContractDecisions, kind: str, today: date) -> None:
    """The fields of the kind stand outside, so that what it will do follows them; the rest is sent at once."""
    wanted = _day(form, "wanted", LAST_DAY, today) if kind == "terminate" else None
    at = standing_point(session.edition(), today, one, kind, wanted)
    asks_needed = kind == "reprocure" and needed_on(at) is None
    needed = _day(form, "needed", NEEDED, today) if asks_needed else None
    items(effect_words(person, at, kind, known.contract_id, needed, today))
    with st.form(form.name, width=WIDTH):
        about = _sanction_fields(form, known) if kind == "sanction" else {}
        reason = form.long_text("reason", REASON)
        left, middle, right = st.columns(3)
        with left:
            forum = form.text("forum", FORUM, value=t(BY_DELEGATION), longest=100)
        with middle:
            decided_on = form.day("decided_on", DAY, today, latest=today)
        with right:
            number = form.text("number", NUMBER, longest=60)
        if st.form_submit_button(t(SAVE), type="primary"):

            def act() -> object:
                fill_in(
                    (REASON, reason), (FORUM, forum), (DAY, decided_on), *([(NEEDED, needed)] if asks_needed else [])
                )
                fields = {"desired_end_on": wanted, "needed_on": needed, "registration_number": number or None, **about}
                option = at.dates["next_option"] if kind == "extend" else None
                made = Decision(kind, reason, forum, decided_on or today, option=option, **fields)
                return _save(person, form, one, known, made)

            save(form, act, done_words(at, kind))


def _day(form: Form, name: str, label: Text, today: date) -> date | None:
    with st.container(width=WIDTH):
        return form.day(name, label, None, earliest=today)


def _sanction_fields(form: Form, known: ContractDecisions) -> dict[str, Any]:
    """Which case it is dealt with in, and of which supplier where there are several."""
    left, right = st.columns(2)
    cases: dict[Any, Text | str] = {
        case: t(CASE_WORDS, number=formats.number(case), supplier=supplier) for case, supplier in known.cases.items()
    }
    suppliers: dict[Any, Text | str] = {**known.suppliers}
    with left:
        case_id = form.choose("case", CASE, cases) if cases else None
    with right:
        supplier_id = form.choose("supplier", SUPPLIER, suppliers) if len(suppliers) > 1 else None
    return {"case_id": case_id, "supplier_id": supplier_id}


def _save(person: Person, form: Form, one: OneContract, known: ContractDecisions, made: Decision) -> object:
    act = partial(decide, person, form.key, session.now(), known.contract_id, form.seen or 0, made)
    return act(**ceiling_days(one))
