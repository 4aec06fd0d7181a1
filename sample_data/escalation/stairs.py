"""How a case goes up and down: each step's people, acts and days as the ladder demands, but for the story's gaps."""

from datetime import date

import numpy as np

from sample_data.escalation import deviations
from sample_data.escalation.case import Case
from sample_data.escalation.words import PLAN_ITEMS
from sample_data.people import AT_UNIT
from sample_data.working_days import days, workday


def record_until_now(case: Case, kind: str, on: date, role: str = "contract_controller", **values: object) -> None:
    """Records the act where its day has come and the case has not moved on."""
    if on <= case.until:
        case.record(kind, on, role, **values)


def breach(case: Case, rng: np.random.Generator, on: date, severity: int | None = None) -> None:
    """One more deviation of the case's own kind."""
    if case.is_told:
        return
    level = severity or case.severity
    told = deviations.tell(
        case.book, rng, case.supplier_id, case.contract_id, case.category, level, on, case.unit_id, case_id=case.id
    )
    case.deviations.append(told)


def up_to_1(case: Case, rng: np.random.Generator, on: date) -> None:
    """Dialogue: contact within five working days, an answer asked for within ten."""
    case.name("contract_controller", case.opened_on)
    case.name("operations", case.opened_on, AT_UNIT.get(case.unit_id or 0, "mona.operations"))
    case.move(
        "indicator_warning", 1, on, "contract_controller", "Signaler från verksamheten om samma sak flera gånger."
    )
    called = workday(on, 2)
    record_until_now(case, "contact", called, deadline_on=workday(called, 10), note="Samtal med leverantörens säljare.")
    record_until_now(case, "supplier_reply", workday(called, 7), note="Leverantören lovar bättring.")
    record_until_now(case, "check", workday(on, 16), note="Två nya beställningar kontrollerade.")


def up_to_2(case: Case, rng: np.random.Generator, on: date) -> None:
    """Deviations confirmed: complaint, meeting, action plan, assessment of the penalty, word to operations."""
    breach(case, rng, days(on, -6), max(case.severity, 2))
    for role in ("team_leader", "chief_purchasing_officer", "management_group"):
        case.name(role, on)
    case.registered(on.year)
    case.move("deviation_confirmed", 2, on, "contract_controller", "Avvikelsen är bekräftad och av grad två eller mer.")
    record_until_now(case, "complaint", workday(on, 1), deadline_on=workday(on, 11), document_state="dispatched")
    record_until_now(case, "information", workday(on, 2))
    record_until_now(case, "meeting", workday(on, 7))
    record_until_now(case, "protocol", workday(on, 8))
    record_until_now(case, "penalty_assessment", workday(on, 9), verdict=True)
    record_until_now(case, "action_plan", workday(on, 12), deadline_on=workday(on, 33))
    if "action_plan" not in case.gaps and workday(on, 12) <= case.until:
        for place, text in enumerate(PLAN_ITEMS):
            case.item(text, workday(on, 12), workday(on, 28 + 5 * place))


def up_to_3(case: Case, rng: np.random.Generator, on: date) -> None:
    """The plan failed: legal counsel, written notice with a last day, decisions about penalty and block."""
    breach(case, rng, days(on, -9), max(case.severity, 2))
    case.name("legal_counsel", on)
    case.move(
        "action_plan_failed", 3, on, "team_leader", "Handlingsplanens sista dag har gått utan verifierad rättelse."
    )
    _third_step(case, on)


def _third_step(case: Case, on: date) -> None:
    record_until_now(case, "legal_meeting", workday(on, 3), "legal_counsel")
    sent = workday(on, 4)
    record_until_now(
        case, "notice_of_breach", sent, "team_leader", deadline_on=workday(sent, 15), document_state="dispatched"
    )
    record_until_now(case, "information", workday(on, 4))
    record_until_now(case, "penalty_decision", workday(on, 5), "chief_purchasing_officer", verdict=True)
    record_until_now(case, "block_assessment", workday(on, 5), "team_leader", verdict=False)
    record_until_now(case, "protocol", workday(on, 6))


