"""The server's switch of invented people: a cookie and a way back, in the sample municipality and nowhere else."""

from datetime import date
from urllib.parse import urlencode

import pytest
from sqlalchemy import Engine, update
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match

from dashboard import server
from dashboard.switching import local_path, switch_person
from data_access.engine import writing
from data_access.tables.imports import edition
from data_access.tables.people import person
from data_access.writes.people import write_person


@pytest.fixture
def sample_people(sqlite_database: Engine) -> None:
    """A made-up municipality with one invented person and one who is real."""
    with writing() as connection:
        invented = write_person(connection, "anna ö", "Anna", ["contract_controller"], is_active=True)
        connection.execute(update(person).where(person.c.id == invented).values(is_invented=True))
        write_person(connection, "real", "Riktig", ["legal_counsel"], is_active=True)
    set_day(date(2026, 11, 16))


def set_day(day: date | None) -> None:
    """The day the municipality stands on; None: it is a real one."""
    with writing() as connection:
        connection.execute(update(edition).values(sample_on=day))


def asked(who: str, back: str = "/", scheme: str = "http") -> Response:
    """The server's answer."""
    query = urlencode({"vem": who, "till": back}).encode()
    scope = {"type": "http", "method": "GET", "scheme": scheme, "path": "/byt-person", "query_string": query}
    return switch_person(Request({**scope, "server": ("localhost", 8501), "headers": []}))


def test_the_switch_remembers_who_one_is_and_leads_back(sample_people: None) -> None:
    answer = asked("anna ö", "/avtal?kategori=3")

    cookie = answer.headers["set-cookie"].casefold()
    assert answer.status_code == 303
    assert answer.headers["location"] == "/avtal?kategori=3"
    assert answer.headers["cache-control"] == "no-store"
    assert cookie.startswith("lw_person=anna%20%c3%b6;")
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "secure" not in cookie
    assert "secure" in asked("anna ö", scheme="https").headers["set-cookie"].casefold()


@pytest.mark.parametrize("who", ["real", "nobody", "", "anna"])
def test_nobody_but_an_invented_person_can_be_chosen(who: str, sample_people: None) -> None:
    answer = asked(who)

    assert answer.status_code == 404
    assert "set-cookie" not in answer.headers


def test_a_real_municipality_has_no_switch(sample_people: None) -> None:
    set_day(None)

    answer = asked("anna ö")

    assert answer.status_code == 404
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/avtal",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/avtal\r\nset-cookie: a=b",
        "javascript:alert(1)",
        "avtal",
        "/finns-inte",
        "/byt-person?vem=anna",
        "",
        "//[",
    ],
)
def test_the_way_back_never_leads_to_another_server(elsewhere: str) -> None:
    assert local_path(elsewhere) == "/"


def test_the_way_back_keeps_the_page_and_what_is_asked_of_it() -> None:
    assert local_path("/avtal?kategori=3&lang=en") == "/avtal?kategori=3&lang=en"
    assert local_path("/") == "/"


@pytest.mark.parametrize("path", ["/byt-person", "/inkop/dash/byt-person"])
def test_the_server_answers_at_the_root_and_below_a_base_path(path: str) -> None:
    scope = {"type": "http", "method": "GET", "path": path, "root_path": "", "headers": []}

    routes = [route for route in server.app._user_routes if route.matches(scope)[0] is Match.FULL]

    assert [getattr(route, "endpoint", None) for route in routes] == [switch_person]
