"""The command `luleaway people`: who is registered, registering somebody, and the words for what may not be done."""

from datetime import date

import pytest
from sqlalchemy import Engine, select, update

from dashboard import cli
from dashboard.rules.permissions import OFFICE
from data_access.engine import reading, writing
from data_access.queries.people import find_person
from data_access.tables.imports import audit_log, edition
from tests.dashboard.test_cli import document, run


def test_a_person_is_registered_with_swedish_words_for_the_roles(
    database: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ("people", "--add", "anna", "--name", "Anna Ek", "--role", "Avtalscontroller", "--role", "team_leader")

    status = run(monkeypatch, *call, "--json")

    (person,) = document(capsys)["people"]
    assert status == 0
    assert (person["key"], person["name"], person["is_active"]) == ("anna", "Anna Ek", True)
    assert person["roles"] == ["contract_controller", "team_leader"]
    assert person["is_invented"] is False


def test_what_is_not_said_of_a_registered_person_stays_and_the_log_has_before_and_after(
    database: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("USER", "kommandot")
    run(monkeypatch, "people", "--add", "anna", "--name", "Anna Ek", "--role", "jurist")

    run(monkeypatch, "people", "--add", "anna", "--role", "inköpschef")
    run(monkeypatch, "people", "--add", "anna", "--leaves")

    with reading() as connection:
        person = find_person(connection, "anna")
        rows = connection.execute(select(audit_log).order_by(audit_log.c.id)).all()
    assert person is not None
    assert (person["name"], person["roles"], person["is_active"]) == ("Anna Ek", ["chief_purchasing_officer"], False)
    assert [(row.act, row.who, row.object_id) for row in rows] == [
        ("add_person", "kommandot", person["id"]),
        ("change_person", "kommandot", person["id"]),
        ("change_person", "kommandot", person["id"]),
    ]
    assert rows[1].before["roles"] == ["legal_counsel"]
    assert rows[1].after["roles"] == ["chief_purchasing_officer"]
    assert (rows[2].before["is_active"], rows[2].after["is_active"]) == (True, False)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("--add", "anna", "--name", "Anna", "--role", "kejsare"), "Rollen kejsare finns inte. Välj bland"),
        (("--add", "anna", "--name", "Anna"), "Ange minst en roll"),
        (("--add", "anna", "--role", "jurist"), "Ange personens namn"),
        (("--add", " anna", "--name", "Anna", "--role", "jurist"), "Nyckeln ska vara"),
        (("--add", "a" * 101, "--name", "Anna", "--role", "jurist"), "Nyckeln ska vara"),
    ],
)
def test_what_cannot_be_registered_is_said_in_words_with_status_1(
    call: tuple[str, ...],
    words: str,
    sqlite_database: Engine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(monkeypatch, "people", *call) == 1

    assert words in capsys.readouterr().err


def test_a_name_without_a_key_is_a_wrong_call(
    sqlite_database: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "people", "--name", "Anna") == 2

    assert "ange vem det gäller med --add" in capsys.readouterr().err


def test_an_empty_home_says_how_to_begin(
    sqlite_database: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "people") == 0

    said = capsys.readouterr().err
    assert "Ingen är registrerad än" in said
    assert "LULEAWAY_PERSON" in said


def test_commands_stand_on_the_sample_municipalitys_day(database: Engine) -> None:
    with writing():
        pass  # the first write of all makes the edition
    with writing() as connection:
        connection.execute(update(edition).values(sample_on=date(2026, 11, 16)))

    assert cli.today() == date(2026, 11, 16)
    assert cli.now().date() == date(2026, 11, 16)


def test_whoever_has_the_shell_acts_in_every_role_of_the_office() -> None:
    assert cli.shell_person().roles == OFFICE
