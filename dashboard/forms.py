"""Forms that save once and never over somebody else's work.

A form gets a key and the version it saw when it opens. It is open from when it is first drawn until it is saved, or
until the visitor goes to another page. Where it may not be saved, what was typed stays.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape
from typing import Any
from uuid import uuid4

import streamlit as st
from streamlit.errors import StreamlitAPIException

from dashboard import formats
from dashboard.language import language, t
from dashboard.refusals import sentences
from dashboard.text import Text
from data_access.errors import Conflict, LuleaWayError, Refused

LONGEST_TEXT = 10_000
OPEN, RENEWED = "open_forms", "renewed_forms"
VISIT, VISITED = "visit", "visited"
BEFORE = "typed_before"  # what stood in forms that were opened anew because somebody else was first
CENT = Decimal("0.01")
LARGEST_POWER = 17  # of ten: no amount has more digits, and decimals of more cannot be rounded
REOPEN = Text(sv="Hämta det senaste", en="Get the latest")
YOU_WROTE = Text(sv="Det här skrev du innan du hämtade det senaste:", en="This is what you wrote before:")
NO_PERSONS = Text(
    sv="Skriv inte personuppgifter, till exempel namn, personnummer eller hälsa.",
    en="Do not write personal data, such as names, personal numbers or health.",
)
NOT_CHOSEN = Text(sv="Välj …", en="Choose …")


@dataclass(frozen=True)
class Form:
    """An open form. `key` lets it save once; `seen` is the version of the thing when the form opened.

    Opened anew it is another one on the screen too (`turn`), so that the second click of two saves nothing more.
    """

    about: str
    key: str
    seen: int | None
    turn: int

    @property
    def name(self) -> str:
        """What the form is called on the screen."""
        return f"{self.about}.{self.turn}"

    def field(self, name: str) -> str:
        """The key of one of its fields; a form opened anew has fresh ones."""
        return f"{self.name}.{name}"

    def value(self, name: str) -> Any:
        """What the field holds now."""
        return st.session_state.get(self.field(name))

    def text(self, name: str, label: Text, help: Text | None = None, value: str = "", longest: int = 200) -> str:  # noqa: A002
        """One line; what is given back has no spaces around it."""
        key = self.field(name)
        return st.text_input(t(label), value=value, key=key, max_chars=longest, help=_help(help)).strip()

    def long_text(self, name: str, label: Text, help: Text | None = NO_PERSONS, value: str = "") -> str:  # noqa: A002
        """Several lines; asks not to write personal data unless told otherwise."""
        key = self.field(name)
        written = st.text_area(t(label), value=value, key=key, max_chars=LONGEST_TEXT, height=110)
        if help is not None:
            st.caption(t(help))
        if before := st.session_state.get(BEFORE, {}).get(self.about, {}).get(name):
            quote = f"<blockquote class='lw-quote'>{escape(before)}</blockquote>"
            st.html(f"<p class='lw-small'>{escape(t(YOU_WROTE))}</p>{quote}")
        return written.strip()

    def day(
        self, name: str, label: Text, value: date | None, *, earliest: date | None = None, latest: date | None = None
    ) -> date | None:
        """A day, or none where the field is left empty."""
        first, last = earliest or date(2000, 1, 1), latest or date(2099, 12, 31)
        chosen: date | None = st.date_input(
            t(label), value, min_value=first, max_value=last, format="YYYY-MM-DD", key=self.field(name)
        )
        return chosen

    def choose(self, name: str, label: Text, options: Mapping[Any, Text | str], value: Any = None) -> Any:
        """One of the options by its code; None until something is chosen."""
        codes = list(options)

        def words(code: Any) -> str:
            word = options[code]
            return t(word) if isinstance(word, Text) else word

        place = codes.index(value) if value in options else None
        key = self.field(name)
        return st.selectbox(t(label), codes, place, format_func=words, key=key, placeholder=t(NOT_CHOSEN))

    def amount(self, name: str, label: Text, value: int | None = None, help: Text | None = None) -> str:  # noqa: A002
        """An amount in kronor as it is typed; `parse_ore` reads it when the form is saved."""
        shown = "" if value is None else formats.number(value / 100, 2)
        return self.text(name, label, help, shown, 30)


def begin_visit(page: str, about: str) -> None:
    """Tells forms which page this is and what it is about: to leave and come back is a new visit, with fresh forms."""
    here = (page, about)
    if st.session_state.get(VISITED) != here:
        st.session_state[VISITED] = here
        st.session_state[VISIT] = st.session_state.get(VISIT, 0) + 1
        st.session_state[BEFORE] = {}


def open_form(name: str, object_id: int | None = None, seen: int | None = None) -> Form:
    """The form `name` of this object as it was opened; `seen` is the version now, kept only when it opens."""
    known: dict[str, tuple[Form, int]] = st.session_state.setdefault(OPEN, {})
    full, visit = f"{name}_{object_id or 0}", st.session_state.get(VISIT, 0)
    form, opened_at = known.get(full, (None, -1))
    if form is None or opened_at != visit:
        form = Form(full, uuid4().hex, seen, 0 if form is None else form.turn + 1)
    elif full in st.session_state.get(RENEWED, ()):
        st.session_state[RENEWED].discard(full)
        form = Form(full, form.key, seen, form.turn)
    known[full] = (form, visit)
    return form


def save(form: Form, act: Callable[[], object], done: Text) -> None:
    """Does it, says so, and draws the page anew with an empty form; where it may not be done, says every reason."""
    try:
        act()
    except LuleaWayError as error:
        draw_refusal(error)
        if isinstance(error, Conflict):
            _offer_latest(form)
        return
    _forget(form)
    finished(done)


def finished(done: Text) -> None:
    """Says that it is done and draws the page anew. Other open forms see the new versions: the change was one's own."""
    st.session_state[RENEWED] = set(st.session_state.get(OPEN, {}))
    st.toast(t(done), duration=8)
    st.rerun()


