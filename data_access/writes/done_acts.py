"""Forms that have been saved: the same form saves once, however often its button is pressed."""

from datetime import datetime

from sqlalchemy import Connection, insert, select

from data_access.tables.people import done_act


def find_done(connection: Connection, key: str) -> tuple[bool, int | None]:
    """Whether the form with this key is saved already, and the id of what it made or changed."""
    row = connection.execute(select(done_act.c.object_id).where(done_act.c.key == key)).first()
    return (False, None) if row is None else (True, row.object_id)


def write_done(connection: Connection, key: str, act: str, who: str, at: datetime, object_id: int | None) -> None:
    """Remembers that the form is saved, in the transaction that saves it."""
    connection.execute(insert(done_act).values(key=key, act=act, who=who, at=at, object_id=object_id))
