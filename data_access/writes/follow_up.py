"""Writes the follow-up of contracts: scorings, the plan, what was done, the checklist, requirements and handover."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert

from data_access.tables.contracts import requirement
from data_access.tables.follow_up import (
    follow_up_activity,
    follow_up_check,
    follow_up_plan,
    handover,
    risk_score,
)
from data_access.writes.changes import Values, change_row, read_row


def write_risk_score(connection: Connection, values: Values) -> int:
    """Adds a scoring; gives its id. Earlier ones stay."""
    return _added(connection, risk_score, values)


def write_plan(connection: Connection, rows: Sequence[Values]) -> None:
    """Adds follow-ups to the plan."""
    connection.execute(insert(follow_up_plan), [dict(row) for row in rows])


def read_plan_row(connection: Connection, plan_id: int) -> dict[str, Any]:
    """The planned follow-up as it is now. Raises Refused (`follow_up_plan_unknown`) where there is none."""
    return read_row(connection, follow_up_plan, plan_id)


def write_activity(connection: Connection, plan_id: int, seen: int, values: Values) -> int:
    """Adds what was done of a planned follow-up; gives its id. Raises Conflict where somebody recorded it first."""
    change_row(connection, follow_up_plan, plan_id, seen, {})
    return _added(connection, follow_up_activity, {"plan_id": plan_id, **values})


def write_check(connection: Connection, values: Values) -> int:
    """Adds a ticked item of the checklist; gives its id."""
    return _added(connection, follow_up_check, values)


def read_requirement_row(connection: Connection, requirement_id: int) -> dict[str, Any]:
    """The requirement as it is now. Raises Refused (`requirement_unknown`) where there is none."""
    return read_row(connection, requirement, requirement_id)


def change_requirement(connection: Connection, requirement_id: int, seen: int, values: Values) -> None:
    """Changes how, when or with what outcome it is checked. Raises Conflict where it is not at the version seen."""
    change_row(connection, requirement, requirement_id, seen, values)


def write_handover(connection: Connection, values: Values) -> int:
    """Adds the handover of a contract; gives its id."""
    return _added(connection, handover, values)


def read_handover_row(connection: Connection, handover_id: int) -> dict[str, Any]:
    """The handover as it is now. Raises Refused (`handover_unknown`) where there is none."""
    return read_row(connection, handover, handover_id)


def change_handover(connection: Connection, handover_id: int, seen: int, values: Values) -> None:
    """Says that it is received. Raises Conflict where it is not at the version seen."""
    change_row(connection, handover, handover_id, seen, values)


def _added(connection: Connection, table: Table, values: Values) -> int:
    return int(connection.execute(insert(table).values(**values).returning(table.c.id)).scalar_one())
