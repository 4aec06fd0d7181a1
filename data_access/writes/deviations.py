"""Writes deviations: reported, completed, and put into a case."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update

from data_access.tables.escalation import deviation
from data_access.writes.changes import Values, change_row, read_row


def write_deviation(connection: Connection, values: Values) -> int:
    """Adds a reported deviation; gives its id."""
    return int(connection.execute(insert(deviation).values(**values).returning(deviation.c.id)).scalar_one())


def read_deviation(connection: Connection, deviation_id: int) -> dict[str, Any]:
    """The deviation as it is now. Raises Refused (`deviation_unknown`)."""
    return read_row(connection, deviation, deviation_id)


def change_deviation(connection: Connection, deviation_id: int, seen: int, values: Values) -> None:
    """Changes it. Raises Conflict where it is no longer at the version seen."""
    change_row(connection, deviation, deviation_id, seen, values)


def read_deviation_rows(connection: Connection, ids: Sequence[int]) -> list[dict[str, Any]]:
    """Those of the deviations that there are, in the order of their ids."""
    query = select(deviation).where(deviation.c.id.in_(ids)).order_by(deviation.c.id)
    return [dict(row) for row in connection.execute(query).mappings()]


def attach(connection: Connection, ids: Sequence[int], case_id: int) -> None:
    """Puts the deviations into the case; whoever has one of them open meets a new version."""
    mine = update(deviation).where(deviation.c.id.in_(ids))
    connection.execute(mine.values(case_id=case_id, version=deviation.c.version + 1))
