"""The form that takes a line of the plan into its next stage."""

from datetime import date
from functools import partial

import streamlit as st

from dashboard import session
from dashboard.acts.plan_procurement import advance_plan
from dashboard.data.project_plans import Project
from dashboard.forms import Form, fill_in, open_form, save
from dashboard.language import t
from dashboard.layout import paragraph
from dashboard.people import Person
from dashboard.plan_words import STAGES
from dashboard.rules.plans.stages import next_stage
from dashboard.text import Text
from dashboard.views.permission import permitted
from dashboard.views.plan_forms import WIDTH

STAGE = Text(sv="Gå till nästa skede", en="Go to the next stage")
ENTER = Text(sv="Nästa skede är {stage}.", en="The next stage is {stage}.")
SINCE = Text(sv="Började den", en="Began on")
ADVANCE = Text(sv="Spara skedet", en="Save the stage")
ADVANCED = Text(sv="Raden är i nästa skede.", en="The line is in its next stage.")


def next_stage_form(one: Project, today: date) -> None:
    """The next stage and since when; nothing for a line that is over or in the last stage."""
    item, stage = one.item, next_stage(one.stage)
    if item is None or stage is None or item["state"] == "cancelled":
        return
    with st.expander(t(STAGE)):
        person = permitted("advance_plan")
        if person is None:
            return
        form = open_form("advance_plan", item["id"], item["version"])
        word = t(STAGES[stage])
        paragraph(t(ENTER, stage=word[0].lower() + word[1:]))
        with st.form(form.name, width=WIDTH, border=False):
            entered = form.day("entered_on", SINCE, today, latest=today)
            if st.form_submit_button(t(ADVANCE), type="primary"):
                save(form, partial(_advance, person, form, item["id"], stage, entered), ADVANCED)


def _advance(person: Person, form: Form, item_id: int, stage: str, entered: date | None) -> object:
    fill_in((SINCE, entered))
    return advance_plan(person, form.key, session.now(), item_id, form.seen or 0, stage, entered or date.max)
