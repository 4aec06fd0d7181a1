"""From a file to its parts: one table of strings for each file of an archive or sheet of a workbook.

The columns of a part's `rows` are `row`, the meanings its columns were found to have, `label` (its first column,
where sums call themselves sums) and `overflow` (what stands past the last column of the header).
"""

from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from data_access.errors import Problem, Refused
from data_access.importers import columns, encoding, json_table, table, workbook
from data_access.importers.containers import Limits, Member, members
from data_access.importers.quotes import without_broken_quotes
from data_access.importers.table import Layout

_AT_ONCE = 2
WHO = ("supplier_name", "supplier_no", "orgnr", "vat_no")


@dataclass(frozen=True)
class Part:
    """One table of a file. `mapping` is meaning -> column name as the header writes it."""

    name: str
    encoding: str | None
    layout: Layout
    mapping: dict[str, str]
    rows: pl.DataFrame


@dataclass
class Reader:
    """Reads one file's members in turn; a layout met before is not worked out again."""

    asked: Mapping[str, str]
    seen: dict[bytes, tuple[Layout, dict[str, int]]] = field(default_factory=dict)
    has_read: bool = False
    met: tuple[Layout, dict[str, int]] | None = None  # the last table, for a person to say what its columns mean

    def parts(self, path: Path, limits: Limits) -> Iterator[Part | Problem]:
        """Every table in the file, a Problem for each member that holds none, and one without member for the file.

        While some members' rows are read, the next ones are unpacked and their columns found out.
        """
        with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
            waiting: deque[Future[list[Part | Problem]]] = deque()
            try:
                for member in members(path, limits):
                    waiting.append(pool.submit(_told, member.name, self._begun(member)))
                    if len(waiting) > _AT_ONCE:
                        yield from waiting.popleft().result()
                broken = None
            except Refused as refusal:
                broken = Problem(refusal.code, is_fatal=True)
            for future in waiting:
                yield from future.result()
            if broken:
                yield broken

    def _begun(self, member: Member) -> Iterator[Part | Problem]:
        """The member's tables. Only a text's rows are still to be read: all else depends on the members before."""
        if member.kind == "workbook":
            return iter(_told(member.name, self._workbook(member)))
        try:
            return self._text(member)
        except Refused as refusal:
            return iter([_problem(member.name, refusal)])

    def _text(self, member: Member) -> Iterator[Part | Problem]:
        text, name = encoding.to_utf8(member.content)
        start = text[:256].lstrip(b"\xef\xbb\xbf\r\n\t ")
        if not start:
            raise Refused("file_empty")
        if start.startswith(b"<"):
            raise Refused("format_unknown")
        if start.startswith((b"{", b"[")):
            layout, frame = json_table.read_records(text)
            found = self._meanings(layout)
            return iter([_part(member.name, name, layout, found, table.picked(frame, layout, _wanted(found)))])
        text = encoding.with_line_feeds(text)
        return _rows(member.name, name, text, *self._layout(text))

    def _layout(self, text: bytes) -> tuple[Layout, dict[str, int]]:
        first = text[: text.find(b"\n")].rstrip()
        if first not in self.seen:
            layout = table.layout(text)
            found = self._meanings(layout)
            if layout.header_row != 1:
                return layout, found
            self.seen[first] = layout, found
        return self.seen[first]

    def _workbook(self, member: Member) -> Iterator[Part | Problem]:
        sheets, hidden = workbook.read_sheets(member.content)
        for name in hidden:
            yield Problem("sheet_hidden", count=1, member=f"{member.name}#{name}")
        for sheet in sheets:
            found = self._meanings(sheet.layout)
            rows = table.picked(sheet.rows, sheet.layout, _wanted(found))
            yield _part(
                f"{member.name}#{sheet.name}" if sheet.is_one_of_many else member.name, None, sheet.layout, found, rows
            )

    def _meanings(self, layout: Layout) -> dict[str, int]:
        """What the columns are. What was asked for holds for the first table; others of the file may lack it."""
        try:
            asked = columns.asked_for(layout.header, self.asked)
        except Refused:
            if not self.has_read:
                raise
            asked = {}
        self.has_read = True
        found = columns.propose(layout.header, layout.values, asked)
        self.met = layout, found
        return found


def _told(name: str, parts: Iterator[Part | Problem]) -> list[Part | Problem]:
    """The tables of one member, and why there are no more of them."""
    told: list[Part | Problem] = []
    try:
        for part in parts:
            told.append(part)  # noqa: PERF402  # what came before a refusal stays
    except Refused as refusal:
        told.append(_problem(name, refusal))
    return told


def _problem(name: str, refusal: Refused) -> Problem:
    return Problem(refusal.code, member=name, column=_column(refusal), is_fatal=True)


def _rows(name: str, coding: str, text: bytes, layout: Layout, found: dict[str, int]) -> Iterator[Part | Problem]:
    try:
        rows = table.read_columns(text, layout, _wanted(found))
    except Refused:
        text, count = without_broken_quotes(text, layout.separator or ",")
        rows = table.read_columns(text, layout, _wanted(found))
        yield Problem("quotes_repaired", count=count, member=name)
    yield _part(name, coding, layout, found, rows)


def _part(name: str, coding: str | None, layout: Layout, found: dict[str, int], rows: pl.DataFrame) -> Part:
    _refuse_no_ledger(layout, found)
    names = {f"column_{index + 1}": meaning for meaning, index in found.items()}
    if "column_1" not in names:
        names["column_1"] = "label"
    mapping = {meaning: layout.header[index] for meaning, index in found.items() if columns.is_for_the_frame(meaning)}
    return Part(name, coding, layout, mapping, rows.rename(names))


def _wanted(found: dict[str, int]) -> list[int]:
    return sorted({0, *found.values()})


def _column(refusal: Refused) -> str | None:
    column = refusal.details.get("column")
    return str(column) if column is not None else None


def _refuse_no_ledger(layout: Layout, found: dict[str, int]) -> None:
    """A ledger has an amount, a supplier, and lines: not one sum a supplier."""
    if "amount" not in found and "gross" not in found:
        raise Refused("amount_missing")
    if not set(WHO) & found.keys():
        raise Refused("supplier_missing")
    if not found.keys() - {"amount", "gross", "vat", *WHO, "country", "currency"}:
        who = next(found[meaning] for meaning in WHO if meaning in found)
        names = [value for value in layout.values[who] if value]
        if len(set(names)) == len(names):
            raise Refused("supplier_totals_only")
