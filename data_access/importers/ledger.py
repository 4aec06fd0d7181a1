"""Reading any supplier ledger: from a file to the canonical frame and an honest report."""

import hashlib
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import polars as pl

from data_access.errors import Problem
from data_access.importers import examples as shown
from data_access.importers.columns import is_for_the_frame
from data_access.importers.containers import Limits
from data_access.importers.days import month_in_name
from data_access.importers.different import Different
from data_access.importers.frame import empty_errors, empty_frame, whole_frame
from data_access.importers.ledger_report import build_report, row_errors
from data_access.importers.lines import read_lines
from data_access.importers.parts import Part, Reader
from data_access.importers.report import ImportReport, MemberReport


@dataclass(frozen=True)
class ReadLedger:
    """A ledger as read. `mapping` is meaning -> column name; `examples` are values by column name, persons masked.

    `rows` are FRAME_SCHEMA without the columns in `different`, of which each different combination is known once.
    """

    rows: pl.DataFrame
    report: ImportReport
    errors: pl.DataFrame = field(default_factory=empty_errors)
    header: list[str] = field(default_factory=list)
    mapping: dict[str, str] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)
    different: tuple[Different, ...] = ()

    @cached_property
    def frame(self) -> pl.DataFrame:
        """FRAME_SCHEMA, every column with a value for every row."""
        return whole_frame(self.rows, self.different)


def read_ledger(
    path: Path,
    mapping: Mapping[str, str] | None = None,
    source: str | None = None,
    limits: Limits | None = None,
    known_sha256: str | None = None,
) -> ReadLedger:
    """The ledger in `path`. Never raises for what the file holds: a fatal problem in the report refuses it.

    `mapping` (meaning -> column name) goes before what the reader would propose; "" says the file has no such column.
    `known_sha256` spares taking the file's fingerprint again.
    """
    with ThreadPoolExecutor(max_workers=1) as pool:  # the fingerprint is taken while the file is read
        digest = pool.submit(sha256, path) if known_sha256 is None else pool.submit(str, known_sha256)
        reader = Reader(mapping or {})
        parts, problems = _parts(reader, path, limits or Limits())
        name = source or path.stem
        if not parts or any(problem.is_fatal and problem.member is None for problem in problems):
            fatal = [problem for problem in problems if problem.is_fatal]
            return _with_columns(_refused(path, name, digest.result(), fatal), reader)
        told = [Problem("member_skipped", member=p.member, count=1) if p.is_fatal else p for p in problems]
        return _read(path, name, digest, parts, told)


def _parts(reader: Reader, path: Path, limits: Limits) -> tuple[list[Part], list[Problem]]:
    parts: list[Part] = []
    problems: list[Problem] = []
    for part in reader.parts(path, limits):
        if isinstance(part, Problem):
            problems.append(part)
        else:
            parts.append(part)
    return parts, problems


def sha256(path: Path) -> str:
    """The file's fingerprint, or nothing where there is no file."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refused(path: Path, source: str, digest: str, problems: list[Problem]) -> ReadLedger:
    single = len(problems) == 1
    fatal = tuple(
        Problem(p.code, column=p.column, member=None if single else p.member, is_fatal=True) for p in problems
    )
    return ReadLedger(empty_frame(), ImportReport(str(path), source, digest, problems=fatal or (_EMPTY,)))


def _with_columns(refused: ReadLedger, reader: Reader) -> ReadLedger:
    """What the refused file's columns seemed to mean, so that a person can say otherwise."""
    if reader.met is None:
        return refused
    layout, found = reader.met
    mapping = {meaning: layout.header[at] for meaning, at in found.items() if is_for_the_frame(meaning)}
    examples = shown.examples(layout, mapping, refused.frame)
    return replace(refused, header=layout.header, mapping=mapping, examples=examples)


_EMPTY = Problem("archive_empty", is_fatal=True)


def _read(path: Path, source: str, digest: Future[str], parts: list[Part], problems: list[Problem]) -> ReadLedger:
    main = max(parts, key=lambda part: part.rows.height)
    heights = pl.DataFrame({"member": range(len(parts)), "rows": [part.rows.height for part in parts]})
    member = heights.select(pl.col("member").cast(pl.Int16).repeat_by("rows").explode()).to_series().drop_nulls()
    raw = pl.concat([part.rows for part in parts], how="diagonal").with_columns(member)
    months = {i: month for i, part in enumerate(parts) if (month := month_in_name(Path(part.name).name))}
    header, layout_of_main, mapping = main.layout.header, main.layout, main.mapping
    accounts = [_account(part) for part in parts]
    parts.clear()  # the strings are held once only
    lines = read_lines(raw, months)
    del raw
    report = build_report(str(path), source, digest.result(), accounts, mapping, lines, problems)
    names = [None if len(accounts) == 1 else account.name for account in accounts]
    errors = row_errors(lines, names, mapping)
    first = whole_frame(lines.taken.head(shown.LOOKED_AT), [parts.head(shown.LOOKED_AT) for parts in lines.different])
    examples = shown.examples(layout_of_main, mapping, first)
    return ReadLedger(lines.taken, report, errors, header, mapping, examples, lines.different)


def _account(part: Part) -> MemberReport:
    layout = part.layout
    return MemberReport(part.name, part.encoding, layout.separator, layout.header_row, 0, part.mapping)
