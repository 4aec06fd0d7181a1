"""How a change was tried, paragraph by paragraph, in the order of the law: what a person reads as the reasoning."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from dashboard.rules.changes.paragraphs import BY_COUNSEL, BY_HALF, ORDER, SMALL


class Tried(StrEnum):
    """What trying a paragraph gave."""

    HOLDS = "holds"  # what can be computed holds
    FAILS = "fails"
    LEGAL = "legal"  # for counsel; what can be computed holds
    UNKNOWN = "unknown"
    NOT_CLAIMED = "not_claimed"


def order_of(change: Mapping[str, Any]) -> list[tuple[str, Tried]]:
    """Every paragraph of ORDER and what it gave, for one row of `judged_changes`.

    A change that rests on a paragraph is tried by that one alone. Of one that states nothing, a part above half of the
    value is taken to extend the contract considerably (17:14 third point), so that only a new procurement is left.
    """
    return [(paragraph, _tried(paragraph, change)) for paragraph in ORDER]


def _tried(paragraph: str, change: Mapping[str, Any]) -> Tried:
    basis = change["legal_basis"]
    if basis not in (None, paragraph):
        return Tried.NOT_CLAIMED
    if paragraph == SMALL:
        return _told(change["is_small"], Tried.HOLDS)
    if basis is None and change["is_small"] is not False:
        return Tried.NOT_CLAIMED
    if paragraph in BY_HALF:
        return _told(change["is_within_half"], Tried.LEGAL)
    if basis is None and paragraph in BY_COUNSEL:
        return Tried.FAILS if paragraph == ORDER[-1] and change["is_within_half"] is False else Tried.NOT_CLAIMED
    return Tried.LEGAL


def _told(holds: bool | None, good: Tried) -> Tried:
    if holds is None:
        return Tried.UNKNOWN
    return good if holds else Tried.FAILS
