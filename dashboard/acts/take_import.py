"""Look at an uploaded file, and take it in. The file lies on disk only while it is read."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import polars as pl

from dashboard.acts.perform import permitted
from dashboard.people import Person
from data_access.home import home
from data_access.importers.report import ImportReport
from data_access.importing import Progress, Taken, preview, take
from data_access.taking import silent

__all__ = ["Seen", "Taken", "look_at", "take_file", "take_in"]

ERRORS_SHOWN = 200
LONGEST_NAME = 150


@dataclass(frozen=True)
class Seen:
    """What a file is and what taking it would do; only what a page shows, never the lines themselves."""

    kind: str
    state: str  # new, unchanged, replaces
    report: ImportReport
    header: tuple[str, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    examples: Mapping[str, list[str]] = field(default_factory=dict)
    errors: pl.DataFrame | None = None


def look_at(name: str, content: BinaryIO, source: str | None, mapping: Mapping[str, str] | None) -> Seen:
    """What taking the file would do; nothing is written. Raises Refused where it cannot be read at all."""
    with _on_disk(name, content) as path:
        found = preview(path, source, mapping)
    if found.ledger is None:
        return Seen(found.kind, found.state, found.report)
    read = found.ledger
    return Seen(
        found.kind,
        found.state,
        found.report,
        tuple(read.header),
        read.mapping,
        read.examples,
        read.errors.head(ERRORS_SHOWN),
    )


def take_in(
    name: str,
    content: BinaryIO,
    person: Person,
    now: datetime,
    source: str | None = None,
    mapping: Mapping[str, str] | None = None,
    accept_errors: bool = False,
    progress: Progress = silent,
) -> Taken:
    """Takes the file; the same file once more changes nothing. Raises Refused, and then nothing was written."""
    with _on_disk(name, content) as path:
        return take_file(path, person, now, source, mapping, accept_errors, progress)


def take_file(
    path: Path,
    person: Person,
    now: datetime,
    source: str | None = None,
    mapping: Mapping[str, str] | None = None,
    accept_errors: bool = False,
    progress: Progress = silent,
) -> Taken:
    """Takes a file that lies on disk, with the same promise. The file's own bytes say whether it is here already."""
    with permitted("take_import", person, now):
        return take(path, person.key, now, source, mapping, accept_errors, progress)


@contextmanager
def _on_disk(name: str, content: BinaryIO) -> Iterator[Path]:
    """The uploaded bytes as a file of that name in a folder of its own, gone when the work is done."""
    with tempfile.TemporaryDirectory(prefix="upload-", dir=home()) as folder:
        path = Path(folder) / plain_name(name)
        content.seek(0)
        with path.open("wb") as file:
            shutil.copyfileobj(content, file, length=1 << 20)
        yield path


def plain_name(name: str) -> str:
    """The last part of a file name, without anything that could lead out of a folder."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1].replace("\0", "").strip()
    return last[-LONGEST_NAME:] if last.strip(".") else "fil"
