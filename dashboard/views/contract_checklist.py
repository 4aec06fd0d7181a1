"""The presentation's checklist on a contract's page: what was gone through, when, and the form that ticks an item."""

from datetime import date
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats, session
from dashboard.acts.tick_checklist import tick_checklist
from dashboard.data.contract_follow_up import ContractFollowUp
from dashboard.follow_up_words import CHECKLIST_ITEMS
from dashboard.forms import Form, fill_in, open_form, save
from dashboard.language import t
from dashboard.layout import section, table
from dashboard.people import Person
from dashboard.table_html import Column
from dashboard.text import Text
from dashboard.views.permission import permitted

TITLE = Text(sv="Checklista", en="Checklist")
SENTENCE = Text(sv="{done} av {all} punkter är genomgångna.", en="{done} of {all} items have been gone through.")
ITEM = Text(sv="Punkt", en="Item")
LAST = Text(sv="Senast genomgången", en="Last gone through")
NOTE = Text(sv="Anteckning", en="Note")
TICKED, UNTICKED = "☑", "☐"
MARK = Text(sv="Klar", en="Done")
TICK = Text(sv="Bocka av en punkt", en="Tick an item")
DAY = Text(sv="Genomgången den", en="Gone through on")
SAVE = Text(sv="Bocka av", en="Tick")
DONE = Text(sv="Punkten är avbockad.", en="The item is ticked.")
YES, NO = Text(sv="Ja", en="Yes"), Text(sv="Nej", en="No")


def checklist(known: ContractFollowUp, today: date) -> None:
    """The items with the last time each was gone through, and the form."""
    done = sum(item in known.checks for item in CHECKLIST_ITEMS)
    section(t(TITLE), t(SENTENCE, done=formats.number(done), all=formats.number(len(CHECKLIST_ITEMS))))
    rows = [
        {
            "mark": f"{TICKED} {t(YES)}" if item in known.checks else f"{UNTICKED} {t(NO)}",
            "item": t(words),
            "done_on": known.checks.get(item, {}).get("done_on"),
            "note": known.checks.get(item, {}).get("note"),
        }
        for item, words in CHECKLIST_ITEMS.items()
    ]
    schema = {"mark": pl.String, "item": pl.String, "done_on": pl.Date, "note": pl.String}
    columns = [Column("mark", MARK, "code"), Column("item", ITEM), Column("done_on", LAST, "day"), Column("note", NOTE)]
    table(pl.DataFrame(rows, schema=schema), columns, t(TITLE))
    with st.expander(t(TICK)):
        person = permitted("tick_checklist")
        if person is not None:
            _form(person, known.contract_id, today)


def _form(person: Person, contract_id: int, today: date) -> None:
    form = open_form("checklist", contract_id)
    with st.form(form.name, width=900, border=False):
        item = form.choose("item", ITEM, CHECKLIST_ITEMS)
        day = form.day("day", DAY, today, latest=today)
        note = form.long_text("note", NOTE)
        if st.form_submit_button(t(SAVE), type="primary"):
            save(form, partial(_save, person, form, contract_id, item, day, note), DONE)


def _save(person: Person, form: Form, contract_id: int, item: Any, day: Any, note: str) -> object:
    fill_in((ITEM, item), (DAY, day))
    return tick_checklist(person, form.key, session.now(), contract_id, item=item, done_on=day, note=note)
