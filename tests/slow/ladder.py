"""A supplier's step on a day, read off case by case and event by event."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Any

Row = dict[str, Any]


def slow_steps_by_month(
    events: list[Row], cases: list[Row], active: list[Row], months: Iterable[int], today: date
) -> set[tuple[int, int, int]]:
    """`(supplier_id, period, step)` for each supplier and month."""
    found = set()
    for period in months:
        year, month = divmod(period, 100)
        if (year, month) > (today.year, today.month):
            continue
        day = min(date(year, month, monthrange(year, month)[1]), today)
        for supplier_id in {case["supplier_id"] for case in cases}:
            found.add((supplier_id, period, slow_supplier_step(events, cases, active, supplier_id, day)))
    return found


def slow_supplier_step(events: list[Row], cases: list[Row], active: list[Row], supplier_id: int, day: date) -> int:
    """The highest step of its open cases on contracts in force."""
    highest = 0
    for case in cases:
        if case["supplier_id"] != supplier_id or not _is_open(case, day) or not _holds(active, case, day):
            continue
        step = _step(events, case["id"], day)
        if step <= 4:
            highest = max(highest, step)
    return highest


def _step(events: list[Row], case_id: int, day: date) -> int:
    step = 0
    for event in sorted(events, key=lambda one: one["sequence"]):
        if event["case_id"] == case_id and event["happened_on"] <= day:
            step = event["to_step"]
    return step


def _is_open(case: Row, day: date) -> bool:
    return case["opened_on"] <= day and not (case["closed_on"] and case["closed_on"] <= day)


def _holds(active: list[Row], case: Row, day: date) -> bool:
    (span,) = (one for one in active if one["contract_id"] == case["contract_id"])
    return not (span["from_on"] and span["from_on"] > day) and not (span["to_on"] and span["to_on"] < day)
