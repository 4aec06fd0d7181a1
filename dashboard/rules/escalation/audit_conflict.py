"""What an audit says beside our own step: do they disagree, and is the audit too old to say anything of today?"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dashboard.rules.escalation.grounds import add_months

Verdict = Literal["agrees", "theirs_worse", "ours_worse", "stale"]
SERIOUS = 3  # our step from which a clean audit is surprising


@dataclass(frozen=True)
class AuditBeside:
    """`stale_on`: the day from which the audit is too old."""

    verdict: Verdict
    stale_on: date


def beside_our_step(result: str, assessed_on: date, step: int, stale_months: int, today: date) -> AuditBeside:
    """Red with us on step 0 or 1, or green with us on step 3 or 4, is a conflict to look into."""
    stale_on = add_months(assessed_on, stale_months)
    if today >= stale_on:
        return AuditBeside("stale", stale_on)
    if result == "red" and step <= 1:
        return AuditBeside("theirs_worse", stale_on)
    if result == "green" and step >= SERIOUS:
        return AuditBeside("ours_worse", stale_on)
    return AuditBeside("agrees", stale_on)
