"""An import taken away again, whatever it brought."""

from datetime import datetime

import polars as pl
from sqlalchemy import Connection

from data_access import ledger
from data_access.engine import writing
from data_access.errors import Refused
from data_access.kinds import kind_named
from data_access.queries.imports import Stored, read_import
from data_access.writes.audit import write_audit
from data_access.writes.imports import write_import_state, write_import_version
from data_access.writes.ledger_lines import append_lines, remove_lines


def undo(import_id: int, who: str, now: datetime) -> None:
    """Takes an import away again: its lines, or its contracts. A ledger file it had replaced stands again."""
    with writing() as connection:
        stored = standing(connection, import_id)
        if stored.kind == "sample":
            raise Refused("sample_is_one", id=import_id)
        if stored.kind == "ledger":
            _undo_ledger(connection, stored)
        elif (kind := kind_named(stored.kind)) is not None:
            kind.undo(connection, import_id, now, who)
        write_import_state(connection, import_id, "undone")
        write_audit(connection, at=now, who=who, act="undo", object_type="import", object_id=import_id)


def _undo_ledger(connection: Connection, stored: Stored) -> None:
    remove_lines(connection, [stored.id])
    replaced = read_import(connection, stored.replaces_id) if stored.replaces_id else None
    if replaced is None or replaced.state != "replaced":
        return
    lines = ledger.scan(replaced.ledger_version).filter(pl.col("import_id") == replaced.id).collect()
    write_import_version(connection, replaced.id, append_lines(connection, lines, replaced.id))
    write_import_state(connection, replaced.id, "taken")


def standing(connection: Connection, import_id: int) -> Stored:
    """The import with this id, if its rows still stand; else Refused."""
    stored = read_import(connection, import_id)
    if stored is None:
        raise Refused("import_unknown", id=import_id)
    if stored.state != "taken":
        raise Refused("import_gone", id=import_id, state=stored.state)
    return stored
