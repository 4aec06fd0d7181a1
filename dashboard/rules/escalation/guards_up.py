"""What each move upwards asks for. One guard, one function; all of a move's guards hold."""

from collections.abc import Iterator

from dashboard.roles import ROLE_NAMES
from dashboard.rules.escalation import grounds
from dashboard.rules.escalation.facts import Record
from dashboard.rules.escalation.guarding import Asked, Guard
from dashboard.rules.escalation.obstacle import Obstacle

APPROVERS = ("chief_purchasing_officer", "legal_counsel")


def contract_active(asked: Asked) -> Iterator[Obstacle]:
    """The contract is in force today."""
    if not asked.facts.is_contract_active:
        yield Obstacle("contract_not_active")


def ground_for_step_2(asked: Asked) -> Iterator[Obstacle]:
    """One of the five grounds of step 2 is there."""
    facts, limits, today = asked.facts, asked.rules.limits, asked.today
    if not grounds.is_ripe_for_step_2(facts, limits, today):
        values = {
            "unresolved": limits.unresolved_working_days,
            "longest": grounds.longest_unresolved(facts, today),
            "many": limits.many_deviations,
            "days": limits.many_deviations_days,
            "count": grounds.recent_deviations(facts, limits, today),
            "answer": limits.answer_working_days,
        }
        yield Obstacle("no_ground_for_step_2", values)


def plan_has_failed(asked: Asked) -> Iterator[Obstacle]:
    """There is an action plan, and one of the four signs that it did not help."""
    facts, limits, today = asked.facts, asked.rules.limits, asked.today
    plan = grounds.action_plan(facts)
    if plan is None:
        yield Obstacle("no_action_plan")
    elif not grounds.has_plan_failed(plan, facts, limits, today):
        days = grounds.deadlines(plan, facts)
        yield Obstacle("plan_has_not_failed", {"months": limits.again_months, "next": days[0] if days else "–"})


def notice_of_breach(asked: Asked) -> Iterator[Obstacle]:
    """The newest notice of breach sent on this step gave a time to cure, and that time is out."""
    sent = (one for one in asked.facts.done("notice_of_breach", asked.facts.entered_on) if one.is_sent)
    notice = next(sent, None)
    if notice is None:
        yield Obstacle("no_notice_of_breach")
    elif notice.deadline_on is None:
        yield Obstacle("no_cure_deadline")
    elif notice.deadline_on >= asked.today and not _is_immediate(asked, notice):
        yield Obstacle("cure_deadline_running", {"deadline": notice.deadline_on})


def legal_assessment(asked: Asked) -> Iterator[Obstacle]:
    """Legal counsel's newest written assessment on this step is that there is ground for termination."""
    drawn_up = asked.facts.done("legal_assessment", asked.facts.entered_on)
    written = next((one for one in drawn_up if one.role == "legal_counsel" and one.document_state != "draft"), None)
    if written is None or written.verdict is None:
        yield Obstacle("no_legal_assessment")
    elif not written.verdict:
        yield Obstacle("legal_assessment_no")


def termination_decision(asked: Asked) -> Iterator[Obstacle]:
    """Somebody has decided to terminate; whether a delegation covers it is a warning."""
    decision = asked.facts.latest("termination_decision", asked.facts.entered_on)
    if decision is None or decision.verdict is False:
        yield Obstacle("no_termination_decision")


def continuity_plan(asked: Asked) -> Iterator[Obstacle]:
    """There is a plan for how operations manage without the supplier, from whichever step."""
    if not asked.facts.latest("continuity_plan"):
        yield Obstacle("no_continuity_plan")


def settled(asked: Asked) -> Iterator[Obstacle]:
    """Claims and invoices are settled or handed to court."""
    if not asked.facts.latest("settlement", asked.facts.entered_on):
        yield Obstacle("not_settled")


def handover(asked: Asked) -> Iterator[Obstacle]:
    """What comes after is handed over."""
    if not asked.facts.latest("handover", asked.facts.entered_on):
        yield Obstacle("no_handover")


def long_reason(asked: Asked) -> Iterator[Obstacle]:
    """The reason has at least 50 characters; one that is missing altogether is said once."""
    least = asked.rules.limits.reason_characters
    if 0 < len(asked.reason) < least:
        yield Obstacle("reason_too_short", {"length": len(asked.reason), "least": least})


def approvals(asked: Asked) -> Iterator[Obstacle]:
    """The chief purchasing officer and legal counsel, two people, have approved since the latest move."""
    approvers = {role: _approved_by(asked, role) for role in APPROVERS}
    yield from (Obstacle("approval_missing", {"role": ROLE_NAMES[role]}) for role, who in approvers.items() if not who)
    if all(approvers.values()) and len(set().union(*approvers.values())) < len(APPROVERS):
        yield Obstacle("approvals_by_one_person")


def _approved_by(asked: Asked, role: str) -> set[str]:
    """The people whose newest answer in that role since the latest move is not a no."""
    events = asked.facts.events
    given = [
        one
        for one in asked.facts.done("fast_track_approval")
        if one.role == role and (not events or one.at >= events[-1].at)
    ]
    newest = {one.who: one for one in reversed(given)}
    return {who for who, one in newest.items() if one.verdict is not False}


def _is_immediate(asked: Asked, notice: Record) -> bool:
    """On the fast track, contract or law may allow termination at once: the notice then gives the very day to cure."""
    is_fast = bool(asked.facts.events) and asked.facts.events[-1].event == "fast_track"
    return is_fast and notice.deadline_on is not None and notice.deadline_on <= notice.done_on


GUARDS: dict[str, tuple[Guard, ...]] = {
    "indicator_warning": (contract_active,),
    "deviation_confirmed": (ground_for_step_2,),
    "action_plan_failed": (plan_has_failed,),
    "decision_terminate": (notice_of_breach, legal_assessment, termination_decision, continuity_plan),
    "settled": (settled, handover),
    "fast_track": (long_reason, approvals),
}
