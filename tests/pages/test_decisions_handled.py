"""What is decided leaves the list, enters the plan, and comes back when the decision no longer holds."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import streamlit as st
from sqlalchemy import update

from dashboard.acts.decide import Decision, decide, undo_decision
from dashboard.acts.plan_procurement import PlanLine, advance_plan, plan_procurement
from dashboard.data import decision_page as data
from dashboard.data import edition as editions
from dashboard.data.decision_page import Portfolio
from dashboard.filters import rolling
from dashboard.people import Person
from data_access.engine import reading, writing
from data_access.queries.decisions import read_plan_items
from data_access.tables.decisions import plan_item
from tests.pages.open import opened, own_copy, written

TODAY = date(2026, 11, 16)
NOW = datetime.combine(TODAY, time(9))
CHIEF = Person(None, "kajsa.chief", "Kajsa", frozenset({"chief_purchasing_officer"}))
REASON, FORUM = "Behovet finns kvar och marknaden har vuxit.", "Delegation"


@pytest.fixture(autouse=True)
def own_sample(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A sample municipality of one's own, to change."""
    yield from own_copy(sample_home, tmp_path, monkeypatch, "gun.leader")


def now() -> Portfolio:
    edition = editions.current(TODAY)
    return data.portfolio(edition, rolling(edition.as_of.year * 100 + edition.as_of.month), TODAY)


def late() -> dict[str, Any]:
    """The contract that is latest with both its decision and its work, may be extended, and lasts to its end."""
    rows = now().of("ej_paborjat").filter(pl.col("gate_on") < TODAY, pl.col("next_state") == "open")
    rows = rows.filter(pl.col("effective_end") == pl.col("current_end"))
    open_ended = rows.filter(pl.col("next_mode") == "buyer", pl.col("option_call_deadline") > TODAY)
    return open_ended.row(0, named=True)


def take(contract_id: int, kind: str, seen: int = 0, **more: Any) -> int:
    made = decide(CHIEF, f"{kind}{seen}", NOW, contract_id, seen, Decision(kind, REASON, FORUM, TODAY, **more))
    assert made is not None
    return made


def kinds_of(contract_id: int) -> set[str]:
    """The lists the contract is in, but for all."""
    found = now()
    return {kind for kind in data.KINDS if kind != "alla" and contract_id in found.of(kind)["id"]}


def test_a_decision_takes_the_contract_from_the_lists_and_puts_it_into_the_plan() -> None:
    contract = late()
    before = now()

    take(contract["id"], "reprocure")

    after = now()
    assert kinds_of(contract["id"]) == {"beslutade"}
    assert after.count("passerade") == before.count("passerade") - 1
    assert after.count("ej_paborjat") == before.count("ej_paborjat") - 1
    assert contract["number"] in written(opened("decisions", visa="beslutade"))
    assert f">{contract['number']}<" not in written(opened("decisions", visa="passerade"))
    with reading() as connection:
        assert contract["id"] in read_plan_items(connection)["contract_id"]


def test_an_undone_decision_puts_the_contract_back() -> None:
    contract = late()
    made = take(contract["id"], "reprocure")

    undo_decision(CHIEF, "undo", NOW, made, made, "Beslutet gällde fel avtal.", FORUM, None)

    assert kinds_of(contract["id"]) == {"passerade", "ej_paborjat"}


def test_a_cancelled_line_in_the_plan_puts_the_contract_back() -> None:
    contract = late()
    made = take(contract["id"], "reprocure")

    with writing() as connection:
        connection.execute(update(plan_item).where(plan_item.c.decision_id == made).values(state="cancelled"))
    st.cache_resource.clear()

    assert kinds_of(contract["id"]) == {"passerade", "ej_paborjat"}


def test_an_extension_moves_the_gate_and_the_next_one_is_not_handled() -> None:
    contract = late()
    made = take(contract["id"], "reprocure")

    take(contract["id"], "extend", made, option=contract["next_option"])

    row = now().dated.filter(pl.col("id") == contract["id"]).row(0, named=True)
    assert row["current_end"] == contract["extended_end"]
    assert row["gate_on"] > contract["gate_on"]
    assert not row["is_handled"]


def test_work_that_begins_takes_the_alert_away_and_leaves_the_decision_to_be_made() -> None:
    contract = late()
    line = PlanLine("Behovet", contract["current_end"] + timedelta(days=1), contract["id"])
    made = plan_procurement(CHIEF, "plan", NOW, line)
    assert made is not None
    assert "ej_paborjat" in kinds_of(contract["id"])

    advance_plan(CHIEF, "begin", NOW, made, 1, "planning", TODAY)

    assert kinds_of(contract["id"]) == {"passerade"}
