"""Penalties: what the contracts give a right to, and what became of it."""

from datetime import date, timedelta
from typing import Any

from sample_data.draw import stream
from sample_data.escalation.arithmetic import entitled
from sample_data.escalation.book import Book, at
from sample_data.escalation.case import WHO, Case
from sample_data.escalation.scripts import CLAIMED, CLEANING, LENIENT, SLIDING
from sample_data.escalation.slide import PENALTY_DAYS
from sample_data.working_days import days, workday

KRONA = 100
UNITS: dict[str, dict[str, int | None]] = {
    "started_week": {"amount_ore": 25_000 * KRONA, "cap_ore": 100_000 * KRONA},
    "day": {"amount_ore": 4_000 * KRONA, "cap_ore": 80_000 * KRONA},
    "event": {"amount_ore": 15_000 * KRONA, "cap_ore": None},
    "percent": {"percent": 5, "cap_ore": 150_000 * KRONA},
}
DECIDER, ASKED = "chief_purchasing_officer", "contract_controller"
# What became of each, as states in order; a reason stands where somebody wrote one.
FATES = (
    "entitled",
    "entitled",
    "entitled claimed",
    "entitled claimed decided",
    "entitled claimed decided invoiced",
    "entitled claimed decided invoiced received",
    "entitled claimed decided invoiced received",
    "entitled waived",
    "entitled",
    "entitled claimed waived",
)
GOOD_REASON = "Förseningen berodde på vår egen ändrade beställning; avtalet ger då ingen rätt i sak."
POOR_REASON = "Utgår."


def tell_penalties(book: Book, cases: dict[str, Case], late: list[dict[str, Any]]) -> None:
    """Clauses on the cases' contracts and beside them, penalties in every state."""
    _of_the_slide(book, cases[SLIDING], late)
    _of_the_stories(book, cases)
    _beside(book)


def _clause(book: Book, contract: int, unit: str, category: str | None) -> int:
    return book.add(
        "penalty_clause",
        contract_id=contract,
        clause="Avtalet punkt 7.2 Vite",
        category=category,
        unit=unit,
        needs_notice=unit in ("started_week", "day"),
        claim_within_days=180 if unit != "event" else None,
        **UNITS[unit],
    )


def _penalty(
    book: Book, clause: int, party: tuple[int, int, int | None, int | None], first: date, late: int, fate: str,
    reason: str | None = None, base: int | None = None,
) -> None:  # fmt: skip
    """One penalty for `late` days from `first`, and its events; `party` is contract, supplier, case, deviation."""
    terms = book.row("penalty_clause", clause)
    ore, arithmetic = entitled(terms, late, base)
    contract, supplier, case, deviation = party
    is_event = terms["unit"] in ("event", "percent")
    number = book.add(
        "penalty",
        clause_id=clause,
        contract_id=contract,
        supplier_id=supplier,
        case_id=case,
        deviation_id=deviation,
        from_on=first,
        to_on=None if is_event else first + timedelta(days=late - 1),
        base_ore=base,
        entitled_ore=ore,
        arithmetic=arithmetic,
    )
    last = first if is_event else first + timedelta(days=late - 1)
    for turn, state in enumerate(fate.split()):
        _event(book, number, turn, state, workday(last, 2 + 6 * turn), ore, reason)


def _event(book: Book, penalty: int, turn: int, state: str, on: date, amount: int, reason: str | None) -> None:
    is_formal = state in ("claimed", "decided", "waived") and reason != POOR_REASON
    role = DECIDER if state in ("decided", "waived") else ASKED
    book.add(
        "penalty_event",
        penalty_id=penalty,
        sequence=turn + 1,
        state=state,
        happened_on=on,
        amount_ore=amount,
        reason=reason if state == "waived" else None,
        registration_number=f"KS {on.year}/{900 + penalty}-{turn}" if is_formal else None,
        who=WHO[role],
        role=role,
        at=at(on, 14),
    )


def _of_the_slide(book: Book, case: Case, late: list[dict[str, Any]]) -> None:
    """Three of the late lines: 17 days are three started weeks, longer ones reach the cap, the last is not claimed."""
    clause = _clause(book, case.contract_id, "started_week", "late")
    weeks = next(turn for turn, line in enumerate(late) if line["days"] == PENALTY_DAYS)
    fates = {weeks: "entitled claimed decided invoiced received", -3: "entitled claimed decided", -1: "entitled"}
    for turn, fate in fates.items():
        party = (case.contract_id, case.supplier_id, case.id, case.deviations[turn])
        _penalty(book, clause, party, late[turn]["promised_on"] + timedelta(days=1), late[turn]["days"], fate)


def _of_the_stories(book: Book, cases: dict[str, Case]) -> None:
    """Those of the equal treatment and of the termination, and one for most cases that came to step two."""
    _told(book, cases[CLAIMED], "event", date(2026, 6, 15), 1, "entitled claimed")
    _told(book, cases[LENIENT], "event", date(2026, 8, 31), 1, "entitled waived", POOR_REASON)
    _told(book, cases[CLEANING], "event", date(2026, 5, 4), 1, "entitled claimed decided invoiced received")
    told = {cases[name].id for name in (SLIDING, CLAIMED, LENIENT, CLEANING)}
    climbed = {row["case_id"] for row in book.rows["escalation_event"] if row["to_step"] == 2} - told
    rng = stream("penalties")
    for turn, case in enumerate(one for one in cases.values() if one.id in climbed):
        unit = ("day", "started_week", "percent", "event")[turn % 4]
        fate = FATES[turn % len(FATES)]
        reason = (GOOD_REASON if turn % 2 else None) if "waived" in fate else None
        base = int(rng.integers(4, 60)) * 5_000_000 if unit == "percent" else None
        first = days(book.row("deviation", case.deviations[-1])["observed_on"], -25)
        _told(book, case, unit, first, int(rng.integers(3, 20)), fate, reason, base)


def _told(
    book: Book, case: Case, unit: str, first: date, late: int, fate: str, reason: str | None = None,
    base: int | None = None,
) -> None:  # fmt: skip
    """A penalty of a case, by a clause for what it is about."""
    clause = _clause(book, case.contract_id, unit, case.category)
    party = (case.contract_id, case.supplier_id, case.id, case.deviations[-1])
    _penalty(book, clause, party, first, late, fate, reason, base)


def _beside(book: Book) -> None:
    """Penalties without a case, for late deliveries of severity two or more: most were never claimed."""
    late = [
        row
        for row in book.rows["deviation"]
        if row["case_id"] is None and row["category"] in ("late", "defective") and (row["severity"] or 0) >= 2
    ]
    seen: set[int] = set()
    for turn, row in enumerate(row for row in late if row["contract_id"] and row["observed_on"] < date(2026, 9, 1)):
        if row["contract_id"] in seen:
            continue
        seen.add(row["contract_id"])
        clause = _clause(book, row["contract_id"], "day" if turn % 2 else "started_week", None)
        fate = FATES[(turn * 3) % len(FATES)]
        reason = GOOD_REASON if "waived" in fate else None
        party = (row["contract_id"], row["supplier_id"], None, row["id"])
        _penalty(book, clause, party, row["observed_on"] - timedelta(days=8), 9 + turn % 14, fate, reason)
