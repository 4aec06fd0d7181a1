"""Suppliers that are one, where there are deviations, cases, penalties, blocks, results and comments."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, insert, select, update

from data_access.engine import writing
from data_access.errors import Refused
from data_access.tables.contracts import contract
from data_access.tables.escalation import deviation, escalation_case, signal_answer
from data_access.tables.follow_up import audit_result, supplier_comment
from data_access.tables.sanctions import erp_block, penalty, penalty_clause
from data_access.tables.suppliers import supplier
from data_access.writes.merging import POINTING, merge, undo_merge

NOW = datetime.fromisoformat("2026-11-16T09:30")
TODAY = NOW.date()
BY = {"recorded_by": "anna", "recorded_at": NOW}


@pytest.fixture
def connection(database: Engine) -> Iterator[Connection]:
    """Suppliers 1 and 2, contracts 1 and 2, a penalty clause in the first."""
    with writing(database) as opened:
        opened.execute(insert(supplier), [{"id": n, "name": f"Bolag {n} AB"} for n in (1, 2)])
        opened.execute(insert(contract), [{"id": n, "number": f"A-{n}", "title": "t"} for n in (1, 2)])
        clause = {"id": 1, "contract_id": 1, "clause": "7.2", "unit": "day", "amount_ore": 100}
        opened.execute(insert(penalty_clause).values(**clause))
        yield opened


def add_case(connection: Connection, case_id: int, supplier_id: int, contract_id: int = 1) -> None:
    row = {"id": case_id, "contract_id": contract_id, "supplier_id": supplier_id}
    connection.execute(insert(escalation_case).values(**row, opened_on=TODAY, opened_by="anna"))


def add_deviation(connection: Connection, deviation_id: int, supplier_id: int, case_id: int | None) -> None:
    row = {"id": deviation_id, "supplier_id": supplier_id, "contract_id": 1, "case_id": case_id}
    said = {"description": "Sen.", "observed_on": TODAY, "reported_by": "oskar", "reported_at": NOW}
    connection.execute(insert(deviation).values(**row, **said))


def add_result(connection: Connection, supplier_id: int, result: str, day: date = TODAY) -> None:
    row = {"supplier_id": supplier_id, "source": "Hållbarhetskollen", "result": result, "assessed_on": day}
    connection.execute(insert(audit_result).values(**row, **BY))


def add_one_of_each(connection: Connection, supplier_id: int) -> None:
    """A case with a deviation, a penalty, a block and an answered signal in it; a result and a comment."""
    add_case(connection, 1, supplier_id)
    add_deviation(connection, 1, supplier_id, 1)
    of = {"supplier_id": supplier_id, "contract_id": 1, "case_id": 1}
    claim = {"clause_id": 1, "from_on": TODAY, "entitled_ore": 100, "arithmetic": "1 × 1 kr"}
    connection.execute(insert(penalty).values(**of, **claim))
    connection.execute(insert(erp_block).values(**of, requested_on=TODAY, requested_by="anna", reason="Skäl"))
    answer = {"kind": "price", "level": 1.0, "is_accepted": False, "reason": "Litet", "who": "anna", "at": NOW}
    connection.execute(insert(signal_answer).values(**of, **answer))
    add_result(connection, supplier_id, "green")
    connection.execute(insert(supplier_comment).values(supplier_id=supplier_id, said_on=TODAY, comment="Bra.", **BY))


def pointing(connection: Connection) -> dict[str, list[Any]]:
    """Every row that points at a supplier, and at which."""
    return {
        table.name: sorted(tuple(row) for row in connection.execute(select(table.c.id, table.c.supplier_id)))
        for table in POINTING
    }


def test_every_table_that_points_at_a_supplier_is_moved_or_is_the_suppliers_own() -> None:
    own = {"supplier_alias", "supplier_merge"}
    tables = {
        table.name
        for table in supplier.metadata.tables.values()
        if any(key.column.table is supplier for key in table.foreign_keys)
    }

    assert tables - own == {table.name for table in POINTING}


def test_a_merge_moves_the_case_and_all_that_belongs_to_it_and_undoing_moves_it_back(connection: Connection) -> None:
    add_one_of_each(connection, 1)
    before = pointing(connection)

    merge_id = merge(connection, 1, 2, "anna", TODAY)
    during = pointing(connection)
    add_deviation(connection, 2, 2, None)
    undo_merge(connection, merge_id, TODAY)

    assert {row[1] for rows in during.values() for row in rows} == {2}
    assert sum(bool(rows) for rows in during.values()) == 7
    assert pointing(connection) == before | {"deviation": [*before["deviation"], (2, 2)]}


def test_two_open_cases_on_one_contract_are_not_made_one(connection: Connection) -> None:
    add_case(connection, 1, 1)
    add_case(connection, 2, 2)

    with pytest.raises(Refused, match="merge_two_cases"):
        merge(connection, 1, 2, "anna", TODAY)

    assert pointing(connection)["escalation_case"] == [(1, 1), (2, 2)]


def test_cases_on_different_contracts_or_closed_ones_hinder_no_merge(connection: Connection) -> None:
    add_case(connection, 1, 1)
    add_case(connection, 2, 2)
    add_case(connection, 3, 2, contract_id=2)
    connection.execute(update(escalation_case).where(escalation_case.c.id == 2).values(closed_on=TODAY))

    merge(connection, 1, 2, "anna", TODAY)

    assert pointing(connection)["escalation_case"] == [(1, 2), (2, 2), (3, 2)]


def test_the_same_result_of_the_same_day_stays_where_it_is_and_the_rest_moves(connection: Connection) -> None:
    for number in (1, 2):
        add_result(connection, number, "green")
    add_result(connection, 1, "red", date(2025, 5, 5))
    before = pointing(connection)

    merge_id = merge(connection, 1, 2, "anna", TODAY)
    during = pointing(connection)["audit_result"]
    undo_merge(connection, merge_id, TODAY)

    assert sorted(row[1] for row in during) == [1, 2, 2]
    assert pointing(connection) == before


def test_different_results_of_the_same_day_are_not_made_one(connection: Connection) -> None:
    add_result(connection, 1, "green")
    add_result(connection, 2, "red")

    with pytest.raises(Refused, match="merge_two_results"):
        merge(connection, 1, 2, "anna", TODAY)


@pytest.mark.parametrize("case_of", [1, 2])
def test_a_merge_is_not_undone_where_a_case_has_facts_of_both_since(connection: Connection, case_of: int) -> None:
    add_case(connection, 1, case_of)
    add_deviation(connection, 1, 1, None)
    merge_id = merge(connection, 1, 2, "anna", TODAY)
    connection.execute(update(deviation).values(case_id=1))
    add_deviation(connection, 2, 2, 1)

    with pytest.raises(Refused, match="merge_case_grown"):
        undo_merge(connection, merge_id, TODAY)
