"""What a penalty clause gives a right to: so much for each started week, day or event, or a percentage, up to a cap.

Only the contract gives a right to a penalty; no law does. The arithmetic is kept with the amount, in Swedish, so that
a claim can be explained years later even if the clause has been changed since.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from dashboard import formats

WEEK = 7


@dataclass(frozen=True)
class Clause:
    """The terms of a penalty. `unit` is started_week, day, event or percent; a percentage has no amount."""

    unit: str
    amount_ore: int | None = None
    percent: Decimal | None = None
    cap_ore: int | None = None


class Entitled(NamedTuple):
    """The amount, how it was counted, and whether the cap holds it back."""

    ore: int
    arithmetic: str
    is_cap_reached: bool


def entitled(clause: Clause, from_on: date, to_on: date, base_ore: int | None = None) -> Entitled:
    """The right from the first day late to the last, both included: each started week counts as a whole one.

    For an event the days do not matter. `base_ore` is the order's value, for a percentage. Raises ValueError where a
    percentage has nothing to be taken of.
    """
    ore, words = _uncapped(clause, from_on, to_on, base_ore)
    words = f"{words} = {_kronor(ore)}"
    if clause.cap_ore is None or ore < clause.cap_ore:
        return Entitled(ore, words, False)
    if ore == clause.cap_ore:
        return Entitled(ore, f"{words}, vilket är taket", True)
    return Entitled(clause.cap_ore, f"{words}, men högst taket {_kronor(clause.cap_ore)}", True)


def days_late(from_on: date, to_on: date) -> int:
    """The days from the first to the last, both included; none where the last comes before the first."""
    return max((to_on - from_on).days + 1, 0)


def _uncapped(clause: Clause, from_on: date, to_on: date, base_ore: int | None) -> tuple[int, str]:
    if clause.unit == "percent":
        return _share(clause.percent, base_ore)
    if clause.amount_ore is None:
        raise ValueError("the clause has no amount")
    days, each = days_late(from_on, to_on), _kronor(clause.amount_ore)
    if clause.unit == "event":
        return clause.amount_ore, f"1 tillfälle × {each}"
    if clause.unit == "day":
        return days * clause.amount_ore, f"{_count(days, 'dag', 'dagar')} × {each}"
    weeks = -(-days // WEEK)
    counted = f"{_count(days, 'dag', 'dagar')} är {_count(weeks, 'påbörjad vecka', 'påbörjade veckor')}"
    return weeks * clause.amount_ore, f"{counted} × {each}"


def _share(percent: Decimal | None, base_ore: int | None) -> tuple[int, str]:
    """Rounded half up to whole öre."""
    if percent is None or base_ore is None:
        raise ValueError("a percentage needs something to be taken of")
    ore = int((percent * base_ore / 100).quantize(Decimal(1), ROUND_HALF_UP))
    written = f"{percent.normalize():f}".replace(".", ",")
    return ore, f"{written}{formats.NBSP}% av {_kronor(base_ore)}"


def _count(number: int, one: str, many: str) -> str:
    return f"{formats.number(number)} {one if number == 1 else many}"


def _kronor(ore: int) -> str:
    return formats.kronor(ore, 2 if ore % 100 else 0)
