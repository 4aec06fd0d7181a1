"""What imports found and left behind, key by key, so that any of them can be undone in any order.

An import that overwrites what stood before (contracts by number, CPV codes) keeps `before` and `after` in the audit
log; undoing it plays the log again without it. The log is only ever added to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from data_access.tables.imports import audit_log, import_file


@dataclass(frozen=True)
class Event:
    """An import taken (`before` and `after`: key -> value) or undone, in the order it happened."""

    import_id: int
    is_undo: bool
    before: dict[str, Any]
    after: dict[str, Any]


def taken_act(kind: str) -> str:
    """How the audit log calls the taking of such an import."""
    return f"{kind}_taken"


def undone_act(kind: str) -> str:
    """How the audit log calls the undoing of such an import."""
    return f"{kind}_undone"


def read_history(connection: Connection, kind: str) -> list[Event]:
    """Every import of the kind taken and undone, oldest first."""
    acts = (taken_act(kind), undone_act(kind))
    query = select(audit_log).where(audit_log.c.act.in_(acts)).order_by(audit_log.c.id)
    return [
        Event(row.object_id, row.act == undone_act(kind), row.before or {}, row.after or {})
        for row in connection.execute(query)
    ]


def read_taken_by(connection: Connection, import_id: int) -> str:
    """Who took the import."""
    return connection.execute(select(import_file.c.taken_by).where(import_file.c.id == import_id)).scalar() or ""


def without(history: Sequence[Event], import_id: int) -> dict[str, Any]:
    """What every key the import named is once it is undone: None where nothing stood before and nothing else stands."""
    undone = [*history, Event(import_id, True, {}, {})]
    named = {key for event in history if event.import_id == import_id for key in event.after}
    return {key: _replayed(undone, key) for key in sorted(named)}


def standing_values(history: Sequence[Event]) -> dict[str, Any]:
    """What every key is by the imports that stand."""
    return {key: _replayed(history, key) for key in sorted({key for event in history for key in event.after})}


def _replayed(history: Sequence[Event], key: str) -> Any:
    """The key's value when every event has happened: the latest standing import's word, else what was before."""
    base: Any = None
    standing: dict[int, Any] = {}
    for event in history:
        if event.is_undo:
            standing.pop(event.import_id, None)
        elif key in event.after:
            base = base if standing else event.before.get(key)
            standing.pop(event.import_id, None)
            standing[event.import_id] = event.after[key]
    return list(standing.values())[-1] if standing else base
