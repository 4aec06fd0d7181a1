"""Extension options: the canonical `12 buyer 6; 12 mutual 6`, and what registers write in free text.

Canonical: options parted by `;`, each the length in months, the mode and, where known, the months before the end at
which it must be called. Free text ("12+12 mån", "1+1 år", "option 2 år") gives lengths; who may call is then not said.
"""

import re
from dataclasses import dataclass

MODES = {
    "buyer": "buyer", "köpare": "buyer", "köparen": "buyer", "beställare": "buyer", "beställaren": "buyer",
    "mutual": "mutual", "ömsesidig": "mutual", "ömsesidigt": "mutual", "gemensam": "mutual",
    "automatic": "automatic", "automatisk": "automatic", "automatiskt": "automatic",
}  # fmt: skip
ASSUMED_MODE = "buyer"  # an option as procurement law means it is the buyer's to call; said in the report
LONGEST = 240  # months; a longer "option" is a year or an amount in the wrong column
_CANONICAL = re.compile(r"(\d{1,3})\s*(?:m|mån|mån\.|månader|months)?\s+([^\W\d]+)(?:\s+(\d{1,2}))?", re.IGNORECASE)
_TIMES = {"två": 2, "tre": 3, "fyra": 4}
_LENGTHS = re.compile(
    r"(?:(?P<before>\d)\s*(?:x|×|gånger|st|optioner)\s*(?:om|på|à|a)?\s*)?"
    r"(?<![\d-])(?P<lengths>\d{1,3}(?:\s*\+\s*\d{1,3})*)\s*"
    r"(?P<unit>månader|månad|mån|m|months|month|år|years|year)\b\.?(?:,?\s*(?P<after>två|tre|fyra|\d)\s+gånger)?",
    re.IGNORECASE,
)
_NONE = re.compile(r"nej|ingen|inga|no|none|saknas|ja|yes|-|–|0|0\.0", re.IGNORECASE)


@dataclass(frozen=True)
class Option:
    """One option; `call_deadline_months` is None where nobody said when it must be called."""

    length_months: int
    mode: str
    call_deadline_months: int | None = None


@dataclass(frozen=True)
class OptionsRead:
    """The options in order. `problem` is a code: options_unreadable, option_mode_assumed, option_length_missing."""

    options: tuple[Option, ...] = ()
    problem: str | None = None


def parse_options(text: str) -> OptionsRead:
    """The options in a cell. What cannot be read whole gives none of it and a problem, never a part."""
    parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    if not parts:
        return OptionsRead()
    if len(parts) == 1 and _NONE.fullmatch(parts[0]):
        return OptionsRead((), "option_length_missing" if parts[0].casefold() in ("ja", "yes") else None)
    canonical = [_canonical(part) for part in parts]
    if all(canonical):
        return OptionsRead(tuple(option for option in canonical if option))
    return _free_text(text)


def _canonical(part: str) -> Option | None:
    found = _CANONICAL.fullmatch(part)
    mode = MODES.get(found[2].casefold()) if found else None
    if found is None or mode is None or not 1 <= int(found[1]) <= LONGEST:
        return None
    return Option(int(found[1]), mode, int(found[3]) if found[3] else None)


def _free_text(text: str) -> OptionsRead:
    lengths = [length for found in _LENGTHS.finditer(text) for length in _lengths(found)]
    has_more_numbers = re.search(r"\d", _LENGTHS.sub("", text)) is not None
    if not lengths or has_more_numbers or not all(1 <= length <= LONGEST for length in lengths):
        return OptionsRead((), "options_unreadable")
    said = {mode for word in re.findall(r"[^\W\d]+", text.casefold()) if (mode := MODES.get(word))}
    mode = said.pop() if len(said) == 1 else None
    options = tuple(Option(length, mode or ASSUMED_MODE) for length in lengths)
    return OptionsRead(options, None if mode else "option_mode_assumed")


def _lengths(found: re.Match[str]) -> list[int]:
    """Months: '12+12 mån', '2 x 12 mån' and '12 mån, två gånger' are all two times twelve."""
    scale = 12 if found["unit"].casefold().startswith(("å", "y")) else 1
    said = (found["before"] or found["after"] or "1").casefold()
    times = _TIMES[said] if said in _TIMES else int(said)
    return [int(length) * scale for length in found["lengths"].split("+")] * times
