"""Say that two suppliers are one, or that they were not."""

from datetime import datetime

import polars as pl

from dashboard.acts.perform import perform
from dashboard.people import Person
from data_access.engine import Connection
from data_access.queries.matching import read_merges
from data_access.writes.audit import write_audit
from data_access.writes.merging import merge, undo_merge


def merge_suppliers(person: Person, key: str, from_id: int, into_id: int, now: datetime) -> int:
    """Moves everything of the first supplier to the second; gives the merge's id, which undoes it.

    Asked for twice, by one form or by two people, it is done once. Raises Refused where it may not be done.
    """

    def deed(connection: Connection) -> int:
        if (done := _standing(read_merges(connection), from_id, into_id)) is not None:
            return done
        merge_id = merge(connection, from_id, into_id, person.key, now.date())
        write_audit(
            connection,
            at=now,
            who=person.key,
            act="merge",
            object_type="supplier_merge",
            object_id=merge_id,
            after={"from": from_id, "into": into_id},
        )
        return merge_id

    merge_id = perform("merge_suppliers", person, key, now, deed, moves_registers=True)
    assert merge_id is not None  # noqa: S101 - the deed always gives one
    return merge_id


def _standing(merges: pl.DataFrame, from_id: int, into_id: int) -> int | None:
    """The id of the same merge where it is made already and not undone."""
    same = (pl.col("from_supplier_id") == from_id) & (pl.col("into_supplier_id") == into_id)
    found: list[int] = merges.filter(same, pl.col("undone_on").is_null())["id"].to_list()
    return found[0] if found else None


def undo_supplier_merge(person: Person, key: str, merge_id: int, now: datetime) -> None:
    """Moves back what the merge moved, and nothing that came later. Raises Conflict where it is undone already."""

    def deed(connection: Connection) -> int:
        undo_merge(connection, merge_id, now.date())
        write_audit(
            connection,
            at=now,
            who=person.key,
            act="undo_merge",
            object_type="supplier_merge",
            object_id=merge_id,
            before={"is_standing": True},
            after={"is_standing": False},
        )
        return merge_id

    perform("merge_suppliers", person, key, now, deed, moves_registers=True)
