"""One ledger file taken in one transaction: dictionaries, lines, refused rows, report, audit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

import polars as pl
from sqlalchemy import Connection

from data_access.engine import writing
from data_access.errors import Refused
from data_access.importers.ledger import ReadLedger
from data_access.importers.orgnr import hide_person
from data_access.importers.report import ImportReport
from data_access.kinds import Kind, Read
from data_access.queries.imports import Stored, read_taken_by_hash, read_taken_by_name
from data_access.resolving import resolve
from data_access.undoing import standing
from data_access.writes.audit import write_audit
from data_access.writes.bulk import Waiting
from data_access.writes.imports import (
    write_import,
    write_import_report,
    write_import_state,
    write_import_version,
    write_profile,
    write_row_errors,
)
from data_access.writes.ledger_lines import append_lines, remove_lines
from data_access.writes.reference import seed_reference
from data_access.writes.register import complete_registers

Progress = Callable[[str, float], None]
State = Literal["taken", "unchanged", "replaced"]


def silent(_step: str, _share: float) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True)
class Taken:
    """What came of a take: `unchanged` where these bytes stood already, `replaced` where an earlier file gave way."""

    kind: str
    import_id: int
    state: State
    report: ImportReport
    replaces_id: int | None = None


@dataclass(frozen=True)
class Request:
    """Who takes which file how."""

    path: Path
    who: str
    now: datetime
    sha256: str
    source: str
    mapping: Mapping[str, str] | None = None
    is_named: bool = False  # a person named the source: remember it for this layout
    replaces_id: int | None = None
    stood_id: int | None = None  # the import of these same bytes that stood when the file was looked at


class NotTaken(Refused):
    """A file that was read and refused; `report` says all that was found in it."""

    def __init__(self, code: str, kind: str, report: ImportReport, **details: object) -> None:
        super().__init__(code, **details)
        self.kind = kind
        self.report = report


def refuse(kind: str, report: ImportReport, *, accept_errors: bool) -> None:
    """Raises NotTaken where the file is not what it should be, or has refused rows that nobody accepted."""
    for problem in report.problems:
        if problem.is_fatal:
            raise NotTaken(problem.code, kind, report, row=problem.row, column=problem.column, member=problem.member)
    if report.rows_refused and not accept_errors:
        raise NotTaken("rows_refused", kind, report, count=report.rows_refused, sum=report.amount_sum_refused)


def take_ledger(request: Request, read: ReadLedger, progress: Progress) -> Taken:
    """Writes what was read. Whatever fails, and wherever the machine stops, nothing or all of it is there."""
    with writing() as connection:
        if (same := _same_meanwhile(connection, request)) is not None:
            return Taken("ledger", same.id, "unchanged", read.report)
        replaces = _replaced(connection, request, read)
        import_id = _write_report(connection, request, "ledger", read, replaces, **_ledger_facts(read.rows))
        progress("resolve", 0.6)
        waiting = Waiting()
        lines = resolve(connection, read.rows, request.source, read.different, waiting.insert)
        progress("store", 0.8)
        _write_lines(connection, import_id, lines, replaces, waiting)
        if request.mapping is not None or request.is_named:
            write_profile(connection, request.source, "ledger", list(read.header), _profile(request, read))
    progress("done", 1.0)
    state: State = "replaced" if replaces else "taken"
    return Taken("ledger", import_id, state, read.report, replaces.id if replaces else None)


def _profile(request: Request, read: ReadLedger) -> dict[str, str]:
    """The whole mapping as it was used, and what a person said the file has not ("")."""
    return {meaning: "" for meaning, column in (request.mapping or {}).items() if not column} | read.mapping


def take_other(request: Request, kind: Kind, read: Read, progress: Progress) -> Taken:
    """Writes a register, statistics or codes, with the same promise. The same bytes again change nothing."""
    with writing() as connection:
        if (same := _same_meanwhile(connection, request)) is not None:
            return Taken(kind.name, same.id, "unchanged", read.report)
        progress("store", 0.6)
        seed_reference(connection)
        import_id = _write_report(connection, request, kind.name, read)
        found = kind.write(connection, read, import_id, request.now)
        report = replace(read.report, problems=(*read.report.problems, *found))
        write_import_report(connection, import_id, report.to_json())
    progress("done", 1.0)
    return Taken(kind.name, import_id, "taken", report)


def _same_meanwhile(connection: Connection, request: Request) -> Stored | None:
    """The import of these same bytes that somebody else made while this one was read."""
    same = read_taken_by_hash(connection, request.sha256)
    return same if same is not None and same.id not in (request.stood_id, request.replaces_id) else None


def _replaced(connection: Connection, request: Request, read: ReadLedger) -> Stored | None:
    if request.replaces_id is not None:
        return standing(connection, request.replaces_id)
    return earlier(connection, request.sha256, request.source, shown_name(request.path), period_range(read.rows))


def shown_name(path: Path) -> str:
    """The file's name as it is remembered and shown: some are named after the person they are about."""
    return hide_person(path.name)


def earlier(
    connection: Connection, sha256: str, source: str, file_name: str, periods: tuple[int | None, int | None]
) -> Stored | None:
    """The import this file takes the place of, where nobody named one.

    That is these same bytes (read again in another way), or a file of the same source and name whose months overlap:
    'export.csv' of November is no correction of 'export.csv' of October.
    """
    same = read_taken_by_hash(connection, sha256)
    if same is not None:
        return same
    named = read_taken_by_name(connection, "ledger", source, file_name)
    return next((one for one in named if _overlap((one.period_min, one.period_max), periods)), None)


def _overlap(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    if one[0] is None or one[1] is None or other[0] is None or other[1] is None:
        return True
    return one[0] <= other[1] and other[0] <= one[1]


def period_range(frame: pl.DataFrame) -> tuple[int | None, int | None]:
    """The first and the last month of the rows; None where no row has one."""
    return frame.select(low=pl.col("period").min(), high=pl.col("period").max()).row(0)


def _write_report(
    connection: Connection, request: Request, kind: str, read: Read, replaces: Stored | None = None, **facts: int | None
) -> int:
    replaces_id = replaces.id if replaces else None
    import_id = write_import(
        connection,
        kind=kind,
        source=request.source,
        file_name=shown_name(request.path),
        sha256=request.sha256,
        at=request.now,
        who=request.who,
        report=replace(read.report, path=shown_name(request.path)).to_json(),
        replaces_id=replaces_id,
        **facts,
    )
    write_row_errors(connection, import_id, read.errors)
    after = {"source": request.source, "rows": read.report.rows_taken, "replaces": replaces_id}
    write_audit(
        connection, at=request.now, who=request.who, act="take", object_type="import", object_id=import_id, after=after
    )
    return import_id


def _ledger_facts(frame: pl.DataFrame) -> dict[str, int | None]:
    low, high = period_range(frame)
    return {"amount_ore": int(frame["amount_ore"].sum()), "period_min": low, "period_max": high}


def _write_lines(
    connection: Connection, import_id: int, lines: pl.DataFrame, replaces: Stored | None, waiting: Waiting
) -> None:
    """The lines into the ledger; meanwhile the reference and new suppliers into SQL, and these into the registers."""

    def meanwhile() -> None:
        seed_reference(connection)
        waiting.write(connection)
        complete_registers(connection)

    if replaces is not None:
        write_import_state(connection, replaces.id, "replaced")
        remove_lines(connection, [replaces.id])
    write_import_version(connection, import_id, append_lines(connection, lines, import_id, meanwhile))
