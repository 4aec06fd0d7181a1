"""Moving a case on the ladder: where to, what stands in the way, and the reason."""

from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from dashboard import session
from dashboard.acts.move_case import move_case
from dashboard.deck import STEP_NAMES
from dashboard.deviation_words import EVENTS
from dashboard.forms import open_form, save
from dashboard.language import language, t
from dashboard.layout import paragraph
from dashboard.people import Person
from dashboard.rules.escalation.facts import CaseFacts
from dashboard.rules.escalation.moves import MOVES, moves_from
from dashboard.rules.escalation.obstacles import obstacles, warnings
from dashboard.rules.escalation.step_rules import StepRules
from dashboard.text import Text
from dashboard.views.html_list import items

TITLE = Text(sv="Flytta ärendet", en="Move the case")
WHERE = Text(sv="Vart?", en="Where to?")
STEP = Text(sv="Steg {step} {name} – {event}", en="Step {step} {name} – {event}")
END = Text(sv="Avslutat – {event}", en="Ended – {event}")
IN_THE_WAY = Text(sv="Det här återstår innan ärendet kan flyttas dit:", en="This remains before it can be moved there:")
FREE = Text(
    sv="Inget hindrar. Skriv skälet och flytta ärendet.", en="Nothing is in the way. Write the reason and move."
)
KNOW = Text(sv="Att veta innan:", en="To know before:")
REASON = Text(sv="Skäl", en="Reason")
NUMBER = Text(sv="Beslutets diarienummer", en="Registration number of the decision")
MOVE = Text(sv="Flytta", en="Move")
MOVED = Text(sv="Ärendet är flyttat.", en="The case is moved.")
SOME_REASON = "x" * 60  # the form asks for the reason itself; here only the rest is of interest


def move_form(person: Person, case: dict[str, Any], facts: CaseFacts, rules: StepRules, today: date) -> None:
    """The form. Every step can be asked for, so that nobody has to guess why a step is not offered."""
    form = open_form("move", case["id"], case["version"])
    possible = [move.event for move in moves_from(facts.step)]
    events = dict.fromkeys([*possible, *(move.event for move in MOVES)])
    event = form.choose("event", WHERE, {one: _words(one) for one in events}, possible[0] if possible else None)
    if event is None:
        return
    _say_what_remains(event, facts, rules, today, person)
    with st.form(form.name, width=760):
        reason = form.long_text("reason", REASON)
        number = form.text("number", NUMBER, longest=60)
        if st.form_submit_button(t(MOVE), type="primary"):
            act = partial(move_case, person, form.key, session.now(), case["id"], form.seen or 0, event)
            save(form, partial(act, reason, number or None), MOVED)


def _words(event: str) -> str:
    to_step = next(move.to_step for move in MOVES if move.event == event)
    if to_step >= len(STEP_NAMES):
        return t(END, event=t(EVENTS[event]).lower())
    return t(STEP, step=to_step, name=t(STEP_NAMES[to_step]), event=t(EVENTS[event]).lower())


def _say_what_remains(event: str, facts: CaseFacts, rules: StepRules, today: date, person: Person) -> None:
    remain = obstacles(event, facts, rules, today, person.roles, SOME_REASON, "1")
    paragraph(t(IN_THE_WAY if remain else FREE))
    items([one.in_language(language()) for one in remain])
    if known := warnings(event, facts, rules):
        paragraph(t(KNOW))
        items([one.in_language(language()) for one in known])
