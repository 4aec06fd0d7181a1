"""The one way in: recognise a file, look without writing, take it, and take it away again."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from io import BufferedReader
from pathlib import Path
from typing import Literal

from data_access.engine import Connection, reading
from data_access.errors import Problem, Refused
from data_access.importers.ledger import ReadLedger, read_ledger
from data_access.importers.orgnr import hide_person
from data_access.importers.report import ImportReport
from data_access.kinds import kind_named
from data_access.queries.imports import Stored, is_name_taken, read_profile, read_taken_alike, read_taken_by_hash
from data_access.recognising import recognise
from data_access.stored_report import report_from_json
from data_access.taking import (
    NotTaken,
    Progress,
    Request,
    Taken,
    earlier,
    period_range,
    refuse,
    shown_name,
    silent,
    take_ledger,
    take_other,
)
from data_access.undoing import undo

__all__ = ["NotTaken", "Preview", "Progress", "Taken", "preview", "recognise", "take", "undo"]

DEFAULT_SOURCE = "reskontra"


@dataclass(frozen=True)
class Preview:
    """What a take would do. `ledger` holds a ledger's header, mapping and examples for a person to correct."""

    kind: str
    state: Literal["new", "unchanged", "replaces"]
    report: ImportReport
    ledger: ReadLedger | None = None
    replaces_id: int | None = None


def preview(path: Path, source: str | None = None, mapping: Mapping[str, str] | None = None) -> Preview:
    """Reads the file and says what a take would do; writes nothing at all."""
    digest, source = _sha256(path), source and hide_person(source)
    kind = kind_named(recognise(path))
    stored = _stored(digest)
    stood = _stands(stored, source, mapping, None)
    if kind is not None:
        report = _named(kind.read(path).report, path, source, digest)
        return Preview(kind.name, "unchanged" if stood else "new", report, None, stood.import_id if stood else None)
    read, source = _read(path, digest, source, mapping, is_new=stored is None)
    if stood is not None:
        return Preview("ledger", "unchanged", read.report, read, stood.import_id)
    with reading() as connection:
        replaced = earlier(connection, digest, source, shown_name(path), period_range(read.rows))
    return Preview("ledger", "replaces" if replaced else "new", read.report, read, replaced.id if replaced else None)


def take(
    path: Path,
    who: str,
    now: datetime,
    source: str | None = None,
    mapping: Mapping[str, str] | None = None,
    accept_errors: bool = False,
    progress: Progress = silent,
    replaces_id: int | None = None,
) -> Taken:
    """Takes the file, or says that it stood already. Raises NotTaken (a Refused), and then nothing was written."""
    progress("read", 0.0)
    source = source and hide_person(source)
    with _opened(path):
        kind = kind_named(recognise(path))
    # A file of a name that stands may be that one, and need not be read. Else its fingerprint is taken beside reading.
    is_new = kind is None and not _is_name_taken(path)
    begun = read_ledger(path, dict(mapping) if mapping else None) if is_new else None
    digest = begun.report.sha256 if begun else _sha256(path)
    stored = _stored(digest)
    if (stood := _stands(stored, source, mapping, replaces_id)) is not None:
        return stood
    asked = Request(path, who, now, digest, stood_id=stored.id if stored else None, source="")
    if kind is not None:
        other = kind.read(path)
        refuse(kind.name, other.report, accept_errors=accept_errors)
        return take_other(replace(asked, source=source or other.report.source), kind, other, progress)
    read, name = _read(path, digest, source, mapping, begun, is_new=stored is None)
    refuse("ledger", read.report, accept_errors=accept_errors)
    named = replace(asked, source=name, mapping=mapping, is_named=source is not None, replaces_id=replaces_id)
    return take_ledger(named, read, progress)


def _read(
    path: Path,
    digest: str,
    source: str | None,
    mapping: Mapping[str, str] | None,
    begun: ReadLedger | None = None,
    *,
    is_new: bool,
) -> tuple[ReadLedger, str]:
    """The file as read, and its source: as asked for, else as this layout's profile says, else the usual one."""
    read = begun or read_ledger(path, dict(mapping) if mapping else None, known_sha256=digest)
    with reading() as connection:
        profile = read_profile(connection, read.header, source)
        if profile and mapping is None and profile.mapping != read.mapping:
            read = read_ledger(path, profile.mapping, known_sha256=digest)
        name = source or (profile.name if profile else DEFAULT_SOURCE)
        alike = _alike(connection, name, read) if is_new else []
    report = _named(read.report, path, name, digest)
    return replace(read, report=replace(report, problems=(*report.problems, *alike))), name


def _alike(connection: Connection, source: str, read: ReadLedger) -> list[Problem]:
    """A warning where the same lines seem to stand already under other bytes: another layout, another export."""
    amount, periods = int(read.rows["amount_ore"].sum()), period_range(read.rows)
    found = read_taken_alike(connection, source, read.rows.height, amount, periods)
    return [] if found is None else [Problem("looks_taken", count=found)]


def _named(report: ImportReport, path: Path, source: str | None, digest: str) -> ImportReport:
    return replace(report, path=str(path), source=source or report.source, sha256=digest)


def _stored(digest: str) -> Stored | None:
    """The import that stands of these bytes."""
    with reading() as connection:
        return read_taken_by_hash(connection, digest)


def _stands(
    stored: Stored | None, source: str | None, mapping: Mapping[str, str] | None, replaces_id: int | None
) -> Taken | None:
    """What stands of these bytes, unless they are now to be read in another way."""
    if stored is None or replaces_id is not None or source not in (None, stored.source):
        return None
    if not _is_same_mapping(stored, mapping):
        return None
    return Taken(stored.kind, stored.id, "unchanged", report_from_json(stored.report))


def _is_same_mapping(stored: Stored, mapping: Mapping[str, str] | None) -> bool:
    asked = {meaning: column for meaning, column in (mapping or {}).items() if column}
    return mapping is None or asked == stored.report.get("columns")


def _is_name_taken(path: Path) -> bool:
    with reading() as connection:
        return is_name_taken(connection, shown_name(path))


def _sha256(path: Path) -> str:
    with _opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _opened(path: Path) -> Iterator[BufferedReader]:
    """The file's bytes. Raises Refused where there is no such file, or it may not be read."""
    try:
        with path.open("rb") as file:
            yield file
    except FileNotFoundError:
        raise Refused("file_missing", path=str(path)) from None
    except OSError:
        raise Refused("file_unreadable", path=str(path)) from None
