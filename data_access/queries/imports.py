"""Imports, their row errors and the mappings saved for each layout."""

from typing import Any, NamedTuple

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.frames import read_frame
from data_access.tables.imports import import_file, import_row_error, source_profile


class Stored(NamedTuple):
    """One import that stands: what a second take of the same or a corrected file is compared with."""

    id: int
    kind: str
    source: str
    file_name: str
    sha256: str
    state: str
    period_min: int | None
    period_max: int | None
    ledger_version: int | None
    replaces_id: int | None
    report: dict[str, Any]


class Profile(NamedTuple):
    """The mapping saved for one layout of one source."""

    name: str
    mapping: dict[str, str]


STORED = tuple(import_file.c[name] for name in Stored._fields)


def list_imports(connection: Connection) -> pl.DataFrame:
    """Every import, newest first; all columns of `import_file` but `report`."""
    columns = [column for column in import_file.c if column.name != "report"]
    return read_frame(connection, select(*columns).order_by(import_file.c.id.desc()))


def read_import(connection: Connection, import_id: int) -> Stored | None:
    """One import, whatever its state."""
    row = connection.execute(select(*STORED).where(import_file.c.id == import_id)).first()
    return Stored(*row) if row else None


def read_taken_by_hash(connection: Connection, sha256: str) -> Stored | None:
    """The import that stands and was made from exactly these bytes."""
    query = select(*STORED).where(import_file.c.sha256 == sha256, import_file.c.state == "taken")
    row = connection.execute(query.order_by(import_file.c.id.desc())).first()
    return Stored(*row) if row else None


def read_taken_by_name(connection: Connection, kind: str, source: str, file_name: str) -> list[Stored]:
    """The imports that stand of a file with this name from this source, newest first."""
    query = select(*STORED).where(
        import_file.c.kind == kind,
        import_file.c.source == source,
        import_file.c.file_name == file_name,
        import_file.c.state == "taken",
    )
    return [Stored(*row) for row in connection.execute(query.order_by(import_file.c.id.desc()))]


def is_name_taken(connection: Connection, file_name: str) -> bool:
    """Whether an import stands of a file with this name."""
    query = select(import_file.c.id).where(import_file.c.file_name == file_name, import_file.c.state == "taken")
    return connection.execute(query.limit(1)).first() is not None


def read_taken_alike(
    connection: Connection, source: str, rows: int, amount_ore: int, periods: tuple[int | None, int | None]
) -> int | None:
    """The ledger import that stands with as many rows, the same sum and the same months; the latest where several."""
    query = select(import_file.c.id).where(
        import_file.c.kind == "ledger",
        import_file.c.state == "taken",
        import_file.c.source == source,
        import_file.c.rows_taken == rows,
        import_file.c.amount_ore == amount_ore,
        import_file.c.period_min == periods[0],
        import_file.c.period_max == periods[1],
    )
    return connection.execute(query.order_by(import_file.c.id.desc())).scalar()


def read_row_errors(connection: Connection, import_id: int, limit: int = 1000) -> pl.DataFrame:
    """The rows of one import that were refused: `member`, `row`, `column`, `reason`."""
    errors = import_row_error.c
    query = select(errors.member, errors.row, errors.column, errors.reason).where(errors.import_id == import_id)
    return read_frame(connection, query.order_by(errors.id).limit(limit))


def read_profile(connection: Connection, header: list[str], source: str | None = None) -> Profile | None:
    """The mapping last saved for a file with this header, of this source where it is named."""
    query = select(source_profile).order_by(source_profile.c.id.desc())
    if source is not None:
        query = query.where(source_profile.c.name == source)
    for row in connection.execute(query):  # a handful of layouts; JSON is not compared alike in every database
        if row.header == header:
            return Profile(row.name, row.mapping)
    return None


def has_imports(connection: Connection) -> bool:
    """Whether anything was ever imported; the sample municipality counts."""
    return connection.execute(select(import_file.c.id).limit(1)).first() is not None