def _offer_latest(form: Form) -> None:
    """The button that opens the form anew; within a form only a button that submits it may stand."""
    said: dict[str, Any] = {"key": form.field("reopen"), "on_click": _get_latest, "args": (form,)}
    try:
        st.form_submit_button(t(REOPEN), **said)
    except StreamlitAPIException:
        st.button(t(REOPEN), **said | {"key": form.field("reopen_alone")})  # the attempt has taken the other key


def _get_latest(form: Form) -> None:
    """Opens the form anew with what holds now; what was typed stands beside it, to be copied."""
    start = form.field("")
    fields = {str(key): value for key, value in st.session_state.items() if str(key).startswith(start)}
    typed = {key.removeprefix(start): value for key, value in fields.items() if isinstance(value, str)}
    _forget(form)
    st.session_state.setdefault(BEFORE, {})[form.about] = typed


def _forget(form: Form) -> None:
    known: dict[str, tuple[Form, int]] = st.session_state.get(OPEN, {})
    known[form.about] = (form, -1)
    st.session_state.get(BEFORE, {}).pop(form.about, None)


def draw_refusal(error: LuleaWayError) -> None:
    """Every reason why it was not done, as a list that is read out at once."""
    said = sentences(error, language())
    items = "".join(f"<li>{escape(one)}</li>" for one in said[1:])
    more = f"<ul>{items}</ul>" if items else ""
    st.html(f"<div class='lw-error' role='alert'><p>{escape(said[0])}</p>{more}</div>")


def parse_ore(written: str) -> int | None:
    """The öre of an amount typed in kronor; None where nothing is typed. Raises Refused where it is no amount."""
    if not written.strip():
        return None
    number = formats.parse_number(written)
    if number is None or number.adjusted() > LARGEST_POWER or number != number.quantize(CENT):
        raise Refused("amount_unreadable", text=written.strip()[:30])
    return int(number * 100)


def _help(words: Text | None) -> str | None:
    return None if words is None else t(words)


def fill_in(*wanted: tuple[Text, object]) -> None:
    """Raises Refused where one of the fields (its label, what it holds) is empty, and names all that are."""
    empty = [t(label) for label, value in wanted if value is None or value == ""]
    if empty:
        raise Refused("fields_missing", fields="; ".join(empty))
