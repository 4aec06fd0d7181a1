"""Decisions made on the committee's behalf: which count, once each, and whether a delegation covers them."""

from datetime import date, datetime
from typing import Any

import polars as pl
import pytest
from sqlalchemy import Table

from dashboard.rules.escalation.delegated import COVERED_BY, delegated_decisions, with_cover
from data_access.queries.frames import polars_type
from data_access.tables.decisions import contract_decision
from data_access.tables.escalation import case_record, escalation_case
from data_access.tables.people import delegation
from data_access.tables.sanctions import penalty, penalty_event

DAY = date(2026, 10, 5)
AT = datetime.combine(DAY, datetime.min.time())


def rows_of(table: Table, *rows: dict[str, Any]) -> pl.DataFrame:
    schema = {column.name: polars_type(column.type) for column in table.columns}
    filled = [{**dict.fromkeys(schema), "id": place} | row for place, row in enumerate(rows, start=1)]
    return pl.DataFrame(filled, schema=schema, orient="row")


def decided(**tables: list[dict[str, Any]]) -> pl.DataFrame:
    return delegated_decisions(
        rows_of(case_record, *tables.get("records", [])),
        rows_of(escalation_case, {"contract_id": 7, "supplier_id": 3}),
        rows_of(penalty, {"supplier_id": 3, "contract_id": 7, "case_id": 1}),
        rows_of(penalty_event, *tables.get("events", [])),
        rows_of(contract_decision, *tables.get("decisions", [])),
    )


def termination(**said: Any) -> dict[str, Any]:
    record = {"case_id": 1, "kind": "termination_decision", "done_on": DAY, "verdict": True, "who": "kajsa", "at": AT}
    return record | {"role": "chief_purchasing_officer", "registration_number": "KS 2026/1"} | said


def event(sequence: int, state: str, **said: Any) -> dict[str, Any]:
    row = {"penalty_id": 1, "sequence": sequence, "state": state, "happened_on": DAY, "amount_ore": 75_000_00}
    return row | {"who": "kajsa", "role": "chief_purchasing_officer", "at": AT} | said


def test_a_decision_to_terminate_counts_where_it_says_yes_and_stands() -> None:
    found = decided(records=[termination(), termination(verdict=False), termination(withdrawn_at=AT)])

    assert found.select("kind", "supplier_id", "contract_id", "registration_number").rows() == [
        ("termination", 3, 7, "KS 2026/1")
    ]


@pytest.mark.parametrize(("state", "kind"), [("decided", "penalty_charged"), ("waived", "penalty_waived")])
def test_a_penalty_counts_when_it_is_decided_or_waived(state: str, kind: str) -> None:
    found = decided(events=[event(1, "entitled"), event(2, "claimed"), event(3, state)])

    assert found.select("kind", "amount_ore").rows() == [(kind, 75_000_00)]


def test_a_row_that_only_gives_a_penalty_its_number_is_no_second_decision() -> None:
    later = {"registration_number": "KS 2026/9", "happened_on": date(2026, 11, 1)}

    found = decided(events=[event(1, "waived"), event(2, "waived", **later)])

    assert found.select("decided_on", "registration_number").rows() == [(DAY, "KS 2026/9")]


def test_a_contracts_decision_counts_until_another_undoes_it() -> None:
    kept = {"contract_id": 7, "kind": "extend", "decided_on": DAY, "who": "kajsa", "at": AT}
    undone = kept | {"kind": "terminate"}
    undoing = kept | {"kind": "undo", "undoes_id": 2}

    found = decided(decisions=[kept, undone, undoing])

    assert found["kind"].to_list() == ["extend"]


@pytest.mark.parametrize(
    ("order", "is_covered"),
    [
        ({}, True),
        ({"limit_ore": 75_000_00}, True),
        ({"limit_ore": 74_999_99}, False),
        ({"role": "team_leader"}, False),
        ({"valid_from": DAY}, True),
        ({"valid_from": date(2026, 10, 6)}, False),
        ({"valid_to": DAY}, True),
        ({"valid_to": date(2026, 10, 4)}, False),
    ],
)
def test_a_delegation_covers_its_role_its_days_and_its_amounts(order: dict[str, Any], is_covered: bool) -> None:
    row = {"decision": "penalty", "role": "chief_purchasing_officer", "valid_from": date(2020, 1, 1)}

    found = with_cover(decided(events=[event(1, "decided")]), rows_of(delegation, row | order))

    assert found["is_covered"].to_list() == [is_covered]


def test_a_limit_does_not_cover_an_amount_nobody_knows() -> None:
    row = {"decision": "termination", "role": "chief_purchasing_officer", "valid_from": date(2020, 1, 1)}

    found = with_cover(decided(records=[termination()]), rows_of(delegation, row | {"limit_ore": 10**12}))

    assert found["is_covered"].to_list() == [False]


def test_every_kind_is_covered_by_a_decision_of_the_delegation_order() -> None:
    known = {"penalty", "termination", "notice", "extension", "procurement"}

    assert set(COVERED_BY.values()) == known


def test_nothing_decided_is_an_empty_list() -> None:
    assert decided().is_empty()
