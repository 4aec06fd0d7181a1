"""An import taken away again, whatever it brought."""

from datetime import datetime

from sqlalchemy import Connection

from data_access.engine import writing
from data_access.errors import Refused
from data_access.kinds import kind_named
from data_access.queries.imports import Stored, read_import
from data_access.writes.audit import write_audit
from data_access.writes.imports import write_import_state
from data_access.writes.ledger_lines import remove_lines


def undo(import_id: int, who: str, now: datetime) -> None:
    """Takes an import away again: its lines, or its contracts. What it had replaced does not come back by itself."""
    with writing() as connection:
        stored = standing(connection, import_id)
        if stored.kind == "sample":
            raise Refused("sample_is_one", id=import_id)
        if stored.kind == "ledger":
            remove_lines(connection, [import_id])
        elif (kind := kind_named(stored.kind)) is not None:
            kind.undo(connection, import_id, now, who)
        write_import_state(connection, import_id, "undone")
        write_audit(connection, at=now, who=who, act="undo", object_type="import", object_id=import_id)


def standing(connection: Connection, import_id: int) -> Stored:
    """The import with this id, if its rows still stand; else Refused."""
    stored = read_import(connection, import_id)
    if stored is None:
        raise Refused("import_unknown", id=import_id)
    if stored.state != "taken":
        raise Refused("import_gone", id=import_id, state=stored.state)
    return stored
