"""One row of a register as values. What a cell holds that its column cannot is left out and noted, never guessed."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import TypeVar

from data_access.importers import register_values as values
from data_access.importers.options import Option, parse_options
from data_access.importers.register_columns import Header
from data_access.importers.register_problems import Found

T = TypeVar("T")
LENGTHS = {"number": 60, "framework": 60, "registration_number": 60, "title": 300, "procedure": 60, "complexity": 40,
           "review_risk": 20, "owner": 100}  # fmt: skip
_TOTAL = re.compile(r"(summa|total|totalt|totalsumma|antal( rader)?|grand total)\b.*", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """A supplier as the row writes it."""

    name: str
    number: str
    rank: int | None


@dataclass(frozen=True)
class Row:
    """What one row says. `values` holds the contract's columns as the table names them."""

    member: str | None
    row: int
    number: str | None
    values: dict[str, object]
    options: tuple[Option, ...]
    categories: tuple[str, ...]
    above: tuple[str, ...]  # the categories that hold these, the widest first
    units: tuple[str, ...]
    suppliers: tuple[Named, ...]
    framework: str | None = None  # the number of the framework agreement it is called off under


class Cells:
    """The cells of one row by meaning, and a note of every one that could not be read."""

    def __init__(self, header: Header, cells: tuple[str, ...], member: str | None, row: int) -> None:
        self.header, self.cells, self.member, self.row = header, cells, member, row
        self.found: list[Found] = []

    def all(self, meaning: str) -> list[str]:
        """Every filled cell of the meaning, in file order."""
        positions = self.header.columns.get(meaning, ())
        return [self.cells[at] for at in positions if at < len(self.cells) and not values.is_empty(self.cells[at])]

    def text(self, meaning: str) -> str:
        """The cell as it stands, fillers too; empty where there is none."""
        positions = self.header.columns.get(meaning, ())
        return self.cells[positions[0]].replace("\n", " ") if positions and positions[0] < len(self.cells) else ""

    def words(self, meaning: str, column: str | None = None) -> str | None:
        """The cell as words, cut (and noted) to what the table holds; None where it says nothing."""
        text = self.text(meaning)
        limit = LENGTHS.get(column or meaning)
        if limit is not None and len(text) > limit:
            self.note("text_cut", meaning)
        return None if values.is_empty(text) else text[:limit].strip()

    def items(self, meaning: str) -> list[str]:
        """The parts of the meaning's cells, parted by ; or line."""
        return list(dict.fromkeys(part for cell in self.all(meaning) for part in self._parts(cell)))

    def levels(self, meaning: str) -> list[list[str]]:
        """The parts of each filled column of the meaning, in file order: registers put the widest first."""
        columns = [self._parts(cell) for cell in self.all(meaning)]
        return [parts for parts in columns if parts]

    def _parts(self, cell: str) -> list[str]:
        parts = [part.strip() for part in re.split(r"[;\n]", cell)]
        return list(dict.fromkeys(part for part in parts if not values.is_empty(part)))

    def note(self, code: str, meaning: str | None = None) -> None:
        """Remembers a problem, under the column's name in the file."""
        column = self.header.names.get(meaning) if meaning else None
        self.found.append(Found(code, self.member, self.row, column))

    def read(self, meaning: str, reader: Callable[[str], T | None], text: str | None = None) -> T | None:
        """The cell through one of the readers of register_values; None and a note where it is unreadable."""
        try:
            return reader(self.text(meaning) if text is None else text)
        except values.Unreadable as unreadable:
            self.note(unreadable.code, meaning)
            return None


