"""Rows that several people may change: each change names the version it saw, and the log says what it changed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Table, select, update

from data_access.errors import Conflict, Refused

Values = Mapping[str, Any]


def read_row(connection: Connection, table: Table, row_id: int) -> dict[str, Any]:
    """The row as it is now. Raises Refused (`<table>_unknown`) where there is none."""
    row = connection.execute(select(table).where(table.c.id == row_id)).mappings().first()
    if row is None:
        raise Refused(f"{table.name}_unknown", object_type=table.name, id=row_id)
    return dict(row)


def require_version(row: Values, seen: int) -> None:
    """Raises Conflict where the row has been changed since it was seen."""
    if row["version"] != seen:
        raise Conflict(f"version {seen} was seen, it is {row['version']} now")


def change_row(connection: Connection, table: Table, row_id: int, seen: int, values: Values) -> None:
    """Changes the row if it still is at the version seen, and moves the version. Raises Conflict otherwise."""
    mine = (table.c.id == row_id) & (table.c.version == seen)
    done = connection.execute(update(table).where(mine).values(**values, version=seen + 1))
    if done.rowcount != 1:
        raise Conflict(f"{table.name} {row_id} is no longer at version {seen}")


def changed(before: Values, after: Values) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields of `after` that differ from `before`, as they were and as they are, for the audit log."""
    names = [name for name in after if before.get(name) != after[name]]
    was = {name: logged(before[name]) for name in names if name in before}
    return was, {name: logged(after[name]) for name in names}


def logged(value: object) -> object:
    """A value as the audit log keeps it: days as text."""
    return value.isoformat() if isinstance(value, date | datetime) else value
