"""What the acts on penalties and blocks write in the log, in one way."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dashboard.people import Person
from data_access.engine import Connection
from data_access.writes.audit import write_audit
from data_access.writes.changes import logged


def log(
    connection: Connection,
    person: Person,
    now: datetime,
    act: str,
    about: tuple[str, int],
    after: Mapping[str, Any],
    before: Mapping[str, Any] | None = None,
    reason: str | None = None,
) -> None:
    """Adds the row: `about` is the table and the id. Of `before` only what `after` changes is kept."""
    earlier = {name: value for name, value in (before or {}).items() if name in after and value != after[name]}
    write_audit(
        connection,
        at=now,
        who=person.key,
        act=act,
        object_type=about[0],
        object_id=about[1],
        before=_plain(earlier) or None,
        after=_plain(after),
        reason=reason,
    )


def _plain(values: Mapping[str, Any]) -> dict[str, object]:
    """As JSON can hold them: days and decimals as text."""
    kept = {name: logged(value) for name, value in values.items()}
    return {name: value if isinstance(value, bool | int | str | None) else str(value) for name, value in kept.items()}
