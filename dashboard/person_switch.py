"""Who you are, at the side of every page; in the sample municipality a switch between its invented people.

The switch is a link to the server, which remembers the choice in a cookie and leads back: a reload keeps it.
"""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard import formats, person, session
from dashboard.data.people import people
from dashboard.language import t
from dashboard.layout import base_path
from dashboard.navigation import page_path
from dashboard.people import Person
from dashboard.roles import ROLE_NAMES
from dashboard.text import Text

SWITCH_PATH = "/byt-person"
WHO_KEY, BACK_KEY = "vem", "till"
YOU = Text(sv="Du är {name}", en="You are {name}")
NOBODY = Text(sv="Ingen är inloggad", en="Nobody is signed in")
WHO = Text(sv="Välj vem du är", en="Choose who you are")
CHOOSE = Text(
    sv="Här är alla påhittade. Välj vem du vill vara, så ser du vad den rollen får göra.",
    en="Everybody here is made up. Choose who you want to be, and see what that role may do.",
)
LOCAL = Text(
    sv="Ingen är registrerad än. Du får läsa in filer, slå ihop leverantörer och anmäla avvikelser. "
    "Registrera personer med kommandot luleaway people --add.",
    en="Nobody is registered yet. You may take files in, merge suppliers and report deviations. "
    "Register people with the command luleaway people --add.",
)
HOW = Text(
    sv="Ange vem du är med miljövariabeln LULEAWAY_PERSON. Kommandot luleaway people visar vilka som finns.",
    en="Say who you are with the environment variable LULEAWAY_PERSON. The command luleaway people lists everybody.",
)
SAMPLE_DAY = Text(sv="Exempelkommunen: dagen är {day}.", en="The sample municipality: the day is {day}.")


def draw_person() -> None:
    """One line that says who you are, and unfolds to what can be done about it."""
    edition, you = session.edition(), person.signed_in()
    about = _choices(you) if edition.sample_on else _how(you)
    nobody = WHO if edition.sample_on else NOBODY
    summary = escape(t(nobody) if you is None else t(YOU, name=you.name))
    roles = "" if you is None else f" <span class='lw-small'>{escape(roles_in_words(you))}</span>"
    st.html(f"<details class='lw-person'><summary>{summary}{roles}</summary>{about}</details>")
    if edition.sample_on:
        day = formats.day(edition.sample_on).replace("-", "\u2011")  # never broken over two lines
        st.html(f"<p class='lw-small'>{escape(t(SAMPLE_DAY, day=day))}</p>")


def roles_in_words(one: Person) -> str:
    """The person's roles, in the order in which they are always named."""
    return ", ".join(t(words) for code, words in ROLE_NAMES.items() if code in one.roles)


def _how(you: Person | None) -> str:
    return f"<p>{escape(t(LOCAL if you is person.LOCAL else HOW))}</p>"


def _choices(you: Person | None) -> str:
    known = people(session.edition())
    items = "".join(_choice(one, you) for key, one in known.active.items() if key in known.invented)
    return f"<p>{escape(t(CHOOSE))}</p><ul>{items}</ul>"


def _choice(one: Person, you: Person | None) -> str:
    mark = " aria-current='true'" if you is not None and one.key == you.key else ""
    name, roles = escape(one.name), escape(roles_in_words(one))
    return f"<li><a href='{escape(_address(one.key))}'{mark}>{name}</a> <span class='lw-small'>{roles}</span></li>"


def _address(key: str) -> str:
    here = page_path(st.session_state.get("place", "overview"), st.query_params.to_dict())
    return f"{base_path()}{SWITCH_PATH}?{urlencode({WHO_KEY: key, BACK_KEY: here})}"
