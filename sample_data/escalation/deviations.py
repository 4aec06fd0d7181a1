"""How a deviation is told: what was seen, when the supplier was told, what was asked for and how it ended."""

from datetime import date
from typing import Any

import numpy as np

from sample_data.clock import SAMPLE_ON
from sample_data.escalation.book import Book, at
from sample_data.escalation.words import DESCRIPTIONS, PLACES
from sample_data.people import AT_UNIT
from sample_data.working_days import days, workday

REMEDY = {
    "late": "action",
    "defective": "replacement",
    "price": "price_reduction",
    "labour": "action",
    "environment": "rectification",
    "reporting": "rectification",
    "security": "action",
    "assortment": "rectification",
    "other": "none",
}


def tell(
    book: Book, rng: np.random.Generator, supplier: int, contract: int | None, category: str, severity: int, on: date,
    unit: int | None, **values: Any,
) -> int:  # fmt: skip
    """A confirmed deviation, complained about within ten working days; `values` tell it otherwise."""
    words = DESCRIPTIONS[category]
    complained = workday(on, int(rng.integers(1, 9)))
    told = {
        "supplier_id": supplier,
        "contract_id": contract,
        "description": words[int(rng.integers(len(words)))],
        "observed_on": on,
        "place": PLACES[int(rng.integers(len(PLACES)))],
        "evidence": f"Avtalsakten, foto och följesedel {on.isoformat()}" if rng.random() < 0.7 else None,
        "unit_id": unit,
        "reported_by": AT_UNIT.get(unit or 0, "pia.coordinator"),
        "reported_at": at(workday(on), 9),
        "clause": f"Avtalet punkt {int(rng.integers(3, 9))}.{int(rng.integers(1, 7))}",
        "category": category,
        "severity": severity,
        "complained_on": complained if complained <= SAMPLE_ON else None,
        "due_on": days(complained, 30),
        "remedy": REMEDY[category],
        "state": "confirmed",
    }
    return book.add("deviation", **(told | values))


def verify(book: Book, number: int, on: date) -> None:
    """The remedy was looked at and found good."""
    book.row("deviation", number).update(state="verified", closed_on=on)
