"""The forms for blocks on ordering: ask for one, say that it is executed, lift it."""

from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from dashboard import session
from dashboard.acts.execute_block import execute_block
from dashboard.acts.lift_block import lift_block
from dashboard.acts.request_block import request_block
from dashboard.forms import fill_in, open_form, save
from dashboard.language import t
from dashboard.text import Text
from dashboard.views.permission import permitted

REQUEST = Text(sv="Begär en spärr", en="Ask for a block")
SCOPE = Text(sv="Vad ska spärras?", en="What is to be blocked?")
SCOPES = {True: Text(sv="Avtalet", en="The contract"), False: Text(sv="Alla beställningar", en="All orders")}
REASON = Text(sv="Skäl", en="Reason")
SAVE_REQUEST = Text(sv="Begär spärren", en="Ask for the block")
REQUESTED = Text(sv="Spärren är begärd.", en="The block is requested.")
DAY = Text(sv="Dag", en="Day")
EXECUTE = Text(sv="Spärren är lagd i Raindance", en="The block is in place in Raindance")
EXECUTED = Text(sv="Dagen är sparad.", en="The day is saved.")
LIFT = Text(sv="Häv spärren", en="Lift the block")
LIFTED = Text(sv="Spärren är hävd.", en="The block is lifted.")
WIDTH = 640


def request_form(supplier_id: int, contract_id: int | None, case_id: int | None) -> None:
    """A block on the contract or on all orders, folded away."""
    with st.expander(t(REQUEST)):
        if (person := permitted("request_block")) is None:
            return
        form = open_form("request_block", case_id or supplier_id)
        with st.form(form.name, width=WIDTH):
            is_contract = form.choose("scope", SCOPE, SCOPES, True) if contract_id is not None else False
            reason = form.long_text("reason", REASON)
            if st.form_submit_button(t(SAVE_REQUEST)):
                about = {"supplier_id": supplier_id, "case_id": case_id}
                blocked = contract_id if is_contract else None
                act = partial(request_block, person, form.key, session.now(), contract_id=blocked, reason=reason)
                save(form, partial(act, **about), REQUESTED)


def block_steps(block: dict[str, Any], today: date) -> None:
    """What may be done with the block next: say that it is executed, or lift it."""
    if block["lifted_on"] is None:
        if block["executed_on"] is None:
            _execute(block, today)
        _lift(block, today)


def _execute(block: dict[str, Any], today: date) -> None:
    if (person := permitted("execute_block")) is None:
        return
    form = open_form("execute_block", block["id"], block["version"])
    with st.form(form.name, width=WIDTH):
        day = form.day("day", DAY, today, earliest=block["requested_on"], latest=today)
        if st.form_submit_button(t(EXECUTE), type="primary"):

            def act() -> object:
                fill_in((DAY, day))
                return execute_block(person, form.key, session.now(), block["id"], form.seen or 0, day or today)

            save(form, act, EXECUTED)


def _lift(block: dict[str, Any], today: date) -> None:
    if (person := permitted("lift_block")) is None:
        return
    form = open_form("lift_block", block["id"], block["version"])
    with st.form(form.name, width=WIDTH):
        day = form.day("day", DAY, today, earliest=block["executed_on"] or block["requested_on"], latest=today)
        reason = form.long_text("reason", REASON)
        if st.form_submit_button(t(LIFT)):

            def act() -> object:
                fill_in((DAY, day), (REASON, reason))
                return lift_block(person, form.key, session.now(), block["id"], form.seen or 0, day or today, reason)

            save(form, act, LIFTED)
