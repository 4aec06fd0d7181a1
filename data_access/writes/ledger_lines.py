"""Ledger lines added and taken away inside a writing transaction, with SQL's version moved along."""

from collections.abc import Callable, Iterable

import polars as pl
from sqlalchemy import Connection, insert, update

from data_access import ledger
from data_access.queries.edition import read_ledger_version
from data_access.tables.imports import edition


def append_lines(
    connection: Connection, lines: pl.DataFrame, import_id: int, meanwhile: Callable[[], None] = lambda: None
) -> int:
    """Adds the lines of one import; readers see them when the transaction commits, never before.

    `meanwhile` is done while the ledger is written.
    """
    ledger.agree(read_ledger_version(connection))
    return _point_at(connection, ledger.append(lines, import_id, meanwhile))


def remove_lines(connection: Connection, import_ids: Iterable[int]) -> int | None:
    """Takes the lines of these imports away; None where there is no ledger."""
    pinned = read_ledger_version(connection)
    if pinned is None:
        return None
    ledger.agree(pinned)
    return _point_at(connection, ledger.remove(import_ids))


def _point_at(connection: Connection, version: int) -> int:
    if connection.execute(update(edition).values(ledger_version=version)).rowcount == 0:
        connection.execute(insert(edition).values(id=1, number=0, ledger_version=version))
    return version
