"""Takes a file of audit results into SQL, and takes exactly what it brought out again."""

from datetime import datetime

import polars as pl
from sqlalchemy import Connection, delete

from data_access.errors import Refused
from data_access.importers.headed_sheet import ReadSheet
from data_access.queries.history import read_history, read_taken_by, taken_act, undone_act, without
from data_access.queries.supplier_word import read_audit_results
from data_access.tables.follow_up import audit_result
from data_access.writes.audit import write_audit
from data_access.writes.bulk import insert_with_ids

KIND = "audits"
SAME = ("supplier_id", "source", "assessed_on")


def take_audits(connection: Connection, read: ReadSheet, import_id: int, now: datetime) -> int:
    """Adds the results that are not here yet and gives how many. Raises Refused where one is of a day to come."""
    ahead = read.frame.filter(pl.col("assessed_on") > now.date())
    if ahead.height:
        raise Refused("audit_day_ahead", row=ahead["row"][0])
    who = read_taken_by(connection, import_id)
    rows = read.frame.unique(SAME, keep="first", maintain_order=True)
    standing = read_audit_results(connection).select("id", *SAME).join(rows, on=SAME)
    new = rows.join(standing, on=SAME, how="anti", maintain_order="left")
    added = insert_with_ids(
        connection,
        audit_result,
        new.select(*SAME, "result", "reference", recorded_by=pl.lit(who), recorded_at=pl.lit(now)),
    )
    before = _by_id(standing)
    write_audit(
        connection,
        at=now,
        who=who,
        act=taken_act(KIND),
        object_type="import",
        object_id=import_id,
        before=before,
        after=before | _by_id(added),
    )
    return added.height


def undo_audits(connection: Connection, import_id: int, now: datetime, who: str) -> None:
    """Takes away each result the import brought; not those noted before it, nor those another import names too."""
    after = without(read_history(connection, KIND), import_id)
    gone = [int(key) for key, result in after.items() if result is None]
    connection.execute(delete(audit_result).where(audit_result.c.id.in_(gone)))
    write_audit(connection, at=now, who=who, act=undone_act(KIND), object_type="import", object_id=import_id)


def _by_id(rows: pl.DataFrame) -> dict[str, str]:
    return {str(number): result for number, result in rows.select("id", "result").iter_rows()}
