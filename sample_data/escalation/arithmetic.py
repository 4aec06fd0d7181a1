"""What a penalty clause gives and how it is written, told apart from the rule so that the two can be compared."""

from math import ceil
from typing import Any

NBSP = "\u00a0"


def entitled(terms: dict[str, Any], late: int, base: int | None) -> tuple[int, str]:
    """The sum in öre and how it was counted."""
    match terms["unit"]:
        case "started_week":
            weeks = ceil(late / 7)
            counted = f"{_count(late, 'dag', 'dagar')} är {_count(weeks, 'påbörjad vecka', 'påbörjade veckor')}"
            whole, words = weeks * terms["amount_ore"], f"{counted} × {_kronor(terms['amount_ore'])}"
        case "day":
            whole, words = (
                late * terms["amount_ore"],
                f"{_count(late, 'dag', 'dagar')} × {_kronor(terms['amount_ore'])}",
            )
        case "event":
            whole, words = terms["amount_ore"], f"1 tillfälle × {_kronor(terms['amount_ore'])}"
        case _:
            whole, words = (base or 0) * terms["percent"] // 100, f"{terms['percent']}{NBSP}% av {_kronor(base or 0)}"
    return _capped(whole, f"{words} = {_kronor(whole)}", terms["cap_ore"])


def _capped(whole: int, words: str, cap: int | None) -> tuple[int, str]:
    if cap is None or whole < cap:
        return whole, words
    return cap, f"{words}, vilket är taket" if whole == cap else f"{words}, men högst taket {_kronor(cap)}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _kronor(ore: int) -> str:
    return f"{ore // 100:,}{NBSP}kr".replace(",", NBSP)
