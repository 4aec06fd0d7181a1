"""The case a deviation has come to, or the way to open one."""

from functools import partial
from typing import Any

import streamlit as st

from dashboard import session
from dashboard.acts.open_case import open_case
from dashboard.forms import open_form, save
from dashboard.language import language, t
from dashboard.layout import link_to, paragraph, section
from dashboard.people import Person
from dashboard.permission_words import who_may
from dashboard.rules.permissions import may
from dashboard.text import Text

TITLE = Text(sv="Eskaleringsärende", en="Escalation case")
TO_CASE = Text(sv="Till ärendet", en="To the case")
NO_CASE = Text(
    sv="Avvikelsen hör inte till något ärende. Är ett ärende om samma avtal redan öppet läggs den där.",
    en="The deviation is in no case. If a case on the same contract is open already, it is put there.",
)
NEEDS_CONTRACT = Text(
    sv="Ett ärende gäller ett avtal. Fyll i avtalet nedan först.",
    en="A case is about a contract. Fill in the contract below first.",
)
OPEN = Text(sv="Lägg i ärende", en="Put in a case")
OPENED = Text(sv="Avvikelsen ligger nu i ett ärende.", en="The deviation is now in a case.")


def case_of(person: Person | None, row: dict[str, Any]) -> None:
    """The link, the button, or why there is neither."""
    section(t(TITLE))
    if row["case_id"] is not None:
        link_to("case", t(TO_CASE), id=row["case_id"])
    elif row["contract_id"] is None:
        paragraph(t(NEEDS_CONTRACT))
    elif person is None or not may(person.roles, "open_case"):
        paragraph(who_may("open_case", language()))
    else:
        paragraph(t(NO_CASE))
        form = open_form("open_case", row["id"])
        act = partial(open_case, person, form.key, session.now(), row["contract_id"], row["supplier_id"], [row["id"]])
        if st.button(t(OPEN), key=form.field("open")):
            save(form, act, OPENED)
