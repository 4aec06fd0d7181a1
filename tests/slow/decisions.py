"""The dates and ways of one contract, found by walking day by day and month by month, slowly and without cleverness."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from dashboard.rules.working_days import is_working_day

Row = dict[str, Any]
DAY = timedelta(days=1)


def slow_add_months(day: date, months: int) -> date:
    """One month at a time on the first of the month, then as many days as there are."""
    first, step = day.replace(day=1), 1 if months >= 0 else -1
    for _ in range(abs(months)):
        first = _next_month(first) if step > 0 else (first - DAY).replace(day=1)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def _next_month(first: date) -> date:
    day = first
    while day.month == first.month:
        day += DAY
    return day


def slow_extend_end(end: date, months: int) -> date:
    """The day before the day after, so many months later."""
    return slow_add_months(end + DAY, months) - DAY


def slow_back(day: date) -> date:
    """Back to a day when people are at work."""
    while not is_working_day(day):
        day -= DAY
    return day


def slow_decide_by(deadline: date, buffer: int) -> date:
    """Counted back a day at a time; out of the summer a day at a time."""
    day = deadline
    for _ in range(buffer):
        day -= DAY
    day = slow_back(day)
    if date(day.year, 7, 1) <= day <= date(day.year, 8, 10):
        while day.month > 6:
            day -= DAY
        day = slow_back(day)
    return day


def slow_dates(contract: Row, options: list[Row], today: date, lead: int | None, buffer: int | None) -> Row:
    """The dates of one contract as `with_decision_dates` names them, and what `slow_ways` needs."""
    end, is_open = contract["initial_end_on"], False
    if end is not None and contract["start_on"] is not None and end < contract["start_on"]:
        end = None
    elif end is None:
        is_open = contract["is_until_further_notice"]
    ends = _ends(contract, options, end, today)
    last_days = [day for day in (contract["exhausted_on"], contract.get("ceiling_forecast_on")) if day is not None]
    current, exhausted = ends["current_end"], min(last_days, default=None)
    effective = None
    if current is not None or is_open:
        effective = min((day for day in (current, exhausted) if day is not None), default=None)
    found = {**ends, "is_open": is_open, "effective_end": effective, "notice_deadline": None}
    wanted = contract["desired_end_on"] or current
    if wanted is not None and contract["notice_buyer_months"] is not None:
        found["notice_deadline"] = slow_add_months(wanted, -contract["notice_buyer_months"])
    start = least = None
    if effective is not None and lead is not None:
        least = effective + DAY - timedelta(days=lead)
        start = None if buffer is None else slow_back(least - timedelta(days=buffer))
    found |= {"reprocure_start_latest": start, "least": least}
    return found | {"decision_gate": _gate(found), "gap_days": _gap(found, exhausted, today, lead, buffer)}


def _ends(contract: Row, options: list[Row], end: date | None, today: date) -> Row:
    """Walks through the options, and the terms that follow where it never stops renewing."""
    nothing = dict.fromkeys(("option_call_deadline", "option_decide_by", "next_state", "mode", "extended_end"))
    cut = contract["terminated_on"]
    is_wrong = contract["initial_end_on"] is not None and end is None
    if end is None:
        known = None if is_wrong else cut
        return {**nothing, "current_end": known, "max_end": known, "end_possible": known, "is_endless": False}
    ordered = sorted(options, key=lambda one: one["sequence"])
    is_endless = bool(contract["is_until_further_notice"] and ordered and ordered[-1]["mode"] == "automatic")
    taken = _taken(contract, ordered, end, today)
    months = sum(one["length_months"] for one in ordered if one["sequence"] in taken)
    if is_endless and len(taken) == len(ordered):
        last = ordered[-1]
        ordered = [*ordered, last | {"sequence": 10_000, "call_deadline_on": None, "declined_on": None}]
        while _stop(ordered[-1], contract, slow_extend_end(end, months), renews=True) < today:
            months += last["length_months"]
    current = slow_extend_end(end, months)
    found = nothing | {"is_endless": is_endless, "current_end": _earlier(current, cut)}
    every = slow_extend_end(end, sum(one["length_months"] for one in options))
    found["max_end"] = None if is_endless else _earlier(every, cut)
    found["end_possible"] = found["current_end"]
    left = [one for one in ordered if one["sequence"] not in taken]
    return found if not left else found | _following(contract, left, end, months, today, is_endless)


def _taken(contract: Row, ordered: list[Row], end: date, today: date) -> set[int]:
    taken = {one["sequence"] for one in ordered if one["exercised_on"] is not None and one["exercised_on"] <= today}
    months = 0
    for one in ordered:
        begins = slow_extend_end(end, months)
        is_declined = one["declined_on"] is not None and one["declined_on"] <= today
        if one["sequence"] not in taken:
            is_cut = contract["terminated_on"] is not None and contract["terminated_on"] <= begins
            if one["mode"] != "automatic" or is_declined or is_cut:
                break
            if min(_stop(one, contract, begins, renews=True), begins) >= today:
                break
            taken.add(one["sequence"])
        months += one["length_months"]
    return taken


def _stop(option: Row, contract: Row, begins: date, *, renews: bool) -> Any:
    if option["call_deadline_on"] is not None:
        return option["call_deadline_on"]
    months = option["call_deadline_months"]
    if months is None and option["mode"] == "automatic":
        months = contract["notice_buyer_months"]
    if months is None:
        return begins if renews else None
    return slow_add_months(begins, -months)


def _following(contract: Row, left: list[Row], end: date, months: int, today: date, is_endless: bool) -> Row:
    """The first option that is left, and how far the options that may still be called reach."""
    first, possible, found = left[0], None, {}
    for one in left:
        begins = slow_extend_end(end, months)
        months += one["length_months"]
        deadline = _stop(one, contract, begins, renews=False)
        if deadline is not None and deadline > begins:
            deadline = None
        is_declined = one["declined_on"] is not None and one["declined_on"] <= today
        is_cut = contract["terminated_on"] is not None and contract["terminated_on"] <= begins
        is_lapsed = (deadline or begins) < today or is_cut
        if one is first:
            found["next_state"] = "declined" if is_declined else "lapsed" if is_lapsed else "open"
            found["mode"] = one["mode"]
            found["extended_end"] = slow_extend_end(end, months)
            if deadline is not None and not is_declined:
                found["option_call_deadline"] = deadline
                found["option_decide_by"] = slow_decide_by(deadline, 60 if one["mode"] == "mutual" else 30)
        if is_declined or is_lapsed:
            break
        possible = slow_extend_end(end, months)
    if possible is not None:
        found["end_possible"] = None if is_endless else _earlier(possible, contract["terminated_on"])
    return found


def _earlier(day: date, cut: date | None) -> date:
    return day if cut is None else min(day, cut)


def _gate(found: Row) -> date | None:
    if found["reprocure_start_latest"] is None:
        return None
    if found["next_state"] != "open":
        return found["reprocure_start_latest"]  # type: ignore[no-any-return]
    if found["option_decide_by"] is None:
        return None
    return min(found["option_decide_by"], found["reprocure_start_latest"])


def _gap(found: Row, exhausted: date | None, today: date, lead: int | None, buffer: int | None) -> int | None:
    """Counts the days nobody has a contract."""
    never_ends = found["is_open"] and found["current_end"] is None
    possible = found["effective_end"] if never_ends else found["end_possible"]
    if found["next_state"] == "open" and found["option_call_deadline"] is None:
        return None
    if possible is None or lead is None or buffer is None:
        return None
    if exhausted is not None:
        possible = min(possible, exhausted)
    days, day, ready = 0, possible + DAY, today + timedelta(days=lead + buffer)
    while day < ready:
        days, day = days + 1, day + DAY
    return days


def slow_state(way: str, contract: Row, dates: Row, day: date) -> str:
    """The state on `day` of a way, the facts being those of `dates`; for the ways that turn with the days alone."""
    if way == "reprocure":
        start, least = dates["reprocure_start_latest"], dates["least"]
        if dates["is_open"] and dates["current_end"] is None and dates["effective_end"] is None:
            return "possible"
        if least is None:
            return "unknown"
        if start is not None and day <= start:
            return "possible"
        return "possible_with_risk" if day <= least else "too_late"
    is_ended = dates["current_end"] is not None and dates["current_end"] < day
    if is_ended:
        return "too_late"
    if contract["terminated_on"] is not None:
        return "not_offered"
    if contract["notice_buyer_months"] is None:
        return "unknown"
    if dates["notice_deadline"] is None:
        return "possible" if dates["is_open"] else "unknown"
    return "possible" if day <= dates["notice_deadline"] else "too_late"


def slow_turn(way: str, contract: Row, dates: Row, today: date) -> date:
    """The first day of the state of today, walking back."""
    state, day = slow_state(way, contract, dates, today), today
    while slow_state(way, contract, dates, day - DAY) == state:
        day -= DAY
    return day
