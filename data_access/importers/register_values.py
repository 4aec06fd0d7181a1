"""Single values of a contract register: days, amounts, months, yes and no, type and regime.

Each reader gives the value, or None for an empty cell, and raises Unreadable for anything else: never a guess.
"""

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

EMPTY = frozenset(("", "-", "–", "0.0", "0", "null", "none", "n/a", "saknas", "uppgift saknas", "ej angivet", "."))
OPEN_WORDS = ("tills vidare", "tillsvidare", "t.v.", "tv", "löpande", "until further notice", "open")
OPEN_YEAR = 2090  # 2099-12-31 and 9999-12-31 stand for "no end"
FIRST_YEAR, LAST_YEAR = 1900, 2199
EXCEL_START = date(1899, 12, 30)
YES = frozenset(("ja", "j", "yes", "y", "true", "sant", "1", "x"))
NO = frozenset(("nej", "n", "no", "false", "falskt", "0", "0.0"))
SCALE = {"msek": 1_000_000, "mkr": 1_000_000, "mnkr": 1_000_000, "miljoner": 1_000_000, "tkr": 1_000, "ksek": 1_000}
TYPES = (  # the first word that stands in the text decides
    ("ramavtal", ("ramavtal", "ramöverenskommelse", "rangordnat", "rangordning", "framework", "förnyad konkurrens")),
    ("dis", ("dis", "dynamiskt")),
    ("avrop", ("avrop",)),
    ("direkt", ("direkt", "direktupphandling", "direktupphandlat")),
    ("LOV", ("lov", "valfrihet")),
    ("hyra", ("hyra", "hyresavtal", "lokalhyra", "leasing")),
    ("kontrakt", ("kontrakt", "upphandlingskontrakt", "avtal", "köpeavtal", "tjänsteavtal", "entreprenad")),
    ("other", ("other", "övrigt", "annat")),
)
REGIMES = (
    ("below_threshold_announced", ("below_threshold_announced", "under tröskelvärde", "under tröskelvärdet",
                                   "ej direktivstyrd", "icke direktivstyrd")),
    ("above_threshold", ("above_threshold", "över tröskelvärde", "över tröskelvärdet", "direktivstyrd")),
    ("annex2_social", ("annex2_social", "bilaga 2", "sociala tjänster")),
    ("direct_award", ("direct_award", "direktupphandling")),
    ("luf", ("luf",)),
    ("lov", ("lov",)),
    ("other", ("other", "övrigt", "annat")),
)  # fmt: skip
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?")
_SWEDISH = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
_PERIOD = re.compile(
    r"(.*?\d)\s*(?:-|–|—|till|t\.?o\.?m\.?)\s*(\d{4}-\d.*|\d{8}.*|\d{1,2}[./].*|tills vidare)?", re.IGNORECASE
)


