"""Move a case on the ladder: one event, logged for good, or a refusal that says everything that stands in the way."""

from datetime import datetime
from typing import Any

from dashboard.acts.in_case import log
from dashboard.acts.perform import perform
from dashboard.people import Person
from dashboard.rules.deviations.free_text import free_text
from dashboard.rules.deviations.free_text import registration_number as number_text
from dashboard.rules.deviations.records import acting_role
from dashboard.rules.escalation.case_facts import facts_of
from dashboard.rules.escalation.moves import Move, move_of
from dashboard.rules.escalation.obstacles import obstacles
from dashboard.rules.escalation.step_rules import StepRules, step_rules
from data_access.engine import Connection
from data_access.errors import Conflict, Refused
from data_access.queries.case_frames import read_case_frames, read_rule_frames
from data_access.writes import escalation
from data_access.writes.changes import require_version


def move_case(
    person: Person,
    key: str,
    now: datetime,
    case_id: int,
    seen: int,
    event: str,
    reason: str,
    registration_number: str | None = None,
) -> int | None:
    """Makes the move that `event` is and gives the case's id; one that ends the case closes it at once.

    Raises Conflict where anything in the case has changed since it was seen, and Refused (`move_refused`, with
    `codes` and `obstacles`) where the rules say no with what the case holds now.
    """

    def deed(connection: Connection) -> int:
        case = escalation.read_case(connection, case_id)
        require_version(case, seen)
        why, number = free_text(reason, "reason") or "", number_text(registration_number)
        facts = facts_of(read_case_frames(connection, case_id), now.date())[case_id]
        rules = step_rules(read_rule_frames(connection), now.date())
        found = obstacles(event, facts, rules, now.date(), person.roles, why, number)
        move = move_of(event, facts.step)
        if found or move is None:
            codes = tuple(one.code for one in found)
            of = {"object_type": "escalation_case", "object_id": case_id}
            raise Refused("move_refused", codes=codes, obstacles=tuple(found), **of)
        step, sequence = escalation.read_step(connection, case_id)
        if step != facts.step:  # the log holds a move of a later day: the clock has been put back
            raise Conflict(f"case {case_id} is on step {step}")
        _write(connection, person, now, case, move, rules, sequence, why, number)
        return case_id

    return perform("move_case", person, key, now, deed)


def _write(
    connection: Connection,
    person: Person,
    now: datetime,
    case: dict[str, Any],
    move: Move,
    rules: StepRules,
    sequence: int,
    reason: str,
    number: str | None,
) -> None:
    row = {
        "case_id": case["id"],
        "sequence": sequence,
        "from_step": move.from_step,
        "to_step": move.to_step,
        "event": move.event,
        "happened_on": now.date(),
        "at": now,
        "who": person.key,
        "role": acting_role(person.roles & set(rules.may_move(move.higher))),
        "reason": reason,
        "registration_number": number,
    }
    escalation.write_event(connection, row)
    escalation.change_case(connection, case["id"], case["version"], {"closed_on": now.date()} if move.closes else {})
    before = {"step": move.from_step, "closed_on": None}
    after = {"step": move.to_step, "event": move.event, "closed_on": now.date() if move.closes else None}
    log(connection, person, now, "move_case", ("escalation_case", case["id"]), before, after, reason=reason)
