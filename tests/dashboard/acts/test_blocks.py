"""A block on ordering is asked for, executed and lifted: once each, in order, with the log."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any
from uuid import uuid4

import polars as pl
import pytest
from sqlalchemy import Engine

from dashboard.acts.execute_block import execute_block
from dashboard.acts.lift_block import lift_block
from dashboard.acts.request_block import request_block
from data_access.engine import reading
from data_access.errors import Conflict, Refused
from data_access.queries import sanctions
from tests.dashboard.acts.cases import CONTROLLER, NOW, OPERATIONS, TODAY, case_row, logged, open_one, settle


@pytest.fixture(autouse=True)
def municipality(database: Engine) -> None:
    settle()


def key() -> str:
    return uuid4().hex


def asked(**given: Any) -> int:
    made = request_block(CONTROLLER, key(), NOW, **{"supplier_id": 1, "reason": "Hävning förbereds", **given})
    assert made is not None
    return made


def row(block_id: int) -> dict[str, Any]:
    with reading() as connection:
        return sanctions.read_blocks(connection).row(by_predicate=pl.col("id") == block_id, named=True)


def test_a_block_goes_from_request_to_execution_to_lifting() -> None:
    block_id = asked()

    execute_block(CONTROLLER, key(), NOW, block_id, 1, TODAY)
    lift_block(CONTROLLER, key(), NOW, block_id, 2, TODAY, "Felet är rättat")

    found = row(block_id)
    assert (found["requested_on"], found["executed_on"], found["lifted_on"]) == (TODAY, TODAY, TODAY)
    assert (found["executed_by"], found["lifted_reason"], found["version"]) == ("anna", "Felet är rättat", 3)
    assert [entry.act for entry in logged() if entry.object_type == "erp_block"] == [
        "request_block",
        "execute_block",
        "lift_block",
    ]


def test_a_request_may_be_taken_back_before_it_is_carried_out() -> None:
    block_id = asked()

    lift_block(CONTROLLER, key(), NOW, block_id, 1, TODAY, "Inte längre aktuell")

    assert row(block_id)["executed_on"] is None


@pytest.mark.parametrize("contract_id", [None, 1])
def test_there_is_one_open_block_for_the_same_thing(contract_id: int | None) -> None:
    block_id = asked(contract_id=contract_id)

    with pytest.raises(Refused) as refused:
        asked(contract_id=contract_id)
    lift_block(CONTROLLER, key(), NOW, block_id, 1, TODAY, "Klart")

    assert refused.value.details["codes"] == ("block_open",)
    assert asked(contract_id=contract_id) != block_id


@pytest.mark.parametrize(
    ("given", "codes"),
    [({"contract_id": 1, "supplier_id": 2}, ("penalty_supplier",)), ({"case_id": 99}, ("penalty_about",))],
)
def test_a_block_about_what_does_not_belong_together_is_refused(given: dict[str, Any], codes: tuple[str]) -> None:
    with pytest.raises(Refused) as refused:
        asked(**given)

    assert refused.value.details["codes"] == codes


def test_a_supplier_nobody_knows_cannot_be_blocked() -> None:
    with pytest.raises(Refused, match="supplier_unknown"):
        asked(supplier_id=99)


def test_a_block_needs_its_reason() -> None:
    with pytest.raises(Refused, match="text_missing"):
        asked(reason="  ")


def test_a_day_that_cannot_be_is_refused_and_nothing_is_changed() -> None:
    block_id = asked()

    with pytest.raises(Refused) as refused:
        execute_block(CONTROLLER, key(), NOW, block_id, 1, date(2026, 11, 17))

    assert refused.value.details["codes"] == ("block_day_ahead",)
    assert row(block_id)["version"] == 1
    assert logged("execute_block_refused")[0].object_id == block_id


def test_operations_may_not_ask_for_a_block() -> None:
    with pytest.raises(Refused, match="not_allowed"):
        request_block(OPERATIONS, key(), NOW, supplier_id=1, reason="x")


def test_what_is_done_with_a_block_moves_the_version_of_its_case() -> None:
    case_id = open_one()
    before = case_row(case_id)["version"]

    block_id = asked(case_id=case_id, contract_id=1)
    execute_block(CONTROLLER, key(), NOW, block_id, 1, TODAY)

    assert case_row(case_id)["version"] == before + 2


def test_two_who_execute_and_lift_at_once_are_one_change_and_one_conflict() -> None:
    block_id = asked()

    def attempt(name: str) -> str:
        try:
            if name == "execute":
                execute_block(CONTROLLER, key(), NOW, block_id, 1, TODAY)
            else:
                lift_block(CONTROLLER, key(), NOW, block_id, 1, TODAY, "Klart")
        except Conflict:
            return "conflict"
        return "done"

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(attempt, ("execute", "lift")))

    assert outcomes == ["conflict", "done"]
    assert row(block_id)["version"] == 2
