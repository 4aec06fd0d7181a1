"""How a penalty goes from a right to money received, or is waived by a reasoned and registered decision.

Its state is its last event. Waiving must be a decision with reasons and a registration number: suppliers are treated
alike, and always letting one off can shift the balance of the contract (LOU 17 kap.).
"""

from dataclasses import dataclass
from datetime import date, timedelta

NEXT: dict[str, tuple[str, ...]] = {
    "entitled": ("claimed", "waived"),
    "claimed": ("decided", "waived"),
    "decided": ("invoiced", "waived"),
    "invoiced": ("received",),
    "received": (),
    "waived": (),
}
PURSUED = ("claimed", "decided", "invoiced")
DECISIONS = ("decided", "waived")  # taken on behalf of a committee: somebody must have the right to
SHORTEST_REASON = 20
SINGLE = ("event", "percent")  # what happens once: a missing last day does not mean that it goes on


@dataclass(frozen=True)
class Standing:
    """Where a penalty stands: its last state and amount, what the clause gave a right to, whether notice was given."""

    state: str
    amount_ore: int
    entitled_ore: int
    last_on: date
    needs_notice: bool = False
    is_noticed: bool = True


@dataclass(frozen=True)
class Step:
    """What somebody wants to do with it; the same state once more corrects the amount or fills in the number."""

    state: str
    happened_on: date
    amount_ore: int
    reason: str = ""
    registration_number: str = ""


def obstacles(now: Standing, step: Step, today: date) -> tuple[str, ...]:
    """Why the step may not be taken, as codes, every one of them; none: it may."""
    reason = step.reason.strip()
    waives = step.state == "waived"
    found = {
        "penalty_no_such_move": step.state != now.state and step.state not in NEXT[now.state],
        "penalty_day_ahead": step.happened_on > today,
        "penalty_day_before_last": step.happened_on < now.last_on,
        "penalty_amount_negative": step.amount_ore < 0,
        "penalty_waive_reason": waives and len(reason) < SHORTEST_REASON,
        "penalty_waive_number": waives and not step.registration_number.strip(),
        "penalty_lower_reason": not waives and step.amount_ore < now.amount_ore and not reason,
        "penalty_higher_reason": not waives
        and step.amount_ore > max(now.entitled_ore, now.amount_ore)
        and len(reason) < SHORTEST_REASON,
        "penalty_no_notice": step.state == "claimed" != now.state and now.needs_notice and not now.is_noticed,
    }
    return tuple(code for code, holds in found.items() if holds)


def claim_by(
    unit: str, from_on: date, to_on: date | None, claim_within_days: int | None, usual_days: int
) -> date | None:
    """The last day to claim: so many days after the last day late, as the contract says, else as is usual here.

    None while the delay goes on: the time has not begun.
    """
    last = to_on or (from_on if unit in SINGLE else None)
    return (
        None if last is None else last + timedelta(days=usual_days if claim_within_days is None else claim_within_days)
    )
