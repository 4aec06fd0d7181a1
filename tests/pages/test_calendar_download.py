"""The calendar on the pages: of what is chosen there, made when the button is pressed, without secret contracts."""

from collections.abc import Callable
from datetime import date
from typing import Any

import polars as pl
import pytest
import streamlit as st
from icalendar import Calendar

from dashboard.data import decision_page, follow_up_plan
from dashboard.data import edition as editions
from dashboard.filters import Filters, rolling
from dashboard.views.calendar_download import own_address
from tests.pages.open import opened

pytestmark = pytest.mark.usefixtures("sample")
TODAY = date(2026, 11, 16)
LABEL = "Hämta som kalenderfil"
Files = dict[str, Callable[[], bytes]]


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Files:
    """The files offered on the pages opened: label -> what makes it."""
    offered: Files = {}

    def offer(label: str, made: Callable[[], bytes], *_rest: Any, **_more: Any) -> bool:
        offered[label] = made
        return False

    monkeypatch.setattr(st, "download_button", offer)
    return offered


def everything() -> Filters:
    edition = editions.current(TODAY)
    return rolling(edition.as_of.year * 100 + edition.as_of.month)


def uids(files: Files) -> set[str]:
    """The events of the calendar offered."""
    return {str(event["UID"]) for event in Calendar.from_ical(files[LABEL]()).walk("VEVENT")}


def gates(owner: str = "") -> set[str]:
    """The gates to come that the page counts."""
    found = decision_page.portfolio(editions.current(TODAY), everything(), TODAY, owner=owner)
    return {f"contract-{number}-gate@luleaway" for number in found.of("kommande")["id"]}


def test_the_page_of_decisions_gives_every_gate_it_counts_as_to_come(files: Files) -> None:
    opened("decisions")

    found = uids(files)
    assert {uid for uid in found if uid.endswith("-gate@luleaway")} == gates()
    assert {uid.split("-")[0] for uid in found} == {"contract", "action"}


def test_an_owner_chosen_on_the_page_narrows_the_calendar_and_names_it(files: Files) -> None:
    portfolio = decision_page.portfolio(editions.current(TODAY), everything(), TODAY)
    owner = portfolio.of("kommande")["owner"].drop_nulls()[0]

    opened("decisions", agare=owner)

    assert {uid for uid in uids(files) if uid.endswith("-gate@luleaway")} == gates(owner) < gates()
    assert owner in str(Calendar.from_ical(files[LABEL]())["X-WR-CALNAME"])


def test_the_follow_up_plan_gives_what_is_listed_and_still_to_come(files: Files) -> None:
    rows = follow_up_plan.ahead(editions.current(TODAY), everything(), TODAY)
    wanted = rows.filter(pl.col("planned_on") >= TODAY, pl.col("state") == "coming", pl.col("month") == 202612)

    opened("follow_up_plan", manad="202612")

    assert uids(files) == {f"follow-up-{number}@luleaway" for number in wanted["plan_id"]}
    assert wanted.height > 0


def test_where_nothing_is_to_come_no_calendar_is_offered(files: Files) -> None:
    opened("follow_up_plan", manad="forsenade")

    assert LABEL not in files
    assert files


@pytest.mark.parametrize(
    ("url", "wanted"),
    [("https://inkop.example.se/beslut?agare=x", "https://inkop.example.se"), ("", ""), (None, ""), ("beslut", "")],
)
def test_the_address_of_the_app_is_that_of_the_page_shown(url: str | None, wanted: str) -> None:
    assert own_address(url) == wanted
