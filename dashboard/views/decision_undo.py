"""The form that undoes a decision about a contract by a new one."""

from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from dashboard import formats, session
from dashboard.acts.decide import undo_decision
from dashboard.data.contract_decisions import ContractDecisions
from dashboard.decision_refusals import said
from dashboard.decision_words import KINDS
from dashboard.forms import fill_in, open_form, save
from dashboard.language import language, t
from dashboard.people import Person
from dashboard.rules.decisions.deciding import undo_obstacles
from dashboard.text import Text
from dashboard.views.decision_form import FORUM, NUMBER, REASON, WIDTH
from dashboard.views.html_list import items
from dashboard.views.permission import permitted

TITLE = Text(sv="Ångra ett beslut", en="Undo a decision")
WHICH = Text(sv="Vilket beslut?", en="Which decision?")
NAMED = Text(sv="{kind} {day}", en="{kind} {day}")
END_BACK = Text(sv="Avtalet slutar {day} igen.", en="The contract ends {day} again.")
END_GONE = Text(sv="Slutdagen tas bort igen.", en="The last day is taken away again.")
OUT_OF_PLAN = Text(sv="Raden i upphandlingsplanen avbryts.", en="The line in the procurement plan is cancelled.")
KEPT = Text(sv="Båda besluten står kvar i listan ovan.", en="Both decisions stay in the list above.")
UNDO = Text(sv="Ångra beslutet", en="Undo the decision")
UNDONE = Text(sv="Beslutet är ångrat.", en="The decision is undone.")


def undo_form(known: ContractDecisions, today: date) -> None:
    """Folded away; nothing where no decision stands."""
    standing = {row["id"]: row for row in known.standing}
    if not standing:
        return
    with st.expander(t(TITLE)):
        if (person := permitted("undo_decision")) is None:
            return
        names: dict[Any, Text | str] = {
            one: t(NAMED, kind=t(KINDS[row["kind"]]), day=formats.day(row["decided_on"]))
            for one, row in standing.items()
        }
        form = open_form("undo_decision", known.contract_id, known.newest)
        chosen = form.choose("which", WHICH, names, next(iter(names)))
        if chosen is not None:
            items(_effect(known, standing[chosen], today))
            _form(person, known, chosen)


def _effect(known: ContractDecisions, row: dict[str, Any], today: date) -> list[str]:
    """What undoing does, or why it will be refused."""
    item = known.plan.get(row["id"])
    if codes := undo_obstacles(row, known.standing, item, today):
        return [said(code, None).in_language(language()) for code in codes]
    before = row["end_before_on"]
    end = [t(END_BACK, day=formats.day(before)) if before else t(END_GONE)] if row["new_end_on"] else []
    return [*end, *([t(OUT_OF_PLAN)] if item else []), t(KEPT)]


def _form(person: Person, known: ContractDecisions, decision_id: int) -> None:
    form = open_form("undo_decision", known.contract_id, known.newest)
    with st.form(form.name, width=WIDTH, border=False):
        reason = form.long_text("reason", REASON)
        left, right = st.columns(2)
        with left:
            forum = form.text("forum", FORUM, longest=100)
        with right:
            number = form.text("number", NUMBER, longest=60)
        if st.form_submit_button(t(UNDO)):

            def act() -> object:
                fill_in((REASON, reason), (FORUM, forum))
                undo = partial(undo_decision, person, form.key, session.now(), decision_id, form.seen or 0)
                return undo(reason, forum, number or None)

            save(form, act, UNDONE)
