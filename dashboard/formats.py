"""Numbers, amounts and days as Swedes write them, and the parser that reads them back.

1 234 567,89 kr · 83,6 % · 2026-11-22 · "–" where there is no value. Thousands are parted by a no-break space and
a negative number has a true minus sign (U+2212).
"""

import math
import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from dashboard.text import Language

NONE = "–"
NBSP = "\u00a0"
MINUS = "\u2212"

MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def number(value: float | Decimal | None, decimals: int = 0) -> str:
    """A number with `decimals` decimals, rounded half up."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return NONE
    step = Decimal(1).scaleb(-decimals)
    rounded = Decimal(str(value)).quantize(step, ROUND_HALF_UP)
    body = f"{abs(rounded):,.{decimals}f}".replace(",", NBSP).replace(".", ",")
    return f"{MINUS if rounded < 0 else ''}{body}"


def kronor(ore: int | None, decimals: int = 0) -> str:
    """An amount in öre as kronor: 123456 -> '1 235 kr', with two decimals '1 234,56 kr'."""
    return NONE if ore is None else f"{number(Decimal(ore) / 100, decimals)}{NBSP}kr"


def short_kronor(ore: int | None) -> str:
    """An amount in öre in the largest fitting unit: '12,3 mnkr', '430 tkr', '95 kr'."""
    if ore is None:
        return NONE
    sek = Decimal(ore) / 100
    if abs(sek) >= 1_000_000:
        return f"{number(sek / 1_000_000, 1)}{NBSP}mnkr"
    if abs(sek) >= 10_000:
        return f"{number(sek / 1_000)}{NBSP}tkr"
    return f"{number(sek)}{NBSP}kr"


def share(value: float | None, decimals: int = 1) -> str:
    """A share 0–1 as per cent: 0.8355 -> '83,6 %'."""
    return NONE if value is None else f"{number(Decimal(str(value)) * 100, decimals)}{NBSP}%"


def day(value: date | None) -> str:
    """2026-11-22."""
    return NONE if value is None else value.isoformat()


def period(value: int | None, language: Language = "sv") -> str:
    """A stored period: 202611 -> 'nov 2026', in English 'Nov 2026'."""
    months = ENGLISH_MONTHS if language == "en" else MONTHS
    return NONE if value is None else f"{months[value % 100 - 1]} {value // 100}"


def parse_number(written: str) -> Decimal | None:
    """The number a person wrote in Swedish or plain form, or None where it is not one.

    Takes spaces (also no-break ones) between thousands, comma or point as the decimal mark, and either minus sign.
    'kr' and '%' at the end are left out. '1.234,56' and '1,234.56' are read by their last mark.
    """
    text = re.sub(r"[\s\u00a0\u202f]", "", written).replace(MINUS, "-")
    text = re.sub(r"(?i)(kr|sek|%)$", "", text)
    if "," in text and "." in text:
        thousands = "." if text.rfind(",") > text.rfind(".") else ","
        text = text.replace(thousands, "")
    text = text.replace(",", ".")
    if not re.fullmatch(r"[+-]?\d+(\.\d*)?|[+-]?\.\d+", text):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
