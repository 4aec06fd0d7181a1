"""What each move downwards asks for. One guard, one function; all of a move's guards hold."""

from collections.abc import Iterator
from datetime import date, timedelta

from dashboard.rules.escalation.facts import CaseFacts
from dashboard.rules.escalation.guarding import Asked, Guard
from dashboard.rules.escalation.obstacle import Obstacle


def serious_deviations_verified(asked: Asked) -> Iterator[Obstacle]:
    """Every deviation of severity 2 or higher is verified as put right; an unknown severity may be high."""
    left = sum(one.is_open and (one.severity is None or one.severity >= 2) for one in asked.facts.deviations)
    if left:
        yield Obstacle("deviations_not_verified", {"count": left})


def legal_counsel_agrees(asked: Asked) -> Iterator[Obstacle]:
    """Legal counsel has agreed on this step to lower the case."""
    agreed = asked.facts.done("lowering_agreed", asked.facts.entered_on)
    newest = next((one for one in agreed if one.role == "legal_counsel"), None)
    if newest is None or newest.verdict is False:
        yield Obstacle("legal_counsel_not_agreed")


def plan_completed(asked: Asked) -> Iterator[Obstacle]:
    """The action plan has actions, and every one of them is verified."""
    left = sum(one.verified_on is None for one in asked.facts.items)
    if not asked.facts.items:
        yield Obstacle("plan_has_no_actions")
    elif left:
        yield Obstacle("plan_not_completed", {"count": left})


def quiet_on_step_2(asked: Asked) -> Iterator[Obstacle]:
    """Sixty days without a new deviation."""
    return _quiet(asked, asked.rules.limits.quiet_days_to_1)


def quiet_on_step_1(asked: Asked) -> Iterator[Obstacle]:
    """Thirty days without a new deviation."""
    return _quiet(asked, asked.rules.limits.quiet_days_to_0)


def not_declared(asked: Asked) -> Iterator[Obstacle]:
    """The declaration of termination is not sent, or there is a written settlement."""
    facts = asked.facts
    sent = next((one for one in facts.done("declaration_of_termination", facts.entered_on) if one.is_sent), None)
    if sent and not facts.latest("settlement_agreement", facts.entered_on):
        yield Obstacle("declaration_sent", {"day": sent.done_on})


def decision_registered(asked: Asked) -> Iterator[Obstacle]:
    """The decision to withdraw has a registration number: the move's own, or that of a decision not to terminate."""
    decision = asked.facts.latest("termination_decision", asked.facts.entered_on)
    is_recorded = decision is not None and decision.verdict is False and bool(decision.registration_number)
    if not (asked.registration_number or "").strip() and not is_recorded:
        yield Obstacle("no_withdrawal_decision")


def last_deviation_on(facts: CaseFacts) -> date:
    """The day of the newest deviation or reopening, confirmed or not yet; without any, the day the case opened."""
    there = [one for one in facts.deviations if one.state != "dismissed"]
    days = [day for one in there for day in (one.observed_on, one.reopened_on) if day]
    return max(days, default=facts.opened_on)


def _quiet(asked: Asked, least: int) -> Iterator[Obstacle]:
    last = last_deviation_on(asked.facts)
    days = (asked.today - last).days
    if days < least:
        values = {"days": days, "least": least, "earliest": last + timedelta(days=least)}
        yield Obstacle("too_soon_after_deviation", values)


GUARDS: dict[str, tuple[Guard, ...]] = {
    "remedy_verified": (serious_deviations_verified, legal_counsel_agrees),
    "plan_closed": (plan_completed, quiet_on_step_2),
    "monitoring_ok": (quiet_on_step_1,),
    "withdraw": (not_declared, decision_registered),
}
