"""Writes cases: opened, moved, and what is done in them. Every change moves the case's version."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from data_access.tables.escalation import action_item, case_member, case_record, escalation_case, escalation_event
from data_access.writes.changes import Values, change_row, read_row


def find_open_case(connection: Connection, contract_id: int, supplier_id: int) -> int | None:
    """The id of the open case of this contract and supplier; there is one at most."""
    mine = (escalation_case.c.contract_id == contract_id) & (escalation_case.c.supplier_id == supplier_id)
    query = select(escalation_case.c.id).where(mine, escalation_case.c.closed_on.is_(None))
    return connection.execute(query).scalar()


def find_open_cases(connection: Connection, ids: Sequence[int | None]) -> set[int]:
    """Those of the cases that still go on."""
    query = select(escalation_case.c.id).where(escalation_case.c.id.in_(ids), escalation_case.c.closed_on.is_(None))
    return set(connection.execute(query).scalars())


def write_case(connection: Connection, contract_id: int, supplier_id: int, who: str, today: date) -> int:
    """Opens a case; gives its id. It stands on step 0 until its first event."""
    row = {"contract_id": contract_id, "supplier_id": supplier_id, "opened_on": today, "opened_by": who, "version": 1}
    return _add(connection, escalation_case, row)


def read_case(connection: Connection, case_id: int) -> dict[str, Any]:
    """The case as it is now. Raises Refused (`escalation_case_unknown`)."""
    return read_row(connection, escalation_case, case_id)


def read_record(connection: Connection, record_id: int) -> dict[str, Any]:
    """The record as it is now. Raises Refused (`case_record_unknown`)."""
    return read_row(connection, case_record, record_id)


def read_action_item(connection: Connection, item_id: int) -> dict[str, Any]:
    """What the supplier is to do, as it is now. Raises Refused (`action_item_unknown`)."""
    return read_row(connection, action_item, item_id)


def change_case(connection: Connection, case_id: int, seen: int, values: Values) -> None:
    """Changes the case, or only moves its version. Raises Conflict where it is no longer at the version seen."""
    change_row(connection, escalation_case, case_id, seen, values)


def touch_case(connection: Connection, case_id: int) -> None:
    """Moves the case's version because something that belongs to it has changed."""
    mine = update(escalation_case).where(escalation_case.c.id == case_id)
    connection.execute(mine.values(version=escalation_case.c.version + 1))


def read_step(connection: Connection, case_id: int) -> tuple[int, int]:
    """The case's step, that of its last event (0 without any), and the sequence number the next event gets."""
    query = select(escalation_event.c.to_step, escalation_event.c.sequence).where(escalation_event.c.case_id == case_id)
    last = connection.execute(query.order_by(escalation_event.c.sequence.desc()).limit(1)).first()
    return (0, 1) if last is None else (last.to_step, last.sequence + 1)


def write_event(connection: Connection, values: Values) -> int:
    """Adds a move to the log; gives its id."""
    return _add(connection, escalation_event, values)


def write_record(connection: Connection, values: Values) -> int:
    """Adds something done or drawn up; gives its id."""
    return _add(connection, case_record, values)


def change_record(connection: Connection, record_id: int, seen: int, values: Values) -> None:
    """Changes the record. Raises Conflict where it is no longer at the version seen."""
    change_row(connection, case_record, record_id, seen, values)


def change_action_item(connection: Connection, item_id: int, seen: int, values: Values) -> None:
    """Changes it. Raises Conflict where it is no longer at the version seen."""
    change_row(connection, action_item, item_id, seen, values)


def write_action_item(connection: Connection, values: Values) -> int:
    """Adds something the supplier is to do; gives its id."""
    return _add(connection, action_item, values)


def read_member(connection: Connection, case_id: int, role: str) -> dict[str, Any] | None:
    """Who is named for the role now."""
    mine = (case_member.c.case_id == case_id) & (case_member.c.role == role) & case_member.c.to_on.is_(None)
    row = connection.execute(select(case_member).where(mine)).mappings().first()
    return None if row is None else dict(row)


def write_member(connection: Connection, case_id: int, role: str, person_id: int | None, today: date) -> int | None:
    """Ends the present naming for the role and adds the new one, if any; gives its id."""
    mine = (case_member.c.case_id == case_id) & (case_member.c.role == role) & case_member.c.to_on.is_(None)
    connection.execute(update(case_member).where(mine).values(to_on=today))
    if person_id is None:
        return None
    return _add(connection, case_member, {"case_id": case_id, "role": role, "person_id": person_id, "from_on": today})


def _add(connection: Connection, table: Table, values: Values) -> int:
    return int(connection.execute(insert(table).values(**values).returning(table.c.id)).scalar_one())
