"""Forms save once, keep what was typed when they are refused, and never write over somebody else's work."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data_access.errors import Conflict, Refused

saved_forms: list[tuple[str, int | None, str]] = []


def page(version: int, page_key: str, fails: bool) -> None:
    """A page with one form."""
    import streamlit as st

    from dashboard import forms
    from dashboard.text import Text
    from tests.dashboard import test_forms

    forms.begin_visit(page_key, "")
    form = forms.open_form("note", 7, version)
    with st.form(form.name):
        written = form.text("words", Text(sv="Ord", en="Words"))
        if st.form_submit_button("Spara"):
            forms.save(form, test_forms.act(form.key, form.seen, written, fails), Text(sv="Sparat", en="Saved"))


def act(key: str, seen: int | None, written: str, fails: bool) -> Callable[[], object]:
    """Remembers what it was asked to save."""

    def deed() -> object:
        if fails:
            raise Refused("fields_missing", fields="x") if written != "conflict" else Conflict("x")
        saved_forms.append((key, seen, written))
        return None

    return deed


@pytest.fixture(autouse=True)
def nothing_saved() -> None:
    saved_forms.clear()


def opened(version: int = 1, fails: bool = False) -> AppTest:
    at = AppTest.from_function(page, kwargs={"version": version, "page_key": "a", "fails": fails})
    return at.run()


def submit(at: AppTest, written: str) -> AppTest:
    at.text_input[0].input(written)
    at.button[0].click()
    return at.run()


def kept(at: AppTest, name: str = "note_7") -> object:
    return at.session_state["open_forms"][name][0]


def test_a_form_keeps_its_key_and_the_version_it_saw_while_it_stays_open() -> None:
    at = opened(version=1)
    before = kept(at)

    again = AppTest.from_function(page, kwargs={"version": 2, "page_key": "a", "fails": False})
    again.session_state["open_forms"] = at.session_state["open_forms"]
    again.session_state["visit"], again.session_state["visited"] = at.session_state["visit"], ("a", "")
    again.run()

    assert kept(again) == before


def test_what_is_saved_carries_the_key_and_the_version_seen_and_the_form_opens_anew() -> None:
    at = opened(version=3)
    first = kept(at)

    submit(at, "hej")

    assert saved_forms == [(first.key, 3, "hej")]  # type: ignore[attr-defined]
    assert kept(at).key != first.key  # type: ignore[attr-defined]
    assert at.text_input[0].value == ""


def test_a_refused_form_keeps_what_was_typed_and_says_why() -> None:
    at = opened(fails=True)

    submit(at, "det jag skrev")

    assert at.text_input[0].value == "det jag skrev"
    assert saved_forms == []
    assert any("Fyll i det som saknas" in html.proto.body for html in at.get("html"))


def test_another_visit_opens_the_form_anew() -> None:
    at = opened()
    first = kept(at)
    again = AppTest.from_function(page, kwargs={"version": 5, "page_key": "b", "fails": False})
    again.session_state["open_forms"] = at.session_state["open_forms"]
    again.session_state["visit"], again.session_state["visited"] = at.session_state["visit"], ("a", "")

    again.run()

    assert kept(again).key != first.key  # type: ignore[attr-defined]
    assert kept(again).seen == 5  # type: ignore[attr-defined]


def test_whoever_comes_second_keeps_what_was_typed_and_may_get_the_latest() -> None:
    at = opened(fails=True)
    first = kept(at)

    submit(at, "conflict")

    assert not at.exception
    assert at.text_input[0].value == "conflict"
    next(button for button in at.button if button.label == "Hämta det senaste").click()
    at.run()
    assert at.text_input[0].value == ""
    assert kept(at).key != first.key  # type: ignore[attr-defined]
