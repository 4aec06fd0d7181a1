"""What may be missing or wrong in the registers, why it matters, what to do, and whose it is. One check a row."""

from dashboard.rules.gap_checks import decisions, options, others, register
from dashboard.rules.gap_checks.kind import Check

__all__ = ["CHECKS", "Check"]

CHECKS: tuple[Check, ...] = (*register.CHECKS, *decisions.CHECKS, *options.CHECKS, *others.CHECKS)
