"""Say that two suppliers are one, or that they were not."""

from datetime import datetime

from data_access.engine import writing
from data_access.writes.audit import write_audit
from data_access.writes.merging import merge, undo_merge


def merge_suppliers(from_id: int, into_id: int, who: str, now: datetime) -> int:
    """Moves everything of the first supplier to the second; gives the merge's id, which undoes it."""
    with writing() as connection:
        merge_id = merge(connection, from_id, into_id, who, now.date())
        after = {"from": from_id, "into": into_id}
        write_audit(
            connection, at=now, who=who, act="merge", object_type="supplier_merge", object_id=merge_id, after=after
        )
    return merge_id


def undo_supplier_merge(merge_id: int, who: str, now: datetime) -> None:
    """Moves back what the merge moved, and nothing that came later."""
    with writing() as connection:
        undo_merge(connection, merge_id, now.date())
        write_audit(connection, at=now, who=who, act="undo_merge", object_type="supplier_merge", object_id=merge_id)