def fast_to_3(case: Case, rng: np.random.Generator, on: date) -> None:
    """A critical event: straight to step three with two approvals; the skipped steps' papers come after, or not."""
    case.name("contract_controller", case.opened_on)
    for role in ("team_leader", "chief_purchasing_officer", "management_group", "legal_counsel"):
        case.name(role, on)
    case.registered(on.year)
    case.record("fast_track_approval", on, "chief_purchasing_officer", verdict=True)
    case.record("fast_track_approval", on, "legal_counsel", verdict=True)
    reason = "Obehörig hade tillträde till skyddade lokaler under en helg; fara för säkerheten kräver steg tre direkt."
    case.move("fast_track", 3, on, "chief_purchasing_officer", reason)
    record_until_now(case, "complaint", workday(on, 1), document_state="dispatched")
    record_until_now(case, "information", workday(on, 1))
    _third_step(case, on)


def up_to_4(case: Case, rng: np.random.Generator, on: date) -> None:
    """Termination: assessment and continuity plan before, decision on the day, declaration and block after."""
    case.record("legal_assessment", workday(on, -4), "legal_counsel", verdict=True, note="Väsentligt avtalsbrott.")
    case.record("continuity_plan", workday(on, -3), "team_leader")
    case.record("termination_decision", on, "chief_purchasing_officer", verdict=True)
    reason = "Rättelsefristen har gått ut, bristerna är väsentliga och juristen bedömer att avtalet kan hävas."
    case.move("decision_terminate", 4, on, "chief_purchasing_officer", reason)
    record_until_now(
        case, "declaration_of_termination", workday(on, 3), "chief_purchasing_officer", document_state="dispatched"
    )
    record_until_now(case, "information", workday(on, 1))
    record_until_now(case, "replacement_plan", workday(on, 6), "team_leader")
    record_until_now(case, "exclusion_file", workday(on, 12), "team_leader")


def down_to_2(case: Case, rng: np.random.Generator, on: date) -> None:
    """The remedy is verified and legal counsel agrees."""
    for number in case.deviations:
        deviations.verify(case.book, number, workday(on, -4))
    case.record("lowering_agreed", workday(on, -2), "legal_counsel", verdict=True)
    case.record("protocol", on)
    case.move("remedy_verified", 2, on, "team_leader", "Alla avvikelser är åtgärdade och verifierade på plats.")


def down_to_1(case: Case, rng: np.random.Generator, on: date) -> None:
    """The plan is carried out and sixty days have gone without a new deviation."""
    for number in case.deviations:
        if case.book.row("deviation", number)["state"] != "verified":
            deviations.verify(case.book, number, workday(on, -6))
    for item in case.book.rows["action_item"]:
        if item["case_id"] == case.id:
            item.update(done_on=item["done_on"] or item["due_on"], verified_on=workday(on, -5))
    case.record("closing_note", on)
    case.move(
        "plan_closed", 1, on, "contract_controller", "Planen är genomförd och inget nytt har hänt på två månader."
    )


def down_to_0(case: Case, rng: np.random.Generator, on: date) -> None:
    """Thirty days without anything new: back to normal, and the case is closed."""
    case.record("check", workday(on, -1), note="Stickprov utan anmärkning.")
    for number in case.deviations:
        if case.book.row("deviation", number)["state"] != "verified":
            deviations.verify(case.book, number, workday(on, -2))
    case.move("monitoring_ok", 0, on, "contract_controller", "En månad utan nya avvikelser.")


def settle(case: Case, rng: np.random.Generator, on: date) -> None:
    """Claims settled, handed over and reported: the end of the ladder."""
    case.record("settlement", workday(on, -8), "chief_purchasing_officer")
    case.record("handover", workday(on, -5), "team_leader")
    case.record("final_report", workday(on, -1), "team_leader")
    for number in case.deviations:
        deviations.verify(case.book, number, on)
    case.move(
        "settled", 5, on, "chief_purchasing_officer", "Slutreglerat; erfarenheterna är lämnade till nästa upphandling."
    )


def withdraw(case: Case, rng: np.random.Generator, on: date) -> None:
    """The termination is taken back after a written settlement with the supplier."""
    case.record("settlement_agreement", workday(on, -2), "chief_purchasing_officer")
    case.move(
        "withdraw",
        3,
        on,
        "chief_purchasing_officer",
        "Förlikning: leverantören ersätter skadan och rättar före årsskiftet.",
    )
