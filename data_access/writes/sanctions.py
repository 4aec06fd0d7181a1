"""Writes penalty clauses, penalties with their events, and blocks on ordering."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from data_access.tables.escalation import escalation_case
from data_access.tables.sanctions import erp_block, penalty, penalty_clause, penalty_event
from data_access.writes.changes import Values, change_row, read_row

TABLES: Mapping[str, Table] = {"penalty_clause": penalty_clause, "penalty": penalty, "erp_block": erp_block}


def write_new(connection: Connection, name: str, values: Values) -> int:
    """Adds a row to the table `name`; gives its id."""
    table = TABLES[name]
    return int(connection.execute(insert(table).values(**values, version=1).returning(table.c.id)).scalar_one())


def read_one(connection: Connection, name: str, row_id: int) -> dict[str, Any]:
    """The row as it is now. Raises Refused (`<name>_unknown`) where there is none."""
    return read_row(connection, TABLES[name], row_id)


def change_one(connection: Connection, name: str, row_id: int, seen: int, values: Values) -> None:
    """Changes the row and moves its version. Raises Conflict where it is no longer at the version seen."""
    change_row(connection, TABLES[name], row_id, seen, values)


def add_penalty_event(connection: Connection, penalty_id: int, values: Values) -> None:
    """Adds what happened, after everything that happened before."""
    last = select(func.coalesce(func.max(penalty_event.c.sequence), 0)).where(penalty_event.c.penalty_id == penalty_id)
    sequence = connection.execute(last).scalar_one() + 1
    connection.execute(insert(penalty_event).values(**values, penalty_id=penalty_id, sequence=sequence))


def touch_case(connection: Connection, case_id: int | None) -> None:
    """Moves the version of the case that something was done in: whoever has it open must look again."""
    if case_id is not None:
        mine = update(escalation_case).where(escalation_case.c.id == case_id)
        connection.execute(mine.values(version=escalation_case.c.version + 1))
