"""The action plan of a case: the timeline, the table, and the forms that add to it and tick it off."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from dashboard import session
from dashboard.acts.plan_action import finish_action, plan_action
from dashboard.charts.action_plan import STATES, action_state, build_action_plan
from dashboard.forms import fill_in, open_form, save
from dashboard.language import language, t
from dashboard.layout import paragraph, section, show, table_behind
from dashboard.people import Person
from dashboard.rules.permissions import may
from dashboard.table_html import Column
from dashboard.text import Text

TITLE = Text(sv="Handlingsplan", en="Action plan")
NO_PLAN = Text(sv="Ingen åtgärd är planerad.", en="No action is planned.")
WHAT = Text(sv="Åtgärd", en="Action")
OWNER = Text(sv="Ansvarig, till exempel leverantören", en="Owner, for example the supplier")
FROM, TO = Text(sv="Från", en="From"), Text(sv="Klar senast", en="Done by")
DONE, VERIFIED = Text(sv="Klar", en="Done"), Text(sv="Kontrollerad", en="Verified")
STATE = Text(sv="Läge", en="State")
ADD = Text(sv="Lägg till åtgärd", en="Add an action")
ADDED = Text(sv="Åtgärden är tillagd.", en="The action is added.")
TICK = Text(sv="Bocka av en åtgärd", en="Tick off an action")
TICKED = Text(sv="Åtgärden är uppdaterad.", en="The action is updated.")
PLAN_DAYS = 30


def action_plan(items: pl.DataFrame, today: date) -> None:
    """The plan as a timeline with its table."""
    if items.is_empty():
        section(t(TITLE))
        paragraph(t(NO_PLAN))
        return
    show(build_action_plan(items, today, language()), "action_plan")
    states = [t(STATES[action_state(row, today)]) for row in items.iter_rows(named=True)]
    columns = (
        Column("description", WHAT),
        Column("owner", OWNER),
        Column("start_on", FROM, "day"),
        Column("due_on", TO, "day"),
        Column("done_on", DONE, "day"),
        Column("verified_on", VERIFIED, "day"),
        Column("state", STATE),
    )
    table_behind(items.with_columns(state=pl.Series(states, dtype=pl.String)), columns, t(TITLE))


def plan_forms(person: Person, case: dict[str, Any], items: pl.DataFrame, today: date) -> None:
    """To add an action, and to tick one off; nothing where the person may not."""
    if not may(person.roles, "plan_action"):
        return
    with st.expander(t(ADD)):
        _add_form(person, case, today)
    unfinished = items.filter(pl.col("verified_on").is_null())
    if not unfinished.is_empty():
        with st.expander(t(TICK)):
            _tick_form(person, case, unfinished, today)


def _add_form(person: Person, case: dict[str, Any], today: date) -> None:
    form = open_form("action", case["id"], case["version"])
    with st.form(form.name, width=900, border=False):
        what = form.long_text("what", WHAT)
        left, middle, right = st.columns(3)
        with left:
            owner = form.text("owner", OWNER, longest=100)
        with middle:
            start = form.day("start", FROM, today)
        with right:
            due = form.day("due", TO, today + timedelta(days=PLAN_DAYS))
        if st.form_submit_button(t(ADD)):
            save(form, partial(_add, person, form.key, case["id"], form.seen or 0, what, owner, start, due), ADDED)


def _add(
    person: Person, key: str, case_id: int, seen: int, what: str, owner: str, start: date | None, due: date | None
) -> object:
    fill_in((WHAT, what), (OWNER, owner), (FROM, start), (TO, due))
    first, last = start or session.today(), due or session.today()
    return plan_action(
        person, key, session.now(), case_id, seen, description=what, owner=owner, start_on=first, due_on=last
    )


def _tick_form(person: Person, case: dict[str, Any], items: pl.DataFrame, today: date) -> None:
    rows = {row["id"]: row for row in items.iter_rows(named=True)}
    choosing = open_form("tick", case["id"])
    words: dict[int, Text | str] = {key: str(row["description"])[:90] for key, row in rows.items()}
    chosen = choosing.choose("which", WHAT, words)
    if chosen is None:
        return
    form = open_form("tick_action", chosen, rows[chosen]["version"])
    with st.form(form.name, width=640, border=False):
        left, right = st.columns(2)
        with left:
            done = form.day("done", DONE, rows[chosen]["done_on"], latest=today)
        with right:
            verified = form.day("verified", VERIFIED, rows[chosen]["verified_on"], latest=today)
        if st.form_submit_button(t(TICK)):
            act = partial(finish_action, person, form.key, session.now(), chosen, form.seen or 0)
            save(form, partial(act, done_on=done, verified_on=verified), TICKED)
