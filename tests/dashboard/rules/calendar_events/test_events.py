"""What becomes an event: what is left to do on contracts that are not secret, on its day, known by what it is about."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
import pytest

from dashboard.data.decision_frames import READERS, Decisions, decisions_on
from dashboard.rules.calendar_events.events import (
    EVENT,
    action_events,
    contract_events,
    follow_up_events,
    of_person,
    together,
)
from data_access.engine import engine
from tests.dashboard.frames import empty_table, rows_of

TODAY = date(2026, 11, 16)
Row = dict[str, object]
CONTRACT: Row = {
    "number": "R-1",
    "title": "Städ",
    "type": "ramavtal",
    "start_on": date(2024, 3, 1),
    "initial_end_on": date(2028, 2, 29),
    "notice_buyer_months": 6,
    "owner": "Åsa Öberg",
    "controller": "Bo Ek",
    "is_secret": False,
}
OPTION: Row = {"contract_id": 1, "sequence": 1, "length_months": 12, "mode": "buyer", "call_deadline_months": 3}
DECISION: Row = {
    "contract_id": 1,
    "kind": "expire",
    "decided_on": date(2026, 11, 2),
    "end_before_on": date(2028, 2, 29),
}
CASE: Row = {"contract_id": 1, "supplier_id": 1, "opened_on": date(2026, 9, 1)}
ACTION: Row = {"case_id": 1, "description": "Extra tur", "owner": "Leverantören", "due_on": date(2026, 12, 1)}
PLANNED: Row = {
    "plan_id": 7,
    "row_id": 1,
    "number": "R-1",
    "title": "Städ",
    "controller": "Bo Ek",
    "responsible": "Avtalscontroller",
    "method": "moten",
    "planned_on": date(2026, 12, 1),
    "state": "coming",
    "is_over": False,
}


def decided(
    contract: Mapping[str, object] = CONTRACT, option: Row | None = OPTION, decision: Row | None = None
) -> Decisions:
    """One contract, an option of it if any, and a decision about it if any."""
    frames = {name: empty_table(_table(name)) for name in READERS}
    frames["contract"] = rows_of("contract", [dict(contract)])
    frames["option"] = rows_of("contract_option", [option] if option else [])
    frames["contract_decision"] = rows_of("contract_decision", [decision] if decision else [])
    return decisions_on(frames, TODAY)


def _table(name: str) -> str:
    return {"option": "contract_option"}.get(name, name)


def events(day: date = TODAY, **given: Any) -> dict[str, dict[str, Any]]:
    """The events of `decided`, by kind."""
    found = decided(**given)
    rows = contract_events(found.dated, found.options, found.ways, day)
    assert dict(rows.schema) == EVENT
    return {row["kind"]: row for row in rows.iter_rows(named=True)}


def actions(item: Row | None = None, case: Row | None = None, contract: Row | None = None) -> pl.DataFrame:
    return action_events(
        rows_of("action_item", [ACTION | (item or {})]),
        rows_of("escalation_case", [CASE | (case or {})]),
        rows_of("contract", [CONTRACT | (contract or {})]),
        TODAY,
    )


def follow_ups(**changed: object) -> pl.DataFrame:
    return follow_up_events(pl.DataFrame([PLANNED | changed]), TODAY)


def test_a_contract_gives_its_gate_its_notice_and_its_option() -> None:
    found = events()

    assert found.keys() == {"gate", "notice", "option"}
    assert {kind: row["uid"] for kind, row in found.items()} == {
        "gate": "contract-1-gate@luleaway",
        "notice": "contract-1-notice@luleaway",
        "option": "contract-1-option-1@luleaway",
    }
    assert found["notice"]["day"] == date(2027, 8, 29)
    assert found["option"]["day"] == date(2027, 11, 29)
    assert found["gate"]["day"] == date(2027, 10, 29)  # to decide on the option by


def test_a_gate_is_reminded_of_30_days_before_and_the_rest_14() -> None:
    assert {kind: row["remind_days"] for kind, row in events().items()} == {"gate": 30, "notice": 14, "option": 14}


def test_a_gate_says_which_ways_are_open_and_that_it_may_come_earlier() -> None:
    gate = events()["gate"]

    assert {"extend", "terminate"} <= set(gate["ways"])
    assert gate["notes"] == ["gate_no_later_than"]


def test_the_same_event_keeps_its_uid_when_its_day_moves() -> None:
    before, after = events(), events(contract={**CONTRACT, "initial_end_on": date(2028, 8, 31)})

    assert {kind: row["uid"] for kind, row in before.items()} == {kind: row["uid"] for kind, row in after.items()}
    assert all(before[kind]["day"] < after[kind]["day"] for kind in before)


def test_an_option_that_a_register_remade_under_another_id_is_the_same_event() -> None:
    assert events(option={**OPTION, "id": 99})["option"]["uid"] == "contract-1-option-1@luleaway"


def test_a_handled_gate_leaves_nothing_of_the_contract() -> None:
    assert events(decision=DECISION) == {}


def test_a_renewal_by_itself_must_be_stopped_whatever_is_decided() -> None:
    automatic = {**OPTION, "mode": "automatic"}

    assert events(option=automatic).keys() == {"gate", "notice", "stop"}
    assert events(option=automatic, decision=DECISION).keys() == {"stop"}


@pytest.mark.parametrize("changed", [{"is_secret": True}, {"initial_end_on": date(2026, 10, 31)}])
def test_a_secret_contract_and_one_that_has_ended_give_nothing(changed: Row) -> None:
    assert events(contract=CONTRACT | changed, option=None) == {}


def test_a_day_that_has_passed_is_left_out_and_the_last_day_itself_is_not() -> None:
    last = date(2027, 8, 29)

    assert "notice" in events(day=last)
    assert "notice" not in events(day=date(2027, 8, 30))


def test_no_notice_is_left_to_give_where_it_is_given() -> None:
    assert "notice" not in events(contract={**CONTRACT, "terminated_on": date(2028, 1, 31)})


def test_a_follow_up_to_come_is_the_controllers_and_who_is_responsible() -> None:
    row = follow_ups().row(0, named=True)

    assert (row["uid"], row["day"], row["about"]) == ("follow-up-7@luleaway", date(2026, 12, 1), "moten")
    assert (row["owner"], row["people"]) == ("Bo Ek", ["Bo Ek", "Avtalscontroller"])


@pytest.mark.parametrize("changed", [{"state": "done"}, {"is_over": True}, {"planned_on": date(2026, 11, 15)}])
def test_a_follow_up_that_is_done_over_or_past_is_left_out(changed: Row) -> None:
    assert follow_ups(**changed).is_empty()


def test_an_action_is_its_owners_and_that_of_those_who_answer_for_the_contract() -> None:
    row = actions().row(0, named=True)

    assert (row["uid"], row["day"], row["case_id"]) == ("action-1@luleaway", date(2026, 12, 1), 1)
    assert row["people"] == ["Leverantören", "Åsa Öberg", "Bo Ek"]


def test_an_action_done_after_the_day_was_still_to_be_done() -> None:
    assert actions({"done_on": TODAY}).is_empty()
    assert actions({"done_on": date(2026, 11, 20)}).height == 1


@pytest.mark.parametrize(
    ("case", "contract"),
    [({"closed_on": TODAY}, {}), ({"opened_on": date(2026, 11, 20)}, {}), ({}, {"is_secret": True})],
)
def test_actions_of_cases_not_open_and_of_secret_contracts_are_left_out(case: Row, contract: Row) -> None:
    assert actions(case=case, contract=contract).is_empty()


@pytest.mark.parametrize("name", ["Åsa Öberg", " åsa öberg ", "ÅSA ÖBERG"])
def test_a_persons_events_are_found_however_the_name_is_cased(name: str) -> None:
    both = together([actions(), follow_ups()])

    assert of_person(both, name)["kind"].to_list() == ["action"]
    assert of_person(both, "Bo Ek")["kind"].to_list() == ["action", "follow_up"]
    assert of_person(both, "Åsa").is_empty()


def test_nothing_gives_no_events() -> None:
    frames = {name: empty_table(_table(name)) for name in READERS}
    found = decisions_on(frames, TODAY)

    rows = contract_events(found.dated, found.options, found.ways, TODAY)

    assert rows.is_empty()
    assert dict(rows.schema) == EVENT


def test_every_uid_of_the_sample_is_there_once(sample_home: Any) -> None:
    with engine(f"sqlite:///{sample_home / 'luleaway.db'}").connect() as connection:
        found = decisions_on({name: read(connection) for name, read in READERS.items()}, TODAY)

    uids = contract_events(found.dated, found.options, found.ways, TODAY)["uid"]

    assert 100 < uids.len() == uids.n_unique()
