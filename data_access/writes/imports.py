"""An import's row, its refused rows, its state and the mapping of its source."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import polars as pl
from sqlalchemy import Connection, delete, insert, select, update

from data_access.tables.imports import import_file, import_row_error, source_profile
from data_access.writes.bulk import insert_with_ids


def write_import(
    connection: Connection,
    *,
    kind: str,
    source: str,
    file_name: str,
    sha256: str,
    at: datetime,
    who: str,
    report: Mapping[str, Any],
    amount_ore: int | None = None,
    period_min: int | None = None,
    period_max: int | None = None,
    replaces_id: int | None = None,
) -> int:
    """Adds the import as taken and gives its id; the counts come from `report`."""
    counts = ("rows_read", "rows_taken", "rows_refused", "total_rows", "masked_rows")
    row = {
        "kind": kind,
        "source": source,
        "file_name": file_name,
        "sha256": sha256,
        "state": "taken",
        "taken_at": at,
        "taken_by": who,
        "amount_ore": amount_ore,
        "period_min": period_min,
        "period_max": period_max,
        "replaces_id": replaces_id,
        "report": dict(report),
        **{count: report.get(count, 0) for count in counts},
    }
    made = connection.execute(insert(import_file).values(row).returning(import_file.c.id)).scalar_one()
    return int(made)


def write_import_version(connection: Connection, import_id: int, version: int) -> None:
    """Notes which ledger version the import made."""
    connection.execute(update(import_file).where(import_file.c.id == import_id).values(ledger_version=version))


def write_import_report(connection: Connection, import_id: int, report: Mapping[str, Any]) -> None:
    """Puts the full report in place of the one the import began with."""
    connection.execute(update(import_file).where(import_file.c.id == import_id).values(report=dict(report)))


def write_import_state(connection: Connection, import_id: int, state: str) -> None:
    """Moves an import to 'undone' or 'replaced'."""
    connection.execute(update(import_file).where(import_file.c.id == import_id).values(state=state))


def write_row_errors(connection: Connection, import_id: int, errors: pl.DataFrame) -> None:
    """Adds the refused rows: `member`, `row`, `column`, `reason`."""
    named = errors.select("member", "row", "column", "reason", import_id=pl.lit(import_id))
    insert_with_ids(connection, import_row_error, named)


def write_profile(connection: Connection, name: str, kind: str, header: list[str], mapping: Mapping[str, str]) -> None:
    """Saves the mapping for files of this source with this header, in place of what was saved before."""
    rows = connection.execute(select(source_profile).where(source_profile.c.name == name))
    same = [row.id for row in rows if row.header == header]
    connection.execute(delete(source_profile).where(source_profile.c.id.in_(same)))
    row = {"name": name, "kind": kind, "header": header, "mapping": dict(mapping)}
    connection.execute(insert(source_profile).values(row))
