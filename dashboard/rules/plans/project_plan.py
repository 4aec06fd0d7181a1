"""The project plan of one procurement: its milestones, scheduled backwards from the day the contract must hold.

The days are those the decision dates rest on, so that the plan starts on the day they say. A tender period is never
shorter than the law's, and nothing is signed before the standstill is over; the review buffer lies between the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.rules.decisions.standstill import first_signing_day, standstill_ends
from dashboard.rules.working_days import is_working_day

DAY = timedelta(days=1)
# In order, each with its zone.
ZONES: Mapping[str, int] = {
    "start": 1,
    "needs_done": 1,
    "market_done": 1,
    "published": 2,
    "tenders_in": 2,
    "evaluated": 2,
    "awarded": 2,
    "standstill_over": 2,
    "signed": 2,
    "implemented": 3,
}
# Of the days of preparation a third each for the needs, the market and the documents; a fifth of those of the
# evaluation for the decision. The office's own division: no source gives one.
THIRDS, FIFTHS = 3, 5
# Days between notice and last day to tender where tenders are electronic: LOU 11 kap. 6 § for an open procedure, and
# 11 kap. 3 and 7 §§ for one with an application first, 30 and 25. Below the threshold the law says a reasonable time.
LEAST_TENDER_DAYS: Mapping[str, int] = {"open": 30, "selective": 55}
# No standstill is asked for where competition is renewed within a framework, nor for a direct award (20 kap. 2 §).
WITH_STANDSTILL = ("below_threshold", "open", "selective")
STANDSTILL = 11  # ten days and the day of signing


@dataclass(frozen=True)
class Days:
    """The days of each part of a procurement, and those set aside for a `review`."""

    preparation: int
    publication: int
    evaluation: int
    signing: int
    transition: int
    review: int


def schedule(needed_on: date, days: Days, procedure: str) -> dict[str, date]:
    """Milestone -> the last day for it, a working day, in the order of ZONES; `needed_on` is the first day to hold.

    Without a standstill there is no `standstill_over`.
    """
    awarded = days.transition + days.review + days.signing
    published = awarded + days.evaluation + days.publication
    third = days.preparation // THIRDS
    before = {
        "implemented": 0,
        "signed": days.transition,
        "awarded": awarded,
        "evaluated": awarded + days.evaluation // FIFTHS,
        "tenders_in": awarded + days.evaluation,
        "published": published,
        "market_done": published + third,
        "needs_done": published + 2 * third,
        "start": published + days.preparation,
    }
    found: dict[str, date] = {}
    last = date.max
    for key, offset in before.items():
        day = min(_back(needed_on - offset * DAY), last)
        if key == "awarded" and procedure in WITH_STANDSTILL:
            day = _before_standstill(day, found["signed"])
            found["standstill_over"] = standstill_ends(day)
        if key == "published":
            day = min(day, _back(found["tenders_in"] - LEAST_TENDER_DAYS.get(procedure, 0) * DAY))
        found[key] = last = day
    return {key: found[key] for key in ZONES if key in found}


def warnings(days: Days, procedure: str) -> list[str]:
    """Codes of what the lead times ask that the law does not allow; the schedule follows the law."""
    too_short = days.publication < LEAST_TENDER_DAYS.get(procedure, 0)
    no_standstill = procedure in WITH_STANDSTILL and days.signing < STANDSTILL
    found = {"tender_period_short": too_short, "standstill_short": no_standstill}
    return [code for code, holds in found.items() if holds]


def _back(day: date) -> date:
    while not is_working_day(day):
        day -= DAY
    return day


def _before_standstill(awarded: date, signed: date) -> date:
    """The day itself, or the last one before it that lets the standstill end before the signing."""
    while first_signing_day(awarded) > signed:
        awarded = _back(awarded - DAY)
    return awarded
