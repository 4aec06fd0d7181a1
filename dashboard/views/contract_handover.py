"""The handover of a contract's requirements on its page: from procurement to whoever follows the contract up."""

from functools import partial
from typing import Any

import streamlit as st

from dashboard import formats, session
from dashboard.acts.hand_over import hand_over, receive_handover
from dashboard.data.contract_follow_up import ContractFollowUp
from dashboard.forms import open_form, save
from dashboard.language import t
from dashboard.layout import facts, section
from dashboard.text import Text
from dashboard.views.permission import permitted

HANDOVER = Text(sv="Överlämning", en="Handover")
NOT_HANDED = Text(
    sv="Kraven är inte överlämnade från upphandlingen till avtalscontrollern.",
    en="The requirements are not handed over from procurement to the contract controller.",
)
HANDED = Text(sv="Överlämnat av {who}", en="Handed over by {who}")
RECEIVED = Text(sv="Mottaget av {who}", en="Received by {who}")
WAITS = Text(sv="Överlämnat {day}, inte mottaget ännu.", en="Handed over on {day}, not received yet.")
TAKEN = Text(sv="Överlämnat {day} och mottaget {received}.", en="Handed over on {day} and received on {received}.")
HAND_OVER = Text(sv="Lämna över till avtalscontrollern", en="Hand over to the contract controller")
HANDED_DONE = Text(sv="Avtalet är överlämnat.", en="The contract is handed over.")
RECEIVE = Text(sv="Ta emot överlämningen", en="Receive the handover")
RECEIVED_DONE = Text(sv="Överlämningen är mottagen.", en="The handover is received.")
NOTE = Text(sv="Att tänka på för den som tar över", en="What whoever takes over should know")


def handover(known: ContractFollowUp, names: dict[str, str]) -> None:
    """Whether the requirements are handed over and received, and the form for the next step.

    `names` is what people are called by their key.
    """
    row = known.handover
    if row is None:
        section(t(HANDOVER), t(NOT_HANDED))
        _hand_over_form(known.contract_id)
        return
    days = {"day": formats.day(row["handed_over_on"]), "received": formats.day(row["received_on"])}
    section(t(HANDOVER), t(WAITS if row["received_on"] is None else TAKEN, **days))
    told = {t(HANDED, who=names.get(row["handed_over_by"], row["handed_over_by"])): row["note"] or formats.NONE}
    if row["received_on"] is None:
        facts(told)
        _receive_form(row)
        return
    facts(told | {t(RECEIVED, who=names.get(row["received_by"], row["received_by"])): days["received"]})


def _hand_over_form(contract_id: int) -> None:
    with st.expander(t(HAND_OVER)):
        person = permitted("hand_over")
        if person is None:
            return
        form = open_form("hand_over", contract_id)
        with st.form(form.name, width=900, border=False):
            note = form.long_text("note", NOTE)
            if st.form_submit_button(t(HAND_OVER), type="primary"):
                act = partial(hand_over, person, form.key, session.now(), contract_id, note=note)
                save(form, act, HANDED_DONE)


def _receive_form(row: dict[str, Any]) -> None:
    person = permitted("receive_handover")
    if person is None:
        return
    form = open_form("receive_handover", row["id"], row["version"])
    with st.form(form.name, width=900, border=False):
        if st.form_submit_button(t(RECEIVE), type="primary"):
            act = partial(receive_handover, person, form.key, session.now(), row["id"], form.seen or 0)
            save(form, act, RECEIVED_DONE)