def is_total(cells: tuple[str, ...]) -> bool:
    """Whether the row sums up the rows above it, or only says how many they are."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and len(filled) <= 3 and bool(_TOTAL.fullmatch(filled[0]))


def is_repeated_header(header: Header, cells: tuple[str, ...], head: tuple[str, ...]) -> bool:
    """Whether the header stands here once more, as it does where pages were pasted together."""
    return len(header.columns) > 1 and all(cells[at : at + 1] == head[at : at + 1] for at in _positions(header))


def _positions(header: Header) -> Iterator[int]:
    return (at for positions in header.columns.values() for at in positions)


def read_row(cells: Cells) -> Row | None:
    """The row's contract, or None (noted as `contract_unnamed`) where nothing says what contract it is."""
    registration = cells.words("diarienr", "registration_number")
    levels = cells.levels("categories")
    suppliers = _suppliers(cells)
    number, title = cells.words("number"), cells.words("title")
    filled = sum(1 for cell in cells.cells if not values.is_empty(cell))
    if filled < 2 or not (number or title or registration or suppliers):
        cells.note("contract_unnamed")
        return None
    contract = {
        "registration_number": registration,
        "title": (title or ", ".join(cells.items("categories")) or registration or number or suppliers[0].name)[:300],
        **_dates(cells),
        **_words_and_amounts(cells),
    }
    if number is None:
        cells.note("number_made_up")
    options, units = _options(cells, contract), tuple(cells.items("units"))
    categories, above = tuple(levels[-1]) if levels else (), tuple(wider[0] for wider in levels[:-1])
    framework = cells.words("framework")
    return Row(cells.member, cells.row, number, contract, options, categories, above, units, suppliers, framework)


def _suppliers(cells: Cells) -> tuple[Named, ...]:
    """Names, numbers and ranks side by side. Where their counts differ only the names are sure."""
    names, numbers = cells.items("supplier"), cells.items("supplier_orgnr")
    ranks = cells.items("rank") or cells.items("agreement_form")
    if names and numbers and len(names) != len(numbers):
        cells.note("suppliers_differ_in_count", "supplier_orgnr")
        numbers = []
    placed = [values.rank(text) for text in ranks]
    count = max(len(names), len(numbers))
    placed = placed * count if len(placed) == 1 else placed
    pairs = list(zip_longest(names, numbers, fillvalue=""))
    return tuple(
        Named(name, number, placed[at] if at < len(placed) else None) for at, (name, number) in enumerate(pairs)
    )


def _dates(cells: Cells) -> dict[str, object]:
    start_text, end_text = cells.text("start_date"), cells.text("initial_end_date")
    if "period" in cells.header.columns and not (start_text or end_text):
        start_text, end_text = cells.read("period", values.period) or ("", "")
    is_open = values.is_open_end(end_text)
    start = cells.read("start_date", values.day, start_text)
    end = None if is_open else cells.read("initial_end_date", values.day, end_text)
    has_no_end = bool(cells.read("tills_vidare", values.yes_no)) or is_open
    if start is not None and values.is_empty(end_text) and "tills_vidare" not in cells.header.columns:
        has_no_end = True  # a register that cannot say "until further notice" says it by leaving the end empty
        cells.note("end_open", "initial_end_date")
    if start is not None and end is not None and end < start:
        cells.note("end_before_start", "initial_end_date")
    if end is None and not has_no_end and values.is_empty(end_text):
        cells.note("end_missing", "initial_end_date")
    if start is None and values.is_empty(start_text):
        cells.note("start_missing", "start_date")
    return {"start_on": start, "initial_end_on": end, "is_until_further_notice": has_no_end}


def _words_and_amounts(cells: Cells) -> dict[str, object]:
    form = cells.text("agreement_form")
    type_text = cells.text("type") or form
    noted = len(cells.found)
    ceiling = cells.read("ceiling_sek", values.ore)
    if ceiling is None and len(cells.found) == noted:
        cells.note("ceiling_unknown")
    return {
        "type": cells.read("type" if cells.text("type") else "agreement_form", values.contract_type, type_text)
        or "other",
        "regime": cells.read("regime", values.regime),
        "notice_buyer_months": cells.read("notice_buyer_m", values.months),
        "notice_supplier_months": cells.read("notice_supplier_m", values.months),
        "ceiling_ore": ceiling,
        "estimated_value_ore": cells.read("estimated_value_sek", values.ore),
        "is_exclusive": cells.read("exclusive", values.yes_no),
        **{column: cells.words(column) for column in ("procedure", "complexity", "review_risk", "owner")},
    }


def _options(cells: Cells, contract: dict[str, object]) -> tuple[Option, ...]:
    """What the options column says; where it says nothing, the way from the end to the longest end."""
    read = parse_options(";".join(cells.all("options")))
    latest = cells.read("max_end_date", values.day) if not values.is_open_end(cells.text("max_end_date")) else None
    end = contract["initial_end_on"]
    length = values.months_between(end, latest) if isinstance(end, date) and latest else 0
    if not read.options and length > 0:
        cells.note("option_from_max_end", "max_end_date")
        return (Option(length, "buyer"),)
    if read.problem:
        cells.note(read.problem, "options")
    return read.options
