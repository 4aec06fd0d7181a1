"""What a file holds: itself, the files of a zip or tar.gz, the sheets of a workbook; bounded, and never outside it.

A container is told by its first bytes, not by its name.
"""

import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import IO, Literal

from data_access.errors import Refused
from data_access.importers.orgnr import hide_person

Kind = Literal["text", "workbook"]
_NOT_TEXT = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"PAR1",
    b"7z\xbc\xaf",
    b"Rar!",
    b"SQLite format 3",
    b"BZh",
    b"\xfd7zXZ",
)
_BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Limits:
    """How much one import may be: bytes of the file, bytes once unpacked, and files in an archive."""

    file_bytes: int = 2 << 30
    unpacked_bytes: int = 4 << 30
    members: int = 5_000


@dataclass(frozen=True)
class Member:
    """One file's bytes. `name` is its place in the archive, or the file's own name."""

    name: str
    kind: Kind
    content: bytes


def members(path: Path, limits: Limits = Limits()) -> Iterator[Member]:
    """The files in `path`, in the archive's order. Raises Refused where it is missing, too large or no such thing."""
    if not path.is_file():
        raise Refused("file_missing")
    size = path.stat().st_size
    if size == 0:
        raise Refused("file_empty")
    if size > limits.file_bytes:
        raise Refused("file_too_large", limit=limits.file_bytes)
    try:
        file = path.open("rb", buffering=0)  # a buffer would copy all that is read at once
    except OSError as error:
        raise Refused("file_missing") from error
    with file:
        for member in _open(file, path.name, limits):
            yield replace(member, name=hide_person(member.name))


def _open(file: IO[bytes], name: str, limits: Limits) -> Iterator[Member]:
    head = file.read(262)
    file.seek(0)
    if head.startswith(b"PK"):
        yield from _zip(file, name, limits)
    elif head.startswith(b"\x1f\x8b"):
        yield from _gzip(file, name, limits)
    elif head[257:262] == b"ustar":
        yield from _tar(file, limits)
    else:
        yield Member(name, _kind(head), file.read())


def _kind(head: bytes) -> Kind:
    if head.startswith(_OLD_WORKBOOK):
        return "workbook"
    if head.startswith(_NOT_TEXT):
        raise Refused("format_unknown")
    return "text"


def _zip(file: IO[bytes], name: str, limits: Limits) -> Iterator[Member]:
    try:
        archive = zipfile.ZipFile(file)
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        _check(entries, [entry.filename for entry in entries], [entry.file_size for entry in entries], limits)
        if any(entry.filename.startswith(("xl/", "xl\\")) for entry in entries):
            file.seek(0)
            yield Member(name, "workbook", file.read())
            return
        for entry in entries:
            if _is_wanted(entry.filename):
                with archive.open(entry) as content:
                    yield _bounded(entry.filename, content, entry.file_size)
    except _BROKEN as error:
        raise Refused("archive_broken") from error


def _gzip(file: IO[bytes], name: str, limits: Limits) -> Iterator[Member]:
    try:
        with gzip.open(file) as unpacked:
            is_tar = unpacked.read(262)[257:262] == b"ustar"
        file.seek(0)
        if is_tar:
            yield from _tar(file, limits)
            return
        with gzip.open(file) as unpacked:
            content = unpacked.read(limits.unpacked_bytes + 1)
    except _BROKEN as error:
        raise Refused("archive_broken") from error
    if len(content) > limits.unpacked_bytes:
        raise Refused("archive_too_large", limit=limits.unpacked_bytes)
    yield from _open(io.BytesIO(content), name.removesuffix(".gz"), limits)


def _tar(file: IO[bytes], limits: Limits) -> Iterator[Member]:
    """The plain files of a tar; links and devices are passed over. The unpacked sum is bounded while reading."""
    left, count = limits.unpacked_bytes, 0
    try:
        with tarfile.open(fileobj=file, mode="r:*") as archive:
            for entry in archive:
                if not entry.isfile():
                    continue
                left, count = left - entry.size, count + 1
                _check([entry], [entry.name], [limits.unpacked_bytes - left], limits)
                if count > limits.members:
                    raise Refused("archive_too_large", limit=limits.members)
                content = archive.extractfile(entry)
                if content is not None and _is_wanted(entry.name):
                    yield _bounded(entry.name, content, entry.size)
    except _BROKEN as error:
        raise Refused("archive_broken") from error


def _check(entries: Sequence[object], names: list[str], sizes: list[int], limits: Limits) -> None:
    if len(entries) > limits.members or sum(sizes) > limits.unpacked_bytes:
        raise Refused("archive_too_large", limit=limits.unpacked_bytes)
    if any(_is_trick(name) for name in names):
        raise Refused("archive_path")


def _is_trick(name: str) -> bool:
    """Whether a name points out of the archive. Nothing is ever written under it, but an honest archive has none."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in name.split("/", 1)[0] or "\0" in name


def _is_wanted(name: str) -> bool:
    """Not the droppings of operating systems, nor the descriptions beside the data."""
    last = PurePosixPath(name).name.lower()
    hidden = last.startswith((".", "~$")) or "__macosx" in name.lower()
    return not hidden and not last.endswith((".pdf", ".md", ".xsd", ".html", "thumbs.db"))


def _bounded(name: str, content: IO[bytes], size: int) -> Member:
    """One file of an archive, read no further than the archive said it would go."""
    data = content.read(size + 1)
    if len(data) > size:
        raise Refused("archive_too_large", limit=size)
    if data.startswith((b"PK", b"\x1f\x8b")):
        if data.startswith(b"PK") and b"xl/" in data[-65_536:]:
            return Member(name, "workbook", data)
        raise Refused("archive_broken")  # archives inside archives are not opened
    return Member(name, _kind(data[:262]), data)
