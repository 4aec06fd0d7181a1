"""Who is signed in: what a test or the sample's switch says, else the environment, else nobody."""

from collections.abc import Iterator
from datetime import date

import pytest
import streamlit as st
from sqlalchemy import Engine, update

from dashboard import person, session
from dashboard.person import CHOSEN, COOKIE, LOCAL, VARIABLE, signed_in
from dashboard.rules.permissions import may
from data_access.engine import writing
from data_access.tables.imports import edition
from data_access.tables.people import person as people_table
from data_access.writes.people import write_person

SAMPLE_ON = date(2026, 11, 16)


@pytest.fixture(autouse=True)
def visit(sqlite_database: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A visitor of a database of one's own, in whose environment nobody is named."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(st, "session_state", {})
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def register(*keys: str, is_active: bool = True, is_invented: bool = False) -> None:
    """People with these keys, all contract controllers."""
    with writing() as connection:
        for key in keys:
            number = write_person(connection, key, key.title(), ["contract_controller"], is_active=is_active)
            mine = update(people_table).where(people_table.c.id == number)
            connection.execute(mine.values(is_invented=is_invented))


def make_sample() -> None:
    """Says that the municipality is made up."""
    with writing():
        pass  # the first write of all makes the edition
    with writing() as connection:
        connection.execute(update(edition).values(sample_on=SAMPLE_ON))


def choose(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    """The cookie that the switch sets."""
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _context: {COOKIE: key}))


def test_until_somebody_is_registered_whoever_is_there_may_fill_the_home_but_take_no_step() -> None:
    you = signed_in()

    assert you == LOCAL
    for act in ("take_import", "undo_import", "merge_suppliers", "answer_proposal", "report_deviation", "see_log"):
        assert may(LOCAL.roles, act)
    for act in ("open_case", "record_act", "move_penalty", "request_block", "add_person"):
        assert not may(LOCAL.roles, act)


def test_the_environment_names_the_person_and_nobody_is_local_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    register("anna")
    before = signed_in()

    monkeypatch.setenv(VARIABLE, "anna")
    you = signed_in()

    assert before is None
    assert you is not None
    assert (you.key, you.name, you.roles) == ("anna", "Anna", frozenset({"contract_controller"}))


@pytest.mark.parametrize("key", ["bo", "nobody", ""])
def test_who_has_left_or_was_never_here_is_nobody(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    register("anna")
    register("bo", is_active=False)

    monkeypatch.setenv(VARIABLE, key)

    assert signed_in() is None


def test_the_cookie_counts_in_the_sample_municipality(monkeypatch: pytest.MonkeyPatch) -> None:
    register("anna", "örjan", is_invented=True)
    monkeypatch.setenv(VARIABLE, "anna")
    make_sample()

    choose(monkeypatch, "%C3%B6rjan")

    assert (you := signed_in()) is not None
    assert you.key == "örjan"


def test_the_cookie_counts_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    register("anna", is_invented=True)

    choose(monkeypatch, "anna")

    assert signed_in() is None


def test_the_cookie_cannot_choose_somebody_real(monkeypatch: pytest.MonkeyPatch) -> None:
    register("anna")
    make_sample()

    choose(monkeypatch, "anna")

    assert signed_in() is None


def test_what_a_run_has_chosen_goes_before_all_else(monkeypatch: pytest.MonkeyPatch) -> None:
    register("anna", "bo")
    monkeypatch.setenv(VARIABLE, "anna")

    st.session_state[CHOSEN] = "bo"

    assert person.signed_key() == "bo"


def test_in_the_sample_municipality_the_day_stands_still_and_the_clock_goes_on() -> None:
    make_sample()

    assert session.today() == SAMPLE_ON
    assert session.now().date() == SAMPLE_ON


def test_elsewhere_the_day_is_the_calendars() -> None:
    assert session.today() == session.calendar_day()
