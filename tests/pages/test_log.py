"""The audit log on its page: readable differences, filters in the address, a hundred at a time, and who may see it."""

from datetime import datetime, timedelta

import pytest
import streamlit as st
from sqlalchemy import Engine

from data_access.engine import writing
from data_access.writes.audit import write_audit
from data_access.writes.people import write_person
from tests.pages.open import opened, written

NOW = datetime.fromisoformat("2026-11-22T12:00")


@pytest.fixture
def people(sqlite_database: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anna is a contract controller, Mona works in operations; Anna is signed in."""
    with writing() as connection:
        write_person(connection, "anna", "Anna Ek", ["contract_controller"], is_active=True)
        write_person(connection, "mona", "Mona Ås", ["operations"], is_active=True)
    monkeypatch.setenv("LULEAWAY_PERSON", "anna")
    st.cache_resource.clear()  # another database may have reached the same edition


def log(count: int = 1, who: str = "anna", act: str = "complete_deviation", **row: object) -> None:
    """Rows of the log, a minute apart."""
    with writing(moves_registers=False) as connection:
        for minute in range(count):
            told = {"object_type": "deviation", "object_id": minute + 1, **row}
            write_audit(connection, at=NOW + timedelta(minutes=minute), who=who, act=act, **told)  # type: ignore[arg-type]


def test_a_row_says_who_did_what_to_what_and_why(people: None) -> None:
    log(before={"severity": 1, "state": "reported"}, after={"severity": 3, "state": "reported"}, reason="Större <fel>")

    html = written(opened("log"))

    assert "Anna Ek" in html
    assert "Avvikelse kompletterad" in html
    assert "Allvar: Liten → Allvarlig" in html
    assert "Läge:" not in html
    assert "Större &lt;fel&gt;" in html
    assert "2026-11-22 12:00" in html


def test_free_text_and_the_reason_of_what_is_confidential_are_never_repeated(people: None) -> None:
    secret = {"note": "hemlig bedömning", "is_confidential": True, "kind": "legal"}
    log(act="record_legal", object_type="case_record", after=secret, reason="hemligt skäl")

    html = written(opened("log"))

    assert "text som inte visas här" in html
    assert "hemlig bedömning" not in html
    assert "hemligt skäl" not in html


def test_a_hundred_rows_are_shown_at_a_time_newest_first(people: None) -> None:
    log(130)

    first, second = written(opened("log")), written(opened("log", sida="2"))

    assert "Sida 1 av 2" in first
    assert "Avvikelse 130<" in first
    assert "Avvikelse 30<" not in first
    assert "Avvikelse 30<" in second
    assert "sida=2" in first


@pytest.mark.parametrize(
    ("asked", "shown", "left_out"),
    [
        ({"vem": "mona"}, "Avvikelse 1<", "Avvikelse 2<"),
        ({"handelse": "merge"}, "Avvikelse 2<", "Avvikelse 1<"),
        ({"slag": "deviation", "nummer": "1"}, "Avvikelse 1<", "Avvikelse 2<"),
        ({"sok": "mona ås"}, "Avvikelse 1<", "Avvikelse 2<"),
        ({"sok": "sammanslagna"}, "Avvikelse 2<", "Avvikelse 1<"),
        ({"sok": "älvsbyn"}, "Avvikelse 1<", "Avvikelse 2<"),
        ({"sok": "100%"}, "Ingen händelse passar.", "Avvikelse 1<"),
    ],
)
def test_the_address_says_which_rows_are_shown(people: None, asked: dict[str, str], shown: str, left_out: str) -> None:
    log(who="mona", act="report_deviation", object_id=1, after={"registration_number": "Älvsbyn 12"})
    log(act="merge", object_id=2, reason="1000 rader")

    html = written(opened("log", **asked))

    assert shown in html
    assert left_out not in html


def test_whoever_has_no_office_role_is_told_who_may_see_it(people: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_PERSON", "mona")
    log(reason="inte för alla")

    html = written(opened("log"))

    assert "Det här får bara den göra som är avtalscontroller" in html
    assert "inte för alla" not in html
