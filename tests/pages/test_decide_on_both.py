"""A decision, a change, a need and a month's hours go from the page into the database, on SQLite and on PostgreSQL."""

from datetime import date
from typing import Any

import pytest
import streamlit as st
from sqlalchemy import Engine, insert, update
from streamlit.testing.v1 import AppTest

from dashboard.data.registers import read_register
from data_access.engine import writing
from data_access.tables.contracts import contract, contract_option
from data_access.tables.imports import edition
from data_access.writes.reference import seed_reference
from tests.dashboard.acts.cases import TODAY, settle
from tests.pages.open import opened

PAGES = (
    *("decisions", "procurement_plan", "project_plan", "workload", "ceilings", "changes", "needs", "red_flags"),
    "follow_up_plan",
)
PARTS = ("oversikt", "beslut", "tak", "andringar", "uppfoljning", "krav")


@pytest.fixture(autouse=True)
def municipality(database: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A contract that may be extended, nothing else known of it."""
    monkeypatch.setenv("LULEAWAY_PERSON", "chris")
    st.cache_resource.clear()
    settle()
    with writing() as connection:
        seed_reference(connection)
        known = {"notice_buyer_months": 6, "procedure": "öppet förfarande", "ceiling_ore": 0}
        connection.execute(update(contract).values(**known))
        called = {"mode": "buyer", "call_deadline_months": 3}
        connection.execute(insert(contract_option), [{"contract_id": 1, "sequence": 1, "length_months": 12, **called}])
        connection.execute(update(edition).values(sample_on=TODAY))


def field(page: AppTest, kind: str, name: str) -> Any:
    """The field whose name ends so."""
    return next(one for one in page.get(kind) if str(one.key).endswith(name))


def press(page: AppTest, form: str) -> AppTest:
    """Presses the button of the form whose name begins so."""
    return next(one for one in page.button if f":{form}" in str(one.key)).click().run()


@pytest.mark.parametrize("key", PAGES)
def test_a_contract_and_no_ledger_bear_every_page(key: str) -> None:
    page = opened(key, avtal="1")

    assert not page.exception


@pytest.mark.parametrize("part", PARTS)
def test_a_contract_and_no_ledger_bear_every_part(part: str) -> None:
    page = opened("contract", id="1", **{"del": part})

    assert not page.exception


def test_an_extension_decided_on_the_page_moves_the_end() -> None:
    page = opened("contract", id="1", **{"del": "beslut"})
    field(page, "selectbox", ".kind").select("extend").run()
    next(one for one in page.text_area if str(one.key).startswith("decide_")).input("Behovet finns kvar.")

    page = press(page, "decide_")

    assert not page.exception
    assert read_register("contract_decision")["new_end_on"].to_list() == [date(2028, 12, 31)]
    assert not opened("decisions", visa="beslutade").exception


def test_a_need_written_on_the_page_is_in_the_plan_and_in_the_workload() -> None:
    page = opened("procurement_plan")
    next(one for one in page.text_input if str(one.key).endswith(".title")).input("=HYPERLINK('x')<img src=x>")
    field(page, "date_input", ".needed_on").set_value(date(2027, 12, 1))

    page = press(page, "new_need")

    assert not page.exception
    assert read_register("plan_item")["title"].to_list() == ["=HYPERLINK('x')<img src=x>"]
    assert not opened("project_plan", id=str(read_register("plan_item")["id"][0])).exception
    assert not opened("workload").exception
