"""Say that two suppliers are one, or that they were not."""

from datetime import datetime

import polars as pl

from data_access.engine import writing
from data_access.queries.matching import read_merges
from data_access.writes.audit import write_audit
from data_access.writes.merging import merge, undo_merge


def merge_suppliers(from_id: int, into_id: int, who: str, now: datetime) -> int:
    """Moves everything of the first supplier to the second; gives the merge's id, which undoes it.

    Asked for twice, as by a double click, it is done once. Raises Refused where it may not be done.
    """
    with writing() as connection:
        if (done := _standing(read_merges(connection), from_id, into_id)) is not None:
            return done
        merge_id = merge(connection, from_id, into_id, who, now.date())
        after = {"from": from_id, "into": into_id}
        write_audit(
            connection, at=now, who=who, act="merge", object_type="supplier_merge", object_id=merge_id, after=after
        )
    return merge_id


def _standing(merges: pl.DataFrame, from_id: int, into_id: int) -> int | None:
    """The id of the same merge where it is made already and not undone."""
    same = (pl.col("from_supplier_id") == from_id) & (pl.col("into_supplier_id") == into_id)
    found: list[int] = merges.filter(same, pl.col("undone_on").is_null())["id"].to_list()
    return found[0] if found else None


def undo_supplier_merge(merge_id: int, who: str, now: datetime) -> None:
    """Moves back what the merge moved, and nothing that came later."""
    with writing() as connection:
        undo_merge(connection, merge_id, now.date())
        write_audit(connection, at=now, who=who, act="undo_merge", object_type="supplier_merge", object_id=merge_id)
