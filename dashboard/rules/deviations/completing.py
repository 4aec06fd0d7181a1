"""Why a deviation cannot be completed the way it is filled in: every reason, as codes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dashboard.deviation_words import CATEGORIES, REMEDIES, SEVERITIES
from dashboard.rules.deviations.states import CLOSED, may_become

FIRST_DAY = date(2000, 1, 1)
HIGHEST_ORE = 10**15


@dataclass(frozen=True)
class Completion:
    """What is filled in, cleaned."""

    contract_id: int | None
    requirement_id: int | None
    clause: str | None
    category: str | None
    severity: int | None
    complained_on: date | None
    due_on: date | None
    remedy: str | None
    state: str
    credited_ore: int | None
    note: str | None


@dataclass(frozen=True)
class Known:
    """What the database says of the deviation and of the contract that is filled in."""

    state: str
    observed_on: date
    contract_id: int | None
    is_in_case: bool
    is_contract_known: bool
    is_supplier_on_contract: bool
    is_requirement_on_contract: bool
    is_changed: bool  # anything but the state, the note and the amount credited


Check = Callable[[Completion, Known, date], bool]

# Each code and when it stands in the way.
CHECKS: dict[str, Check] = {
    "deviation_state": lambda new, old, _: not may_become(old.state, new.state),
    "deviation_closed": lambda new, old, _: new.state == old.state and old.state in CLOSED and old.is_changed,
    "dismissal_needs_reason": lambda new, _, __: new.state == "dismissed" and new.note is None,
    "contract_needed": lambda new, _, __: _is_complete(new) and new.contract_id is None,
    "contract_unknown": lambda new, old, _: new.contract_id is not None and not old.is_contract_known,
    "contract_of_case": lambda new, old, _: old.is_in_case and new.contract_id != old.contract_id,
    "supplier_not_on_contract": lambda new, old, _: old.is_contract_known and not old.is_supplier_on_contract,
    "category_needed": lambda new, _, __: _is_complete(new) and new.category is None,
    "severity_needed": lambda new, _, __: _is_complete(new) and new.severity is None,
    "value_unknown": lambda new, _, __: (
        not (
            new.category in {None, *CATEGORIES}
            and new.severity in {None, *SEVERITIES}
            and new.remedy in {None, *REMEDIES}
        )
    ),
    "breach_needed": lambda new, _, __: _is_complete(new) and new.requirement_id is None and new.clause is None,
    "requirement_not_on_contract": lambda new, old, _: (
        new.requirement_id is not None and not old.is_requirement_on_contract
    ),
    "complaint_day": lambda new, old, today: (
        new.complained_on is not None and not old.observed_on <= new.complained_on <= today
    ),
    "due_before_observed": lambda new, old, _: new.due_on is not None and new.due_on < old.observed_on,
    "credited_amount": lambda new, _, __: new.credited_ore is not None and not 0 <= new.credited_ore <= HIGHEST_ORE,
}


def completion_obstacles(new: Completion, old: Known, today: date) -> list[str]:
    """A deviation is complete when it says which contract, what was breached, what kind and how bad; days in order.

    An empty list means it may be saved. A dismissed one needs a reason and nothing else.
    """
    return [code for code, stands in CHECKS.items() if stands(new, old, today)]


def observed_obstacles(observed_on: date, today: date) -> list[str]:
    """A deviation was observed today or earlier, and in this century."""
    return [] if FIRST_DAY <= observed_on <= today else ["observed_day"]


def _is_complete(new: Completion) -> bool:
    return new.state != "dismissed"
