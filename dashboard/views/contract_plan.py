"""A contract's follow-up plan on its page: what the class asks for, what is planned and done, and the forms."""

from datetime import date
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats, session
from dashboard.acts.plan_follow_up import plan_follow_up
from dashboard.acts.record_follow_up import record_follow_up
from dashboard.data.contract_follow_up import ContractFollowUp
from dashboard.follow_up_words import METHOD_QUESTIONS
from dashboard.forms import Form, fill_in, open_form, save
from dashboard.language import language, t
from dashboard.layout import paragraph, section, table
from dashboard.people import Person
from dashboard.register_words import METHODS, REQUIREMENT_TYPES, word, words
from dashboard.rules.follow_up.proposal import Proposed
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.follow_up_states import states_in_words
from dashboard.views.permission import permitted

TITLE = Text(sv="Uppföljningsplan", en="Follow-up plan")
ASKS = Text(sv="Klassen kräver minst: {methods}.", en="The class asks for at least: {methods}.")
TIMES = Text(sv="{method} {times} gånger om året", en="{method} {times} times a year")
ONCE = Text(sv="{method} en gång om året", en="{method} once a year")
NO_CLASS = Text(
    sv="Utan riskklass går det inte att föreslå en plan.", en="Without a risk class no plan can be proposed."
)
NOTHING = Text(sv="Inga uppföljningar är planerade.", en="No follow-ups are planned.")
METHOD = Text(sv="Metod", en="Method")
QUESTION = Text(sv="Fråga", en="Question")
DAY = Text(sv="Planerad", en="Planned")
STATE = Text(sv="Läge", en="State")
DONE_ON = Text(sv="Gjord", en="Done")
RESULT = Text(sv="Resultat", en="Result")
EVIDENCE = Text(sv="Underlag", en="Evidence")
WHOSE = Text(sv="Ansvarig", en="Responsible")
RESPONSIBLE = Text(sv="Ansvarig roll", en="Responsible role")
PROPOSAL = Text(sv="Förslag för de kommande tolv månaderna", en="Proposal for the coming twelve months")
PROPOSAL_WHY = Text(
    sv="Det här saknas i planen för att nå det som riskklassen kräver.",
    en="This is what the plan lacks to reach what the risk class asks for.",
)
COMPLETE = Text(sv="Planen når det som riskklassen kräver.", en="The plan reaches what the risk class asks for.")
ACCEPT = Text(sv="Lägg in i planen", en="Put into the plan")
ACCEPTED = Text(sv="Planen är utökad.", en="The plan is extended.")
ADD = Text(sv="Planera en uppföljning", en="Plan a follow-up")
RECORD = Text(sv="Anteckna en gjord uppföljning", en="Record a follow-up that was done")
WHICH = Text(sv="Vilken uppföljning", en="Which follow-up")
WHEN = Text(sv="Gjord den", en="Done on")
COVERS = Text(sv="Gick också igenom krav om", en="Also went through requirements on")
EVIDENCE_HELP = Text(
    sv="Länk eller diarienummer till protokoll, rapport eller mätning.",
    en="A link or registration number of minutes, report or measurement.",
)
NEEDS_EVIDENCE = Text(
    sv="Utan underlag sparas anteckningen, men uppföljningen räknas inte som gjord.",
    en="Without evidence the note is kept, but the follow-up does not count as done.",
)
SAVE = Text(sv="Spara", en="Save")
RECORDED = Text(sv="Uppföljningen är antecknad.", en="The follow-up is recorded.")
USUAL_ROLE = Text(sv="Avtalscontroller", en="Contract controller")


def plan(known: ContractFollowUp, today: date) -> None:
    """What the class asks for, the plan, the proposal and the forms."""
    section(t(TITLE), _asks(known))
    _planned(known, today)
    _proposal(known)
    _add(known, today)
    _record(known, today)


def _asks(known: ContractFollowUp) -> str:
    if known.risk_class is None:
        return t(NO_CLASS)
    methods = [
        t(ONCE if times == 1 else TIMES, method=word(METHODS, method, language()), times=formats.number(times))
        for method, times in known.wanted.items()
    ]
    return t(ASKS, methods="; ".join(methods)) if methods else ""


def _planned(known: ContractFollowUp, today: date) -> None:
    if known.plan.is_empty():
        paragraph(t(NOTHING))
        return
    shown = known.plan.with_columns(
        states_in_words(known.plan, today), pl.col("method").replace_strict(words(METHODS, language()))
    )
    table(
        shown.reverse(),
        [
            Column("planned_on", DAY, "day"),
            Column("method", METHOD),
            Column("state_words", STATE, "html"),
            Column("done_on", DONE_ON, "day"),
            Column("result", RESULT),
            Column("evidence", EVIDENCE),
            Column("responsible", WHOSE),
        ],
        t(TITLE),
        limit=25,
    )


