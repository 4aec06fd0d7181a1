"""What a contract's page knows of its follow-up, on a small database, as the acts have left it."""

from collections.abc import Iterator
from datetime import date, timedelta

import polars as pl
import pytest
import streamlit as st
from sqlalchemy import Engine, event, update

from dashboard.acts.plan_follow_up import plan_follow_up
from dashboard.acts.record_follow_up import record_follow_up
from dashboard.acts.score_risk import score_risk
from dashboard.data import edition as editions
from dashboard.data.contract_follow_up import ContractFollowUp, contract_follow_up
from dashboard.rules.follow_up.proposal import Proposed
from dashboard.rules.follow_up.risk_class import SCORES
from data_access.engine import writing
from data_access.tables.contracts import contract
from data_access.writes.reference import seed_reference
from tests.dashboard.acts.cases import CONTROLLER, NOW, TODAY, complete, report, settle


@pytest.fixture(autouse=True)
def settled(sqlite_database: Engine) -> Iterator[Engine]:
    """The small municipality, with the reference rows."""
    settle()
    with writing() as connection:
        seed_reference(connection)
    st.cache_resource.clear()
    yield sqlite_database
    st.cache_resource.clear()


def known(contract_id: int = 1, today: date = TODAY) -> ContractFollowUp:
    found = contract_follow_up(editions.current(today), contract_id, today)
    assert found is not None
    return found


def change(**values: object) -> None:
    """Changes contract 1 in the register."""
    with writing() as connection:
        connection.execute(update(contract).where(contract.c.id == 1).values(**values))


def score(level: int) -> None:
    score_risk(CONTROLLER, f"s{level}", NOW, 1, 0, scores=dict.fromkeys(SCORES, level), reason=None)


def test_without_a_scoring_the_registers_class_holds_and_without_that_nothing_is_proposed() -> None:
    unknown = known()
    change(risk_class=1)

    assert (unknown.risk_class, dict(unknown.wanted), unknown.proposed) == (None, {}, ())
    assert known().risk_class == 1
    assert [one.method for one in known().proposed] == ["prisutveckling"]


def test_the_scoring_takes_the_registers_place_from_its_day_on() -> None:
    change(risk_class=1)
    score(3)

    assert (known().risk_class, known(today=TODAY - timedelta(days=1)).risk_class) == (3, 1)
    assert known().seen_scoring == 1


def test_what_is_put_into_the_plan_is_not_proposed_again_and_what_is_done_moves_the_next() -> None:
    change(risk_class=1)
    first = known().proposed
    plan_follow_up(CONTROLLER, "p", NOW, 1, known().seen_plan, rows=first, responsible=None)
    planned = known()
    told = {"covers": None, "result": None, "evidence": "Protokoll"}
    record_follow_up(CONTROLLER, "r", NOW, 1, 1, done_on=TODAY - timedelta(days=11), **told)

    assert planned.proposed == ()
    assert planned.plan["state"].to_list() == ["coming"]
    done = known()
    assert done.plan.select("state", "evidence").row(0) == ("done", "Protokoll")
    assert [one.planned_on for one in done.proposed] == [TODAY - timedelta(days=11) + timedelta(days=365)]


def test_a_planned_day_that_was_missed_stands_for_nothing() -> None:
    change(risk_class=1)
    plan_follow_up(CONTROLLER, "p", NOW, 1, 0, rows=[Proposed(TODAY, "prisutveckling")], responsible=None)

    later = TODAY + timedelta(days=15)

    assert [one.method for one in known(today=later).proposed] == ["prisutveckling"]


def test_the_suggested_scores_come_from_the_contracts_value_and_its_open_deviations() -> None:
    change(estimated_value_ore=6_000_000_00)
    complete(report(), severity=3)

    found = known().suggestions

    assert (found["value"].score, found["history"].score, found["history"].code) == (3, 3, "gravest_deviation")


def test_a_secret_contract_and_one_that_is_not_there_have_no_follow_up() -> None:
    change(is_secret=True)

    assert contract_follow_up(editions.current(TODAY), 1, TODAY) is None
    assert contract_follow_up(editions.current(TODAY), 99, TODAY) is None


def test_the_next_contract_asks_the_database_for_nothing_more(settled: Engine) -> None:
    edition = editions.current(TODAY)
    contract_follow_up(edition, 1, TODAY)
    asked: list[str] = []
    event.listen(settled, "before_cursor_execute", lambda *given: asked.append(str(given[2])))

    contract_follow_up(edition, 2, TODAY)

    assert asked == []


def test_only_the_last_two_years_of_the_plan_are_shown_and_all_that_is_to_come() -> None:
    rows = [Proposed(TODAY + timedelta(days=at), "moten") for at in (0, 400)]
    plan_follow_up(CONTROLLER, "p", NOW, 1, 0, rows=rows, responsible=None)

    in_two_years = known(today=TODAY + timedelta(days=731))

    assert in_two_years.plan["planned_on"].to_list() == [rows[1].planned_on]
    assert known().plan.filter(pl.col("state") == "coming").height == 2
