"""What others say: audits of Hållbarhetskollen, the suppliers themselves, and people who said no to a signal."""

from datetime import date

from sample_data.draw import stream
from sample_data.escalation.book import Book, at
from sample_data.escalation.case import Case
from sample_data.escalation.choice import Choice
from sample_data.escalation.scripts import CLAIMED, CLEANING, SLIDING
from sample_data.working_days import workday

SOURCE = "Hållbarhetskollen"
COMMENTS = (
    ("Vi har haft en svår vår med två uppsägningar men ny planering är på plats.", 2, None),
    ("Beställningarna kommer ofta sent på fredagen; med en dag till klarar vi tiden.", 3, True),
    ("Samarbetet fungerar bra och vi får snabba svar.", 5, True),
    ("Vi delar inte kommunens bild av bristerna.", 4, False),
    ("Gärna fler gemensamma avstämningar om sortimentet.", 4, True),
    ("Fakturorna betalas i tid och kontaktvägarna är tydliga.", 5, None),
)


def tell_voices(book: Book, chosen: Choice, cases: dict[str, Case]) -> None:
    """Audit results that agree with us and that do not, comments with the supplier's own rating, and answers."""
    _audits(book, chosen, cases)
    _comments(book, cases)
    _answers(book, cases)


def _audit(book: Book, supplier: int, result: str, on: date) -> None:
    book.add(
        "audit_result",
        supplier_id=supplier,
        source=SOURCE,
        result=result,
        assessed_on=on,
        reference=f"Revisionsrapport HK-{on.year}-{100 + supplier % 900}",
        recorded_by="bo.controller",
        recorded_at=at(workday(on, 10)),
    )


def _audits(book: Book, chosen: Choice, cases: dict[str, Case]) -> None:
    """Red where we see nothing, green where we are at step three, one too old to count, and some that agree."""
    calm = chosen.active(date(2026, 1, 1))[1]
    _audit(book, calm, "yellow", date(2025, 3, 17))
    _audit(book, calm, "red", date(2026, 9, 9))
    _audit(book, cases[CLAIMED].supplier_id, "green", date(2026, 3, 4))
    _audit(book, cases["in plan"].supplier_id, "yellow", date(2024, 6, 12))
    _audit(book, cases[CLEANING].supplier_id, "red", date(2026, 5, 20))
    _audit(book, cases["going down one"].supplier_id, "yellow", date(2026, 2, 11))
    _audit(book, cases[SLIDING].supplier_id, "yellow", date(2025, 11, 26))
    for turn in range(8):
        result = ("green", "green", "yellow", "green")[turn % 4]
        _audit(book, chosen.active(date(2025, 1, 1))[1], result, workday(date(2025, 1, 15 + turn), 40 * turn))


def _comments(book: Book, cases: dict[str, Case]) -> None:
    for turn, case in enumerate(cases.values()):
        if turn % 2 and turn != 1:
            continue
        words, rating, again = COMMENTS[(turn // 2) % len(COMMENTS)]
        on = workday(case.opened_on, 1 if turn > 24 else 12)
        book.add(
            "supplier_comment",
            supplier_id=case.supplier_id,
            contract_id=case.contract_id if turn % 3 else None,
            said_on=on,
            comment=words,
            self_rating=rating,
            would_use_again=again,
            recorded_by=case.controller,
            recorded_at=at(on, 16),
        )


def _answers(book: Book, cases: dict[str, Case]) -> None:
    """Signals that people answered: one has grown worse since it was dismissed, so it comes back; one has not."""
    rng = stream("answers")
    sliding = cases[SLIDING]
    _answer(
        book, "late_deliveries", sliding, 0.12, date(2025, 11, 20), "Ett enstaka parti; leverantören har förklarat."
    )
    told = _answer(book, "audit_findings", sliding, 1.0, date(2025, 12, 15), "Gäller en fabrik som vi inte köper från.")
    book.row("signal_answer", told)["contract_id"] = None
    for name in ("calm again two", "going down one", "in plan too"):
        case = cases[name]
        on = workday(book.row("deviation", case.deviations[0])["observed_on"], 1)
        level = float(rng.integers(20, 90) * 10_000)
        _answer(book, "price_deviations", case, level, on, "Blev en avvikelse att följa.", case.deviations[0])


def _answer(
    book: Book, kind: str, case: Case, level: float, on: date, reason: str, deviation: int | None = None
) -> int:
    """`level` is in the signal's own measure: a share, a colour's number, öre."""
    return book.add(
        "signal_answer",
        kind=kind,
        supplier_id=case.supplier_id,
        contract_id=case.contract_id,
        level=level,
        is_accepted=deviation is not None,
        deviation_id=deviation,
        reason=reason,
        who=case.controller,
        at=at(on, 9),
    )