def _proposal(known: ContractFollowUp) -> None:
    if not known.proposed:
        if known.wanted:
            paragraph(t(COMPLETE))
        return
    section(t(PROPOSAL), t(PROPOSAL_WHY))
    rows = pl.DataFrame(
        [
            (one.planned_on, word(METHODS, one.method, language()), t(METHOD_QUESTIONS[one.method]))
            for one in known.proposed
        ],
        schema={"planned_on": pl.Date, "method": pl.String, "question": pl.String},
        orient="row",
    )
    table(rows, [Column("planned_on", DAY, "day"), Column("method", METHOD), Column("question", QUESTION)], t(PROPOSAL))
    person = permitted("plan_follow_up")
    if person is None:
        return
    form = open_form("accept_plan", known.contract_id, known.seen_plan)
    with st.form(form.name, width=900, border=False):
        responsible = form.text("responsible", RESPONSIBLE, value=t(USUAL_ROLE), longest=100)
        if st.form_submit_button(t(ACCEPT), type="primary"):
            save(form, partial(_put, person, form, known.contract_id, known.proposed, responsible), ACCEPTED)


def _add(known: ContractFollowUp, today: date) -> None:
    with st.expander(t(ADD)):
        person = permitted("plan_follow_up")
        if person is None:
            return
        form = open_form("add_follow_up", known.contract_id, known.seen_plan)
        with st.form(form.name, width=900, border=False):
            left, middle, right = st.columns(3)
            with left:
                method = form.choose("method", METHOD, METHODS)
            with middle:
                day = form.day("day", DAY, None, earliest=today)
            with right:
                responsible = form.text("responsible", RESPONSIBLE, value=t(USUAL_ROLE), longest=100)
            if st.form_submit_button(t(SAVE)):
                save(form, partial(_add_one, person, form, known.contract_id, method, day, responsible), ACCEPTED)


def _add_one(person: Person, form: Form, contract_id: int, method: Any, day: Any, responsible: str) -> object:
    fill_in((METHOD, method), (DAY, day))
    return _put(person, form, contract_id, (Proposed(day, method),), responsible)


def _put(person: Person, form: Form, contract_id: int, rows: tuple[Proposed, ...], responsible: str) -> object:
    seen = form.seen or 0
    return plan_follow_up(person, form.key, session.now(), contract_id, seen, rows=rows, responsible=responsible)


def _record(known: ContractFollowUp, today: date) -> None:
    waiting = known.plan.filter(~pl.col("state").is_in(["done", "late"]))
    if waiting.is_empty():
        return
    with st.expander(t(RECORD)):
        person = permitted("record_follow_up")
        if person is None:
            return
        names = {
            plan_id: f"{formats.day(day)} {word(METHODS, method, language())}"
            for plan_id, day, method in waiting.select("id", "planned_on", "method").iter_rows()
        }
        key = f"which_follow_up_{known.contract_id}"
        plan_id = st.selectbox(t(WHICH), list(names), format_func=names.__getitem__, key=key, width=900)
        version = waiting.row(by_predicate=pl.col("id") == plan_id, named=True)["version"]
        _record_form(person, open_form("record_follow_up", plan_id, version), plan_id, today)


def _record_form(person: Person, form: Form, plan_id: int, today: date) -> None:
    with st.form(form.name, width=900, border=False):
        left, right = st.columns(2)
        with left:
            done_on = form.day("done_on", WHEN, today, latest=today)
            result = form.text("result", RESULT)
        with right:
            covers = form.choose("covers", COVERS, REQUIREMENT_TYPES)
            evidence = form.text("evidence", EVIDENCE, EVIDENCE_HELP)
        st.caption(t(NEEDS_EVIDENCE))
        if st.form_submit_button(t(SAVE), type="primary"):
            save(form, partial(_save_done, person, form, plan_id, done_on, covers, result, evidence), RECORDED)


def _save_done(
    person: Person, form: Form, plan_id: int, done_on: Any, covers: str | None, result: str, evidence: str
) -> object:
    fill_in((WHEN, done_on))
    told = {"covers": covers, "result": result, "evidence": evidence}
    return record_follow_up(person, form.key, session.now(), plan_id, form.seen or 0, done_on=done_on, **told)
