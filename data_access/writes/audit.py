"""The audit log: who did what, and when. Rows are added and never changed."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, insert

from data_access.tables.imports import audit_log


def write_audit(
    connection: Connection,
    *,
    at: datetime,
    who: str,
    act: str,
    object_type: str,
    object_id: int | None = None,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    reason: str | None = None,
) -> None:
    """Adds one row in the caller's transaction, so that the deed and its trace stand or fall together."""
    row = {"at": at, "who": who, "act": act, "object_type": object_type, "object_id": object_id}
    connection.execute(insert(audit_log).values(row | {"before": before, "after": after, "reason": reason}))
