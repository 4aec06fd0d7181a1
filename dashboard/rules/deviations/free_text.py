"""What a person types in a free field: kept as typed, but for signs that do not show and could deceive or break."""

import re
import unicodedata
from urllib.parse import urlsplit

from dashboard.rules.deviations.personal_numbers import has_personal_number
from data_access.errors import Refused

LONGEST = 10_000
LONGEST_NUMBER = 60
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # a text could show itself as another text
RUNS = re.compile(r"(?i)(javascript|data|vbscript):")
NUMBER = re.compile(r"[\w/:. -]*\d[\w/:. -]*")


def free_text(text: str | None, field: str, longest: int = LONGEST) -> str | None:
    """The text to keep, None where nothing is left of it.

    Raises Refused (`text_too_long`, `text_personal_number`) with the `field` it was typed in, never with the text.
    """
    kept = _cleaned(text or "")
    if len(kept) > longest:
        raise Refused("text_too_long", field=field, longest=longest)
    if has_personal_number(kept):
        raise Refused("text_personal_number", field=field)
    return kept or None


def needed_text(text: str | None, field: str, longest: int = LONGEST) -> str:
    """`free_text` that must not be empty. Raises Refused (`text_missing`) too."""
    kept = free_text(text, field, longest)
    if kept is None:
        raise Refused("text_missing", field=field)
    return kept


def evidence(text: str | None) -> str | None:
    """A link (http or https) or words on where the paper is kept.

    Raises Refused (`link_unsafe`) for a link that would run something, names no place, or holds a password.
    """
    kept = free_text(text, "evidence", 500)
    if kept is None:
        return None
    if RUNS.match(re.sub(r"\s", "", kept)):
        raise Refused("link_unsafe")
    if re.match(r"(?i)https?:", kept) and not _is_link(kept):
        raise Refused("link_unsafe")
    return kept


def registration_number(text: str | None) -> str | None:
    """A registration number (diarienummer), such as KS 2026/123: up to 60 letters, digits and - / : . with a digit.

    Raises Refused (`registration_number_shape`) for anything else.
    """
    kept = free_text(text, "registration_number")
    if kept is None:
        return None
    if len(kept) > LONGEST_NUMBER or "_" in kept or not NUMBER.fullmatch(kept):
        raise Refused("registration_number_shape")
    return kept


def _cleaned(text: str) -> str:
    """Without NUL and other control signs, halves of letters, and signs that turn the direction of what follows."""
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    shown = "".join(one for one in lines if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cs"))
    return TURNS.sub("", shown).strip()


def _is_link(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return bool(parts.hostname) and parts.username is None and not re.search(r"\s", text)
    except ValueError:
        return False
