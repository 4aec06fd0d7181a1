"""The files that are no ledger: how each kind is recognised, read, written and taken away again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

import polars as pl
from sqlalchemy import Connection

from data_access.engine import reading
from data_access.errors import Problem
from data_access.importers import audit_results, cpv, register, uhm
from data_access.importers.headed_sheet import ReadSheet
from data_access.importers.report import ImportReport
from data_access.queries.audit_matching import of_known_suppliers
from data_access.writes.audit_results import take_audits, undo_audits
from data_access.writes.cpv import take_cpv, undo_cpv
from data_access.writes.market_statistics import take_statistics, undo_statistics
from data_access.writes.register import take_register, undo_register


class Read(Protocol):
    """What every reader gives."""

    @property
    def report(self) -> ImportReport:
        """The account of the file."""

    @property
    def errors(self) -> pl.DataFrame:
        """The rows that were refused: `member`, `row`, `column`, `reason`."""


@dataclass(frozen=True)
class Kind:
    """`write` gives the problems that only the database could tell; both act in the caller's transaction."""

    name: str
    recognises: Callable[[Path], bool]
    read: Callable[[Path], Read]
    write: Callable[[Connection, Any, int, datetime], tuple[Problem, ...]]
    undo: Callable[[Connection, int, datetime, str], object]


def _write_register(
    connection: Connection, read: register.ReadRegister, import_id: int, now: datetime
) -> tuple[Problem, ...]:
    return take_register(connection, read, import_id, now).problems


def _write_statistics(connection: Connection, read: ReadSheet, import_id: int, _now: datetime) -> tuple[Problem, ...]:
    take_statistics(connection, read, import_id)
    return ()


def _undo_statistics(connection: Connection, import_id: int, _now: datetime, _who: str) -> None:
    undo_statistics(connection, import_id)


def _write_cpv(connection: Connection, read: ReadSheet, import_id: int, now: datetime) -> tuple[Problem, ...]:
    take_cpv(connection, read, import_id, now)
    return ()


def _read_audits(path: Path) -> ReadSheet:
    """With the suppliers that are not here refused already, so that a look says what a take would."""
    with reading() as connection:
        return of_known_suppliers(connection, audit_results.read(path))


def _write_audits(connection: Connection, read: ReadSheet, import_id: int, now: datetime) -> tuple[Problem, ...]:
    take_audits(connection, read, import_id, now)
    return ()


KINDS: tuple[Kind, ...] = (
    Kind("statistics", uhm.recognises, uhm.read, _write_statistics, _undo_statistics),
    Kind("cpv", cpv.recognises, cpv.read, _write_cpv, undo_cpv),
    Kind("audits", audit_results.recognises, _read_audits, _write_audits, undo_audits),
    Kind("register", register.recognises, register.read_register, _write_register, undo_register),
)


def kind_named(name: str) -> Kind | None:
    """The kind with this name; None for the ledger."""
    return next((kind for kind in KINDS if kind.name == name), None)
