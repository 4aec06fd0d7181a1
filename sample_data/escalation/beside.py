"""Deviations that never came to a case: most of all, in every category, state and kind of delay."""

from datetime import date, timedelta
from typing import Any

import numpy as np

from data_access.tables.escalation import DEVIATION_CATEGORIES
from sample_data.clock import SAMPLE_ON
from sample_data.draw import stream
from sample_data.escalation import deviations
from sample_data.escalation.book import Book, at
from sample_data.escalation.choice import Choice
from sample_data.organisation import DEPARTMENT_IDS
from sample_data.working_days import days, workday

PARTIES = 48
BESIDE = 148
FIRST, SPAN = date(2023, 11, 6), 1_050  # days
# What became of them, in turn; "new" ones were reported and nobody has completed them.
ENDS = ("in time", "late", "in time", "remedied", "in time", "dismissed", "late", "in time", "overdue", "reopened")
RECENT = ("new", "open", "new", "open", "remedied", "new", "open", "not told")


def tell_beside(book: Book, chosen: Choice) -> None:
    """The many: older ones with an end, recent ones still going on, and one supplier's many small ones."""
    rng = stream("deviations")
    parties = [chosen.active(FIRST) for _ in range(10)] + [chosen.active(date(2026, 1, 1)) for _ in range(PARTIES)]
    for turn in range(BESIDE):
        is_recent = turn % 4 == 3
        place, supplier = parties[turn % len(parties)]
        start = max(chosen.contracts[place].start, FIRST)
        room = (SAMPLE_ON - start).days
        back = int(rng.integers(3, 40)) if is_recent else int(rng.integers(70, max(room, 90)))
        end = RECENT[(turn // 4) % len(RECENT)] if is_recent else ENDS[turn % len(ENDS)]
        _one(book, rng, turn, (place, supplier), workday(SAMPLE_ON - timedelta(days=back), -1), end)
    _many_small(book, rng, chosen.active(date(2026, 1, 1)))


def _one(book: Book, rng: np.random.Generator, turn: int, party: tuple[int, int], on: date, end: str) -> None:
    place, supplier = party
    category = DEVIATION_CATEGORIES[turn % len(DEVIATION_CATEGORIES)]
    severity = int(rng.choice([1, 2, 3, 4], p=[0.52, 0.3, 0.14, 0.04]))
    unit = DEPARTMENT_IDS[(turn * 7 + turn // 9) % len(DEPARTMENT_IDS)]
    values = _end(rng, on, end, turn)
    number = deviations.tell(book, rng, supplier, place + 1, category, severity, on, unit)
    book.row("deviation", number).update(values)


def _end(rng: np.random.Generator, on: date, end: str, turn: int) -> dict[str, Any]:
    due = days(on, 40)
    credited = int(rng.integers(8, 190)) * 50_000 if turn % 3 == 0 else None
    late_word = {"complained_on": min(workday(on, int(rng.integers(14, 30))), SAMPLE_ON)} if turn % 7 in (1, 2) else {}
    match end:
        case "new":
            empty = dict.fromkeys(("category", "severity", "complained_on", "due_on", "remedy", "clause"))
            return empty | {"state": "reported"} | ({"contract_id": None} if turn % 2 else {})
        case "in time":
            return late_word | {
                "state": "verified",
                "due_on": due,
                "closed_on": workday(due, -3),
                "credited_ore": credited,
            }
        case "late":
            closed = min(workday(due, int(rng.integers(2, 20))), SAMPLE_ON)
            return {"state": "verified", "due_on": due, "closed_on": closed, "credited_ore": credited}
        case "dismissed":
            note = "Beställaren hade angett fel leveransadress; leverantören har inte brustit."
            return {"state": "dismissed", "closed_on": workday(on, 6), "complained_on": None, "note": note}
        case "reopened":
            again = min(workday(due, 12), SAMPLE_ON)
            told = {"due_on": due, "closed_before_on": workday(due, -2), "reopened_on": again}
            return told | {"note": "Samma fel kom tillbaka efter att det verifierats."}
        case "remedied":
            return {"state": "remedied", "due_on": due, "credited_ore": credited}
        case "not told":
            return {"complained_on": None, "due_on": due}
        case _:
            return late_word | {"due_on": due}


def _many_small(book: Book, rng: np.random.Generator, party: tuple[int, int]) -> None:
    """Six deviations of the lowest grade in ninety days and no case: together more than any of them."""
    place, supplier = party
    for turn, category in enumerate(("late", "late", "reporting", "late", "assortment", "other")):
        on = workday(SAMPLE_ON - timedelta(days=80 - 14 * turn))
        deviations.tell(
            book, rng, supplier, place + 1, category, 1, on, DEPARTMENT_IDS[turn % 3 + 1], reported_at=at(on, 8)
        )
