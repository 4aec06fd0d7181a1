"""Takes CPV codes into SQL, and takes them out again exactly."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from data_access.importers.headed_sheet import ReadSheet
from data_access.queries.history import read_history, read_taken_by, taken_act, undone_act, without
from data_access.tables.categories import cpv_code
from data_access.writes.audit import write_audit

KIND = "cpv"
Names = list[str]  # Swedish, English


def take_cpv(connection: Connection, read: ReadSheet, import_id: int, now: datetime) -> int:
    """Adds the codes and brings the names to what the file says; gives how many codes are new or renamed."""
    known = _read_names(connection)
    wanted = {code: [sv, en] for code, sv, en in read.frame.iter_rows()}
    _write(connection, wanted)
    before = {code: known[code] for code in wanted if code in known}
    write_audit(
        connection,
        at=now,
        who=read_taken_by(connection, import_id),
        act=taken_act(KIND),
        object_type="import",
        object_id=import_id,
        before=before,
        after=wanted,
    )
    return sum(1 for code, names in wanted.items() if known.get(code) != names)


def undo_cpv(connection: Connection, import_id: int, now: datetime, who: str) -> None:
    """Brings every code the import named to what the other imports say of it."""
    _write(connection, without(read_history(connection, KIND), import_id))
    write_audit(connection, at=now, who=who, act=undone_act(KIND), object_type="import", object_id=import_id)


def _read_names(connection: Connection) -> dict[str, Names]:
    return {row.code: [row.name_sv, row.name_en] for row in connection.execute(select(cpv_code))}


def _write(connection: Connection, wanted: Mapping[str, Names | None]) -> None:
    known = _read_names(connection)
    is_code = cpv_code.c.code == bindparam("b_code")
    gone = [{"b_code": code} for code, names in wanted.items() if names is None and code in known]
    rows = [(code, names) for code, names in wanted.items() if names is not None and known.get(code) != names]
    new = [{"code": code, "name_sv": sv, "name_en": en} for code, (sv, en) in rows if code not in known]
    old = [{"b_code": code, "name_sv": sv, "name_en": en} for code, (sv, en) in rows if code in known]
    for statement, values in ((delete(cpv_code).where(is_code), gone), (update(cpv_code).where(is_code), old)):
        if values:
            connection.execute(statement, values)
    if new:
        connection.execute(insert(cpv_code), new)