class Unreadable(ValueError):
    """A value that is not what its column holds. `code` is the reason."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def is_empty(text: str) -> bool:
    """Whether the cell says nothing: blank, or one of the fillers systems write."""
    return text.casefold() in EMPTY


def is_open_end(text: str) -> bool:
    """Whether an end says that there is none."""
    year = re.match(r"(\d{4})", text)
    return text.casefold() in OPEN_WORDS or bool(year and len(text) >= 8 and int(year[1]) >= OPEN_YEAR)


def day(text: str) -> date | None:
    """2024-01-31, with or without a time, 2024/01/31, 20240131, 31/1/2024, 31.1.2024, or a workbook's day number.

    A day that no contract can have, as the 0001-01-01 and 31/12/9999 that systems write for none, cannot be read.
    """
    found = _day(text)
    if found is not None and not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Unreadable("date_unreadable")
    return found


def _day(text: str) -> date | None:
    if is_empty(text):
        return None
    whole = text.removesuffix(".0")
    try:
        if found := _ISO.fullmatch(whole):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _SWEDISH.fullmatch(whole):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if re.fullmatch(r"[12]\d{7}", whole):
            return date(int(whole[:4]), int(whole[4:6]), int(whole[6:]))
    except ValueError:
        raise Unreadable("date_unreadable") from None
    if re.fullmatch(r"[2-6]\d{4}", whole):
        return EXCEL_START + timedelta(days=int(whole))
    raise Unreadable("date_unreadable")


def period(text: str) -> tuple[str, str]:
    """The two ends of '2019-06-01 - 2026-09-30' as text; the second is empty where the period is open."""
    if is_empty(text):
        return "", ""
    found = _PERIOD.fullmatch(text)
    if found is None:
        raise Unreadable("period_unreadable")
    return found[1].strip(), (found[2] or "").strip()


def ore(text: str) -> int | None:
    """Öre of '1 234 567,89 kr', '2,5 mkr', '1000000.0'. Blank or nought is None: unknown, never nothing."""
    if is_empty(text):
        return None
    found = re.fullmatch(r"([\d\s.,'\u2009\u202f]+?)\s*(msek|mkr|mnkr|miljoner|tkr|ksek)?\s*(kr|sek|kronor|:-)?\.?",
                         text.casefold())  # fmt: skip
    if found is None:
        raise Unreadable("amount_unreadable")
    number = _plain_number(re.sub(r"[\s'\u2009\u202f]", "", found[1]))
    amount = Decimal(number) * SCALE.get(found[2] or "", 1) * 100
    if amount >= 10**17:
        raise Unreadable("amount_unreadable")
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP)) or None


def _plain_number(text: str) -> str:
    """Digits with a dot for the decimals. One mark with three digits after it parts thousands: kronor have two."""
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", text) and len(set(re.findall(r"[.,]", text))) == 1:
        return re.sub(r"[.,]", "", text)
    whole, mark, decimals = (text, "", "") if not re.search("[.,]", text) else re.split(r"([.,])(?=\d*$)", text)
    thousands = "," if mark == "." else "."
    if not re.fullmatch(rf"\d+|\d{{1,3}}(\{thousands}\d{{3}})*", whole) or (mark and not decimals.isdigit()):
        raise Unreadable("amount_unreadable")
    return whole.replace(thousands, "") + ("." + decimals if decimals else "")


def months(text: str) -> int | None:
    """A number of months, 0 to 120: '6', '6.0', '6 mån', '1 år'. Nought is a real answer here."""
    if text.casefold() in EMPTY - {"0", "0.0"}:
        return None
    found = re.fullmatch(r"(\d{1,3})(?:\.0)?\s*(månader|månad|mån\.?|m|months|år|years?)?", text.casefold())
    count = int(found[1]) * (12 if (found[2] or "").startswith(("å", "y")) else 1) if found else 121
    if count > 120:
        raise Unreadable("months_unreadable")
    return count


def months_between(first: date, last: date) -> int:
    """Whole months from one day to another, rounded to the nearest; negative where `last` is earlier."""
    return (last.year - first.year) * 12 + last.month - first.month + round((last.day - first.day) / 31)


def yes_no(text: str) -> bool | None:
    """True or False; None where nothing is said."""
    lower = text.casefold()
    if lower in YES:
        return True
    if lower in NO:
        return False
    if is_empty(text):
        return None
    raise Unreadable("yes_no_unreadable")


def contract_type(text: str) -> str | None:
    """One of CONTRACT_TYPES by the words in the text."""
    return _by_word(text, TYPES, "type_unknown")


def regime(text: str) -> str | None:
    """One of REGIMES by the words in the text."""
    return _by_word(text, REGIMES, "regime_unknown")


def rank(text: str) -> int | None:
    """The place in the ranking: '3', '3.0', or 'Rangordnat avtal Rang:3 Gräns …'; None where none is said."""
    found = re.search(r"\brang(?:ordning)?\s*[:.]?\s*(\d{1,3})\b", text, re.IGNORECASE)
    found = found or re.fullmatch(r"(\d{1,3})(?:\.0)?", text)
    return int(found[1]) or None if found else None


def _by_word(text: str, words: tuple[tuple[str, tuple[str, ...]], ...], code: str) -> str | None:
    if is_empty(text):
        return None
    for value, known in words:
        if any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) for word in known):
            return value
    raise Unreadable(code)
