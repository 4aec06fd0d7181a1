"""Whether what a step demands is there."""

from collections.abc import Callable
from datetime import date

from dashboard.rules.escalation.facts import CaseFacts
from dashboard.rules.escalation.step_rules import Obligation

SENT = ("notice_of_breach", "declaration_of_termination")
NOT_DECIDED = ("entitled", "claimed")


def is_fulfilled(obligation: Obligation, facts: CaseFacts) -> bool:
    """Whether it is done, since the case last climbed to the step: lowering a case undoes nothing.

    Only the check is made anew each time the case comes to the step.
    """
    climb = facts.climb_to(obligation.step)
    since = climb.happened_on if climb and obligation.key != "check" else facts.entered_on
    test = TESTS.get(obligation.key)
    return test(facts, since) if test else _is_recorded(obligation.key, facts, since)


def _is_recorded(key: str, facts: CaseFacts, since: date) -> bool:
    return any(one.is_sent or key not in SENT for one in facts.done(key, since))


def _has_number(facts: CaseFacts, since: date) -> bool:
    return bool(facts.registration_number)


def _has_legal_counsel(facts: CaseFacts, since: date) -> bool:
    return "legal_counsel" in facts.members


def _is_complained(facts: CaseFacts, since: date) -> bool:
    """A complaint recorded and sent, or a day of complaint on each confirmed deviation."""
    there = [one.complained_on for one in facts.deviations if one.counts]
    is_sent = any(one.is_sent for one in facts.done("complaint", since))
    return is_sent or (bool(there) and all(there))


def _is_penalty_decided(facts: CaseFacts, since: date) -> bool:
    is_decided = any(one.state not in NOT_DECIDED and one.last_on >= since for one in facts.penalties)
    return is_decided or _is_recorded("penalty_decision", facts, since)


def _is_block_assessed(facts: CaseFacts, since: date) -> bool:
    is_asked_for = any(one.requested_on >= since for one in facts.blocks)
    return is_asked_for or _is_recorded("block_assessment", facts, since)


def _is_blocked(facts: CaseFacts, since: date) -> bool:
    return any(one.executed_on and not one.lifted_on for one in facts.blocks)


TESTS: dict[str, Callable[[CaseFacts, date], bool]] = {
    "registration_number": _has_number,
    "legal_counsel": _has_legal_counsel,
    "complaint": _is_complained,
    "penalty_decision": _is_penalty_decided,
    "block_assessment": _is_block_assessed,
    "erp_block": _is_blocked,
}
