"""Who acts in a case, in which role."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from dashboard import session
from dashboard.acts.name_member import name_member
from dashboard.forms import fill_in, open_form, save
from dashboard.language import language, t
from dashboard.layout import facts, paragraph
from dashboard.people import Person
from dashboard.permission_words import who_may
from dashboard.roles import ROLE_NAMES
from dashboard.rules.permissions import may
from dashboard.text import Text

NAME = Text(sv="Utse", en="Name")
TITLE = Text(sv="Utse en person", en="Name a person")
SAVED = Text(sv="Personen är utsedd.", en="The person is named.")
NOBODY = Text(sv="Ingen är utsedd än.", en="Nobody is named yet.")
WHO = Text(sv="Roll och person", en="Role and person")


def members(named: Mapping[str, str]) -> None:
    """Role and name of those named; `named`: role -> name."""
    if not named:
        paragraph(t(NOBODY))
        return
    facts({t(ROLE_NAMES[role]): named[role] for role in ROLE_NAMES if role in named})


def member_form(
    person: Person, case: dict[str, Any], people: pl.DataFrame, named: Mapping[str, str], wanted: str | None
) -> None:
    """Names somebody; `people`: `person_id, name, role`, one row for each role somebody has.

    Roles that nobody has in the case yet (`named`) come first, and of them the one that is `wanted`.
    """
    if not may(person.roles, "name_member"):
        paragraph(who_may("name_member", language()))
        return
    form = open_form("member", case["id"], case["version"])
    choices: dict[tuple[str, int], Text | str] = {
        (row["role"], row["person_id"]): f"{t(ROLE_NAMES[row['role']])}: {row['name']}"
        for row in sorted(people.iter_rows(named=True), key=lambda row: (row["role"] != wanted, row["role"] in named))
    }
    with st.form(form.name, width=640):
        chosen = form.choose("who", WHO, choices)
        if st.form_submit_button(t(NAME)):
            save(form, partial(_name, person, form.key, case["id"], form.seen or 0, chosen), SAVED)


def _name(person: Person, key: str, case_id: int, seen: int, chosen: tuple[str, int] | None) -> object:
    fill_in((WHO, chosen))
    role, person_id = chosen or ("", 0)
    return name_member(person, key, session.now(), case_id, seen, role, person_id)
