"""What each column means: told by its name, in Swedish or English, and by the shape of its values."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from rapidfuzz import fuzz

from data_access.errors import Refused
from data_access.importers.column_names import NAMES, NOT_TAKEN, UNIT_PAIRS

_FOOTNOTE = re.compile(r"[¹²³]|\d\)\s*$|_x000D_", re.IGNORECASE)
_NUMBER = re.compile(r"^\(?[+\-−–]?\s*[£$€]?[\d\s.,'\u00a0\u202f]*\d\s*(kr|sek)?\)?-?$", re.IGNORECASE)
_DAY = re.compile(
    r"^(\d{1,4}[-/. ]\d{1,2}([-/. ]\d{1,4})?([ T].*)?|\d{5,8}(\.0)?"
    r"|.*\b\d{1,2}[- ]?[a-zåäö]{3}.*\d{2,4}|[a-zåäö]{3,9}[- ]\d{2,4})$",
    re.IGNORECASE,
)
_EXACT, _INSIDE, _CLOSE = 1000, 700, 600


def normal(name: str) -> str:
    """A column name without what varies: case, accents, blanks, punctuation and footnote marks."""
    bare = unicodedata.normalize("NFKD", _FOOTNOTE.sub("", name).lower())
    return re.sub(r"[^a-z0-9]", "", bare)


def _name_score(name: str, known: tuple[str, ...]) -> int:
    """How well a normalised name fits one meaning, 0 where it does not."""
    if name in known:
        return _EXACT - known.index(name)
    inside = [i for i, other in enumerate(known) if len(other) >= 10 and other in name]
    if inside:
        return _INSIDE - inside[0]
    close = max((fuzz.ratio(name, other) for other in known if len(other) >= 6), default=0)
    return _CLOSE + int(close) if close >= 88 and len(name) >= 6 else 0


def known_names(header: Iterable[str]) -> int:
    """How many of these cells are names of ledger columns: what tells a header row from a line."""
    names = {normal(cell) for cell in header} - {""}
    return sum(1 for name in names if name in _ALL)


_ALL = {name for names in NAMES.values() for name in names}


def _share(values: list[str], fits: Callable[[str], object]) -> float:
    filled = [value for value in values if value.strip()]
    return sum(1 for value in filled if fits(value.strip())) / len(filled) if filled else 1.0


def _shape(meaning: str, values: list[str]) -> float:
    """The share of the filled values that look like what the meaning says."""
    if meaning in ("amount", "gross", "vat", "quantity", "unit_price"):
        return _share(values, _NUMBER.match)
    if meaning.endswith("_on") or meaning == "period":
        return _share(values, _DAY.match)
    if meaning in ("supplier_name", "account_text", "category_text"):
        return _share(values, lambda value: not _NUMBER.match(value))
    if meaning == "unit_code":
        return _share(values, lambda value: any(c.isdigit() for c in value))
    return 1.0


def asked_for(header: list[str], asked: Mapping[str, str]) -> dict[str, int | None]:
    """Meaning -> column index of what a person asked for; None where they said the file has no such column.

    Raises Refused where no column of the file has the name.
    """
    places = {normal(name): index for index, name in reversed(list(enumerate(header)))}
    found: dict[str, int | None] = {}
    for meaning, name in asked.items():
        if meaning not in NAMES or (name and normal(name) not in places):
            raise Refused("mapping_unknown_column", column=meaning)
        found[meaning] = header.index(name) if name in header else places[normal(name)] if name else None
    return found


def propose(header: list[str], values: list[list[str]], asked: Mapping[str, int | None]) -> dict[str, int]:
    """Meaning -> column index: what was asked for, then what fits best by name; `values[i]` are of column i."""
    names = [normal(cell) for cell in header]
    scored = sorted(
        (
            (_name_score(name, known), -index, meaning)
            for index, name in enumerate(names)
            if name
            for meaning, known in NAMES.items()
            if meaning not in asked
        ),
        reverse=True,
    )
    taken = {meaning: index for meaning, index in asked.items() if index is not None}
    left_out: set[int] = set()
    for score, minus_index, meaning in scored:
        index = -minus_index
        is_free = meaning not in taken and index not in left_out and index not in taken.values()
        if not score or not is_free or _shape(meaning, values[index]) < 0.5:
            continue
        if meaning == "buyer":
            left_out.add(index)
        else:
            taken[meaning] = index
    return taken if "unit_code" in asked else _paired(taken, names)


def _paired(taken: dict[str, int], names: list[str]) -> dict[str, int]:
    """Without a unit code that belongs to another level than the unit's name."""
    if "unit_name" in taken and "unit_code" in taken:
        pair = UNIT_PAIRS.get(names[taken["unit_name"]], ())
        if names[taken["unit_code"]] not in pair:
            return {meaning: index for meaning, index in taken.items() if meaning != "unit_code"}
    return taken


def is_for_the_frame(meaning: str) -> bool:
    """Whether the canonical frame has a place for this meaning."""
    return meaning not in NOT_TAKEN
