"""Blocks on ordering: who may not be ordered from, and since when."""

from datetime import date

from sample_data.escalation.book import Book
from sample_data.escalation.case import Case
from sample_data.escalation.scripts import CLEANING

BLOCKED_ON = date(2026, 10, 5)


def tell_blocks(book: Book, cases: dict[str, Case]) -> None:
    """One that holds while orders go on, one asked for and not done, one lifted, one of a closed case."""
    _block(book, cases[CLEANING], BLOCKED_ON, BLOCKED_ON)
    _block(book, cases["settlement agreed"], date(2026, 9, 14), date(2026, 9, 15), date(2026, 10, 21))
    _block(book, cases["fast track"], date(2026, 10, 30), None)
    _block(book, cases["going down two"], date(2026, 5, 18), date(2026, 5, 20), date(2026, 9, 28))


def _block(book: Book, case: Case, asked: date, done: date | None, lifted: date | None = None) -> None:
    book.add(
        "erp_block",
        supplier_id=case.supplier_id,
        contract_id=case.contract_id,
        case_id=case.id,
        requested_on=asked,
        requested_by="gun.leader",
        reason="Inga nya beställningar medan avtalsbrottet utreds.",
        executed_on=done,
        executed_by="ruben.coordinator" if done else None,
        lifted_on=lifted,
        lifted_by="gun.leader" if lifted else None,
        lifted_reason="Bristerna är åtgärdade eller uppgörelse träffad." if lifted else None,
    )
