"""Whether a move is allowed, written a second time from the specification's table and sharing nothing with the rules.

Only what a case is (`CaseFacts`) is the same. Working days are counted by looking at every day.
"""

from datetime import date, datetime, timedelta

import holidays

from dashboard.rules.escalation.facts import CaseFacts, Record

TABLE = {
    (0, "indicator_warning"): 1,
    (1, "deviation_confirmed"): 2,
    (2, "action_plan_failed"): 3,
    (3, "decision_terminate"): 4,
    (4, "settled"): 5,
    (3, "remedy_verified"): 2,
    (2, "plan_closed"): 1,
    (1, "monitoring_ok"): 0,
    (0, "fast_track"): 3,
    (1, "fast_track"): 3,
    (2, "fast_track"): 3,
    (4, "withdraw"): 3,
}
UPPER = {"team_leader", "legal_counsel", "chief_purchasing_officer"}
NEEDED = {
    0: {"contract_controller"},
    1: {"contract_controller"},
    2: {"contract_controller", "team_leader", "chief_purchasing_officer"},
    3: UPPER,
    4: UPPER,
    5: set(),
}
MAY_MOVE = NEEDED | {3: UPPER | {"contract_controller"}, 4: UPPER | {"contract_controller"}}  # R (?)
_CLOSED = holidays.country_holidays("SE", years=range(2020, 2060), categories=("public", "de_facto"))


def slow_allows(event: str, facts: CaseFacts, today: date, roles: set[str], reason: str, number: str | None) -> bool:
    """Whether somebody with `roles` may make the move today."""
    step = 0
    for one in facts.events:
        step = one.to_step
    if facts.closed_on or (step, event) not in TABLE:
        return False
    to_step = TABLE[step, event]
    if not reason.strip() or not roles & MAY_MOVE[max(step, to_step) if to_step != 5 else 4]:
        return False
    if NEEDED[to_step] - set(facts.members):
        return False
    came_on = facts.events[-1].happened_on if facts.events else facts.opened_on
    came_at = facts.events[-1].at if facts.events else None
    here = [one for one in facts.records if not one.is_withdrawn and one.done_on >= came_on]
    match event:
        case "indicator_warning":
            return facts.is_contract_active
        case "deviation_confirmed":
            return _step_2(facts, here, today)
        case "action_plan_failed":
            return _plan_failed(facts, came_on, today)
        case "decision_terminate":
            return _terminate(facts, here, today)
        case "settled":
            return {"settlement", "handover"} <= {one.kind for one in here}
        case "remedy_verified":
            agreed = _newest([one for one in here if one.kind == "lowering_agreed" and one.role == "legal_counsel"])
            unsolved = [one for one in facts.deviations if one.state in ("confirmed", "remedied") and one.severity != 1]
            return not unsolved and agreed is not None and agreed.verdict is not False
        case "plan_closed":
            verified = [one.verified_on is not None for one in facts.items]
            return bool(verified) and all(verified) and _quiet_days(facts, today) >= 60
        case "monitoring_ok":
            return _quiet_days(facts, today) >= 30
        case "fast_track":
            return len(reason.strip()) >= 50 and _two_approve(facts, came_at)
        case _:
            return _withdraw(here, number)


def working_days(first: date, last: date) -> int:
    """After the one and up to the other."""
    count = 0
    while first < last:
        first += timedelta(days=1)
        count += first.weekday() < 5 and first not in _CLOSED
    return count


def _newest(records: list[Record]) -> Record | None:
    return max(records, key=lambda one: (one.done_on, one.at, one.id), default=None)


def _step_2(facts: CaseFacts, here: list[Record], today: date) -> bool:
    recent = 0
    for one in facts.deviations:
        if one.state in ("confirmed", "remedied"):
            if one.severity in (2, 3, 4):
                return True
            if one.severity == 1 and working_days(one.observed_on, today) > 20:
                return True
        if one.state in ("confirmed", "remedied", "verified") and 0 <= (today - one.observed_on).days <= 90:
            recent += 1
    if recent >= 3 or any(one.kind == "supplier_disputes" for one in here):
        return True
    for contact in [one for one in here if one.kind == "contact"]:
        replies = [one for one in facts.records if one.kind == "supplier_reply" and not one.is_withdrawn]
        is_answered = any(one.done_on >= contact.done_on for one in replies)
        has_time = contact.deadline_on is not None and today <= contact.deadline_on
        if not is_answered and not has_time and working_days(contact.done_on, today) > 10:
            return True
    return False


