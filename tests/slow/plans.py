"""The schedule of one procurement, found by counting back a day at a time and looking at every condition anew."""

from datetime import date, timedelta

from dashboard.rules.plans.project_plan import Days
from dashboard.rules.working_days import is_working_day

DAY = timedelta(days=1)
PROCEDURES_WITH_STANDSTILL = {"below_threshold", "open", "selective"}


def slow_schedule(needed_on: date, days: Days, procedure: str) -> dict[str, date]:
    """As `schedule`: every part is counted from the day the contract must hold."""
    found = {"implemented": _worked(needed_on), "signed": _worked(_minus(needed_on, days.transition))}
    end_of_tender_part = days.transition + days.review + days.signing
    awarded = min(_worked(_minus(needed_on, end_of_tender_part)), found["signed"])
    if procedure in PROCEDURES_WITH_STANDSTILL:
        while _standstill_over(awarded) >= found["signed"]:
            awarded = _worked(awarded - DAY)
        found["standstill_over"] = _standstill_over(awarded)
    found["awarded"] = awarded
    total = end_of_tender_part + days.evaluation
    found["evaluated"] = min(_worked(_minus(needed_on, end_of_tender_part + days.evaluation // 5)), awarded)
    found["tenders_in"] = min(_worked(_minus(needed_on, total)), found["evaluated"])
    total += days.publication
    published = min(_worked(_minus(needed_on, total)), found["tenders_in"])
    least = {"open": 30, "selective": 55}.get(procedure, 0)
    while (found["tenders_in"] - published).days < least or not is_working_day(published):
        published -= DAY
    found["published"] = published
    third = days.preparation // 3
    found["market_done"] = min(_worked(_minus(needed_on, total + third)), published)
    found["needs_done"] = min(_worked(_minus(needed_on, total + third + third)), found["market_done"])
    found["start"] = min(_worked(_minus(needed_on, total + days.preparation)), found["needs_done"])
    return found


def _minus(day: date, days: int) -> date:
    for _ in range(days):
        day -= DAY
    return day


def _worked(day: date) -> date:
    while not is_working_day(day):
        day -= DAY
    return day


def _standstill_over(awarded: date) -> date:
    """Ten days after the day of the award, moved on to a working day."""
    day = awarded
    for _ in range(10):
        day += DAY
    while not is_working_day(day):
        day += DAY
    return day
