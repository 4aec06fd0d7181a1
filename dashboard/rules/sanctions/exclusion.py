"""Which cases may be told of in a later procurement, until when, and how well they are documented.

A contracting authority may exclude a supplier that showed serious or persistent deficiencies in a material requirement
of an earlier contract, where that led to early termination, damages or a comparable sanction (LOU 13:3 p 5), within
three years of it (13:3 a); the supplier is heard (13:4), may show that it has mended its ways (13:5), and gets the
reasons in writing (13:7). Below the thresholds this holds by 19:17. It is a "may", tried by a person in each
procurement: nothing here says that a supplier is or should be excluded.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dashboard.rules.escalation.facts import CaseFacts
from dashboard.rules.escalation.grounds import add_months

Deficiency = Literal["serious", "persistent"]
Sanction = Literal["termination", "damages", "penalty"]
Light = Literal["green", "amber", "red", "no_data"]

SERIOUS = 3  # the severity from which a deviation is serious
USABLE_MONTHS = 36  # LOU 13:3 a
CLAIMED = ("claimed", "decided", "invoiced", "received")
DECIDED = ("decided", "invoiced", "received")
HEARD = ("supplier_reply", "supplier_disputes", "meeting")
ESSENTIAL = frozenset({"complaint", "heard", "sanction"})


@dataclass(frozen=True)
class CaseEvidence:
    """A case, and what its facts do not say.

    `claimed_on`: the first day each penalty that is not waived was claimed. `damages_on`: the days deviations were
    closed with damages. `unnamed`: confirmed deviations that name no requirement and no clause. `unregistered`: formal
    acts without a registration number.
    """

    facts: CaseFacts
    claimed_on: tuple[date, ...] = ()
    damages_on: tuple[date, ...] = ()
    unnamed: int = 0
    unregistered: int = 0


@dataclass(frozen=True)
class Ground:
    """A deficiency with a sanction: when the sanction came, and the last day it may be told of."""

    case_id: int
    contract_id: int
    deficiency: Deficiency
    sanction: Sanction
    event_on: date
    usable_until: date


@dataclass(frozen=True)
class Point:
    """One thing a well documented case has; `lacking`: how many of it lack, where that can be counted."""

    code: str
    is_there: bool
    lacking: int = 0

    @property
    def is_essential(self) -> bool:
        """Whether the evidence cannot stand without it."""
        return self.code in ESSENTIAL


@dataclass(frozen=True)
class Judged:
    """A case with its grounds, the latest first, and how well it is documented."""

    case_id: int
    grounds: tuple[Ground, ...]
    points: tuple[Point, ...]

    @property
    def light(self) -> Light:
        """Green: nothing lacks. Red: something essential does. No data: the case gives no ground at all."""
        if not self.grounds:
            return "no_data"
        lacks = [one for one in self.points if not one.is_there]
        return "red" if any(one.is_essential for one in lacks) else "amber" if lacks else "green"

    def usable_until(self, today: date) -> date | None:
        """The last day the latest ground may be told of; None where there is none any more."""
        return max((one.usable_until for one in self.grounds if one.usable_until >= today), default=None)


def judged(case: CaseEvidence) -> Judged:
    """The case's grounds and documentation."""
    return Judged(case.facts.id, grounds(case), points(case))


def best(cases: list[Judged], today: date) -> Judged | None:
    """Of the cases that may still be told of the best documented, and of equals the one usable longest."""
    order = ("green", "amber", "red")
    usable = [(order.index(one.light), day, one) for one in cases if (day := one.usable_until(today))]
    return min(usable, key=lambda found: (found[0], -found[1].toordinal(), found[2].case_id))[2] if usable else None


def grounds(case: CaseEvidence) -> tuple[Ground, ...]:
    """Each sanction of a case that shows a serious or persistent deficiency, the latest first."""
    lacking = deficiency(case.facts)
    if lacking is None:
        return ()
    ended = terminated_on(case.facts)
    days: list[tuple[date, Sanction]] = [(day, "penalty") for day in case.claimed_on]
    days += [(day, "damages") for day in case.damages_on]
    days += [(ended, "termination")] if ended else []
    return tuple(
        Ground(case.facts.id, case.facts.contract_id, lacking, sanction, day, add_months(day, USABLE_MONTHS))
        for day, sanction in sorted(days, reverse=True)
    )


def deficiency(facts: CaseFacts) -> Deficiency | None:
    """Serious: a confirmed deviation of severity 3 or 4. Persistent: one kind again, one reopened, or a failed plan."""
    confirmed = [one for one in facts.deviations if one.counts]
    if any((one.severity or 0) >= SERIOUS for one in confirmed):
        return "serious"
    kinds = Counter(one.category for one in confirmed if one.category)
    has_failed = any(one.event == "action_plan_failed" for one in facts.events)
    is_again = any(count > 1 for count in kinds.values()) or any(one.reopened_on for one in confirmed)
    return "persistent" if confirmed and (has_failed or is_again) else None


def terminated_on(facts: CaseFacts) -> date | None:
    """The day of the declaration of termination, else of the decision; None where it was withdrawn or never made."""
    climb = facts.climb_to(4)
    if climb is None or facts.step < 4:
        return None
    declared = next((one for one in facts.done("declaration_of_termination", climb.happened_on) if one.is_sent), None)
    return declared.done_on if declared else climb.happened_on


def points(case: CaseEvidence) -> tuple[Point, ...]:
    """What is there and what lacks, in the order it is done."""
    facts = case.facts
    was_told = any(one.complained_on for one in facts.deviations if one.counts)
    return (
        Point("requirement", not case.unnamed, case.unnamed),
        Point("complaint", was_told or _is_done(facts, "complaint")),
        Point("heard", any(_is_done(facts, kind) for kind in HEARD)),
        Point("notice", _is_done(facts, "notice_of_breach")),
        Point("legal", _is_done(facts, "legal_assessment")),
        Point("sanction", is_sanction_decided(case)),
        Point("numbers", not case.unregistered, case.unregistered),
    )


def is_sanction_decided(case: CaseEvidence) -> bool:
    """Whether somebody has decided: a penalty, the termination, or damages taken."""
    decisions = case.facts.done("termination_decision")
    is_penalty = any(one.state in DECIDED for one in case.facts.penalties)
    return is_penalty or bool(case.damages_on) or any(one.verdict is not False for one in decisions)


def _is_done(facts: CaseFacts, kind: str) -> bool:
    return any(one.is_sent for one in facts.done(kind))
