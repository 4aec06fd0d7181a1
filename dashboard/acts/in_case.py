"""What every act in a case does first: the case as it is now, still open, and still as the person saw it."""

from datetime import date, datetime
from typing import Any

from dashboard.people import Person
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.writes import escalation
from data_access.writes.audit import write_audit
from data_access.writes.changes import Values, changed, require_version

FIRST_DAY = date(2000, 1, 1)


def open_case_as_seen(connection: Connection, case_id: int, seen: int | None = None) -> dict[str, Any]:
    """The case. Raises Refused (`case_closed`) where it has ended, and Conflict where it has changed since `seen`."""
    row = escalation.read_case(connection, case_id)
    if seen is not None:
        require_version(row, seen)
    if row["closed_on"] is not None:
        raise Refused("case_closed", object_type="escalation_case", object_id=case_id)
    return row


def require_past(day: date, today: date, field: str) -> None:
    """Raises Refused (`day_impossible`) for a day to come, or one before anybody kept these records."""
    if not FIRST_DAY <= day <= today:
        raise Refused("day_impossible", field=field)


def log(
    connection: Connection,
    person: Person,
    now: datetime,
    act: str,
    of: tuple[str, int | None],
    before: Values | None,
    after: Values,
    reason: str | None = None,
) -> None:
    """One row of the audit log on the object `of` (type, id): the fields of `after` that `before` did not have."""
    was, is_now = changed(before or {}, after)
    write_audit(
        connection,
        at=now,
        who=person.key,
        act=act,
        object_type=of[0],
        object_id=of[1],
        before=was if before is not None else None,
        after=is_now,
        reason=reason,
    )
