"""What the tables say of a case becomes its facts, as of a day."""

from datetime import date, datetime
from typing import Any

import polars as pl
import pytest

from dashboard.rules.escalation.case_facts import facts_of
from dashboard.rules.escalation.facts import CaseFacts
from data_access.queries.frames import polars_type
from data_access.tables import contracts, escalation, people, sanctions

Row = dict[str, Any]
TODAY = date(2026, 11, 16)
BEFORE = date(2026, 11, 15)
AT = datetime(2026, 11, 16, 9)  # noqa: DTZ001
TABLES = {
    "escalation_case": escalation.escalation_case,
    "escalation_event": escalation.escalation_event,
    "case_record": escalation.case_record,
    "case_member": escalation.case_member,
    "person": people.person,
    "deviation": escalation.deviation,
    "action_item": escalation.action_item,
    "penalty": sanctions.penalty,
    "penalty_event": sanctions.penalty_event,
    "penalty_clause": sanctions.penalty_clause,
    "erp_block": sanctions.erp_block,
    "contract": contracts.contract,
    "option": contracts.contract_option,
}
CASE = {"id": 1, "contract_id": 1, "supplier_id": 1, "opened_on": date(2026, 1, 1)}
CONTRACT = {
    "id": 1,
    "start_on": date(2025, 1, 1),
    "initial_end_on": date(2026, 12, 31),
    "is_until_further_notice": False,
}
RECORD = {"id": 1, "case_id": 1, "kind": "contact", "step": 1, "done_on": TODAY, "at": AT, "who": "asa"}
MOVE = {"case_id": 1, "event": "indicator_warning", "happened_on": TODAY, "at": AT, "who": "asa", "reason": "Sena"}


def frames(**rows: list[Row]) -> dict[str, pl.DataFrame]:
    filled = {"escalation_case": [CASE], "contract": [CONTRACT], **rows}
    made = {}
    for name, table in TABLES.items():
        schema = {column.name: polars_type(column.type) for column in table.columns}
        made[name] = pl.DataFrame([{**dict.fromkeys(schema), **row} for row in filled.get(name, [])], schema=schema)
    return made


def facts(today: date = TODAY, **rows: list[Row]) -> CaseFacts:
    return facts_of(frames(**rows), today)[1]


def test_a_case_without_anything_stands_on_step_0_since_it_opened() -> None:
    found = facts()

    assert (found.step, found.entered_on, found.is_open, found.is_contract_active) == (0, CASE["opened_on"], True, True)


def test_the_step_is_that_of_the_last_event_in_the_order_they_were_logged() -> None:
    events = [
        {**MOVE, "sequence": 2, "from_step": 1, "to_step": 0, "event": "monitoring_ok"},
        {**MOVE, "sequence": 1, "from_step": 0, "to_step": 1},
    ]

    found = facts(escalation_event=events)

    assert [(one.from_step, one.to_step) for one in found.events] == [(0, 1), (1, 0)]
    assert found.step == 0


def test_nothing_that_came_later_is_known_on_an_earlier_day() -> None:
    rows = {
        "escalation_case": [{**CASE, "closed_on": TODAY}],
        "escalation_event": [{**MOVE, "sequence": 1, "from_step": 0, "to_step": 1}],
        "case_record": [RECORD],
        "deviation": [{"id": 1, "case_id": 1, "observed_on": TODAY, "state": "confirmed"}],
        "erp_block": [{"id": 1, "case_id": 1, "requested_on": TODAY}],
    }

    before, now = facts(BEFORE, **rows), facts(TODAY, **rows)

    assert (before.step, before.closed_on, before.records, before.deviations, before.blocks) == (0, None, (), (), ())
    assert (now.step, now.closed_on) == (1, TODAY)
    assert [len(part) for part in (now.records, now.deviations, now.blocks)] == [1, 1, 1]
    assert facts_of(frames(), date(2025, 12, 31)) == {}


def test_a_record_withdrawn_is_kept_and_no_longer_counts() -> None:
    found = facts(case_record=[{**RECORD, "withdrawn_at": AT}])

    assert found.records[0].is_withdrawn
    assert found.latest("contact") is None
    assert facts(case_record=[RECORD]).latest("contact") is not None


def test_an_open_case_also_knows_the_deviations_no_case_has_taken_up() -> None:
    base = {"supplier_id": 1, "contract_id": 1, "observed_on": TODAY, "state": "reported"}
    there = [
        {**base, "id": 1, "case_id": 1},
        {**base, "id": 2},
        {**base, "id": 3, "supplier_id": 2},
        {**base, "id": 4, "contract_id": None},
        {**base, "id": 5, "case_id": 9},
    ]

    of_open = facts(deviation=there)
    of_closed = facts(deviation=there, escalation_case=[{**CASE, "closed_on": BEFORE}])

    assert [one.id for one in of_open.deviations] == [1, 2]
    assert [one.id for one in of_closed.deviations] == [1]


def test_a_role_is_held_by_the_newest_until_the_day_it_ends() -> None:
    persons = [{"id": 1, "key": "asa"}, {"id": 2, "key": "tom"}]
    base = {"case_id": 1, "role": "contract_controller"}
    members = [
        {**base, "id": 1, "person_id": 1, "from_on": date(2026, 1, 1), "to_on": TODAY},
        {**base, "id": 2, "person_id": 2, "from_on": TODAY},
        {**base, "id": 3, "person_id": 1, "from_on": date(2026, 1, 1), "to_on": TODAY, "role": "legal_counsel"},
    ]

    assert facts(person=persons, case_member=members).members == {"contract_controller": "tom"}
    assert facts(BEFORE, person=persons, case_member=members).members == {
        "contract_controller": "asa",
        "legal_counsel": "asa",
    }


@pytest.mark.parametrize(
    ("contract", "expected"),
    [
        ({"initial_end_on": TODAY}, True),
        ({"initial_end_on": BEFORE}, False),
        ({"start_on": TODAY}, True),
        ({"start_on": date(2026, 11, 17)}, False),
        ({"terminated_on": BEFORE}, False),
        ({"initial_end_on": None}, True),
    ],
)
def test_a_contract_is_in_force_on_its_first_and_on_its_last_day(contract: Row, expected: bool) -> None:
    assert facts(contract=[{**CONTRACT, **contract}]).is_contract_active is expected


@pytest.mark.parametrize(("cap", "is_reached"), [(100, True), (101, False), (None, False)])
def test_a_penalty_has_its_last_state_and_the_number_of_its_decision(cap: int | None, is_reached: bool) -> None:
    penalty = {"id": 1, "case_id": 1, "clause_id": 1, "entitled_ore": 100}
    events = [
        {"penalty_id": 1, "sequence": 2, "state": "invoiced", "happened_on": TODAY},
        {"penalty_id": 1, "sequence": 1, "state": "decided", "happened_on": BEFORE, "registration_number": "KS 1"},
    ]

    (found,) = facts(penalty=[penalty], penalty_event=events, penalty_clause=[{"id": 1, "cap_ore": cap}]).penalties

    assert (found.state, found.last_on, found.registration_number) == ("invoiced", TODAY, "KS 1")
    assert found.is_cap_reached is is_reached


def test_actions_and_the_contracts_value_come_along() -> None:
    item = {"id": 1, "case_id": 1, "start_on": BEFORE, "due_on": TODAY}

    found = facts(action_item=[item], contract=[{**CONTRACT, "estimated_value_ore": 500}])

    assert (found.items[0].due_on, found.contract_value_ore) == (TODAY, 500)
