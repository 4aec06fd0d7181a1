"""Whether a text holds a Swedish personal number, which no free text here may."""

import re
import unicodedata
from datetime import date

_DASH = r"[-+\u2010-\u2015\u2212]"
_NUMBER = re.compile(
    rf"(?<!\d)(?P<century>19|20)?(?P<year>\d\d)"
    rf"(?:(?P<month>\d\d)(?P<day>\d\d)(?:{_DASH}|[ \u00a0\u202f])?"
    rf"|{_DASH}(?P<month2>\d\d){_DASH}(?P<day2>\d\d){_DASH})"
    r"(?P<last>\d{4})(?!\d)"
)
COORDINATION = 60  # what a coordination number adds to the day


def has_personal_number(text: str) -> bool:
    """A personal or coordination number is ten or twelve digits that begin with a day and end with a right check digit.

    A hyphen, a plus sign or a blank before the last four makes no difference, nor do other kinds of digits, dashes or
    signs that do not show. Organisation numbers have no month where a person has one and are let through, and so are
    telephone numbers and numbers of orders, save the few that are a person's by every rule (Skatteverket, SKV 704).
    """
    return any(_is_person(match) for match in _NUMBER.finditer(_plain(text)))


def _plain(text: str) -> str:
    """The text with ordinary digits and without signs that do not show, such as those that turn the direction."""
    return "".join(one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) != "Cf")


def _is_person(match: re.Match[str]) -> bool:
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    year, digits = int(match["year"]), match["year"] + month + day + match["last"]
    born_in = [int(match["century"]) * 100 + year] if match["century"] else [1900 + year, 2000 + year]
    return any(_is_day(one, int(month), int(day) % COORDINATION) for one in born_in) and _is_luhn(digits)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_luhn(digits: str) -> bool:
    products = [int(one) * (2 - at % 2) for at, one in enumerate(digits)]
    return sum(one // 10 + one % 10 for one in products) % 10 == 0