def _plan_failed(facts: CaseFacts, came_on: date, today: date) -> bool:
    climbed_on = [one.happened_on for one in facts.events if one.from_step < 2 <= one.to_step][-1]
    plans = [one for one in facts.records if one.kind == "action_plan" and not one.is_withdrawn]
    plans = sorted((one for one in plans if one.done_on >= climbed_on), key=lambda one: (one.done_on, one.at, one.id))
    if not plans:
        return False
    unsolved = [one for one in facts.deviations if one.state in ("confirmed", "remedied")]
    undone = [one for one in facts.items if one.verified_on is None]
    late = [one for one in undone if one.due_on < today]
    late_deviations = [one for one in unsolved if one.due_on and one.due_on < today]
    plan_late = plans[0].deadline_on is not None and plans[0].deadline_on < today and (undone or unsolved)
    if late or late_deviations or plan_late:
        return True
    for penalty in facts.penalties:
        if penalty.is_cap_reached and penalty.state != "waived":
            return True
        if penalty.state in ("decided", "invoiced", "received") and unsolved:
            return True
    return _came_again(facts, max(plans[0].done_on, came_on))


def _came_again(facts: CaseFacts, since: date) -> bool:
    seen = []
    for one in facts.deviations:
        if one.state in ("confirmed", "remedied", "verified") and one.category:
            seen.append((one.category, one.observed_on))
            if one.reopened_on:
                seen.append((one.category, one.reopened_on))
    for category, again in seen:
        for other, before in seen:
            if category == other and before < again and again > since:
                months = (again.year - before.year) * 12 + again.month - before.month
                day_before = before.day
                last_of_month = (again.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
                if months < 6 or (months == 6 and again.day <= min(day_before, last_of_month.day)):
                    return True
    return False


def _terminate(facts: CaseFacts, here: list[Record], today: date) -> bool:
    sent = [one for one in here if one.kind == "notice_of_breach" and one.document_state not in ("draft", "memo")]
    notice = _newest(sent)
    if notice is None or notice.deadline_on is None:
        return False
    is_at_once = facts.events[-1].event == "fast_track" and notice.deadline_on <= notice.done_on
    if not is_at_once and today <= notice.deadline_on:
        return False
    written = [one for one in here if one.kind == "legal_assessment" and one.document_state != "draft"]
    assessment = _newest([one for one in written if one.role == "legal_counsel"])
    decision = _newest([one for one in here if one.kind == "termination_decision"])
    has_plan = any(one.kind == "continuity_plan" and not one.is_withdrawn for one in facts.records)
    is_found = assessment is not None and assessment.verdict is True
    return is_found and decision is not None and decision.verdict is not False and has_plan


def _quiet_days(facts: CaseFacts, today: date) -> int:
    days = [one.observed_on for one in facts.deviations if one.state != "dismissed"]
    days += [one.reopened_on for one in facts.deviations if one.state != "dismissed" and one.reopened_on]
    return (today - (max(days) if days else facts.opened_on)).days


def _two_approve(facts: CaseFacts, came_at: datetime | None) -> bool:
    answers: dict[tuple[str, str], Record] = {}
    for one in sorted(facts.records, key=lambda each: (each.done_on, each.at, each.id)):
        if (
            one.kind == "fast_track_approval"
            and not one.is_withdrawn
            and one.role
            and (not came_at or one.at >= came_at)
        ):
            answers[one.role, one.who] = one
    yes = {key for key, one in answers.items() if one.verdict is not False}
    chiefs = {who for role, who in yes if role == "chief_purchasing_officer"}
    counsels = {who for role, who in yes if role == "legal_counsel"}
    return any(chief != counsel for chief in chiefs for counsel in counsels)


def _withdraw(here: list[Record], number: str | None) -> bool:
    declared = [one for one in here if one.kind == "declaration_of_termination"]
    is_declared = any(one.document_state not in ("draft", "memo") for one in declared)
    if is_declared and not any(one.kind == "settlement_agreement" for one in here):
        return False
    decision = _newest([one for one in here if one.kind == "termination_decision"])
    is_decided = decision is not None and decision.verdict is False and bool(decision.registration_number)
    return is_decided or bool(number and number.strip())
