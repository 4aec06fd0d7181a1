"""Take a penalty a step on, lower or waive it, or fill in the number it lacks; each is a row that is never undone."""

from datetime import datetime
from typing import Any

from dashboard.acts.perform import perform
from dashboard.acts.sanction_log import log
from dashboard.people import Person
from dashboard.rules.deviations.free_text import free_text, registration_number
from dashboard.rules.sanctions.delegations import delegated
from dashboard.rules.sanctions.penalty_moves import DECISIONS, Standing, Step, obstacles
from dashboard.sanction_words import require
from data_access.engine import Connection
from data_access.queries import sanctions, steps
from data_access.writes.sanctions import add_penalty_event, change_one, read_one, touch_case


def move_penalty(person: Person, key: str, now: datetime, penalty_id: int, seen: int, step: Step) -> int | None:
    """Saves the step and gives the penalty's id.

    A decision that no delegation covers is saved, and the log says that none was found: the rule is a warning, since
    what the municipality has delegated may not all be written down here. Raises Refused with every reason why not,
    and Conflict where somebody else moved it first.
    """

    def deed(connection: Connection) -> int:
        before, last = _as_it_is(connection, penalty_id, seen)
        clause = read_one(connection, "penalty_clause", before["clause_id"])
        reason, number = free_text(step.reason, "reason"), registration_number(step.registration_number)
        amount_ore = last["amount_ore"] if step.state == "waived" else step.amount_ore  # all of it is waived
        kept = Step(step.state, step.happened_on, amount_ore, reason or "", number or "")
        noticed = not clause["needs_notice"] or sanctions.is_noticed(connection, before)
        standing = Standing(
            last["state"],
            last["amount_ore"],
            before["entitled_ore"],
            last["happened_on"],
            clause["needs_notice"],
            noticed,
        )
        require(obstacles(standing, kept, now.date()), "penalty", penalty_id)
        values = {"state": kept.state, "happened_on": kept.happened_on, "amount_ore": kept.amount_ore}
        values |= {"reason": reason, "registration_number": number}
        _save(connection, person, now, before, values)
        after = values | _right(connection, person, kept)
        log(connection, person, now, "move_penalty", ("penalty", penalty_id), after, last, reason)
        return penalty_id

    return perform("move_penalty", person, key, now, deed)


def register_penalty(person: Person, key: str, now: datetime, penalty_id: int, seen: int, number: str) -> int | None:
    """Fills in the registration number of where the penalty stands, as a row of its own with the same state."""

    def deed(connection: Connection) -> int:
        before, last = _as_it_is(connection, penalty_id, seen)
        kept = registration_number(number)
        require([] if kept else ["penalty_number_missing"], "penalty", penalty_id)
        same = {name: last[name] for name in ("state", "happened_on", "amount_ore", "reason")}
        _save(connection, person, now, before, same | {"registration_number": kept})
        after = {"registration_number": kept}
        log(connection, person, now, "register_penalty", ("penalty", penalty_id), after, last)
        return penalty_id

    return perform("register_act", person, key, now, deed)


def _as_it_is(connection: Connection, penalty_id: int, seen: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """The penalty and its last event. Moves the version at once: Conflict where it is not the one seen."""
    before = read_one(connection, "penalty", penalty_id)
    change_one(connection, "penalty", penalty_id, seen, {})
    return before, sanctions.read_standing(connection, before)


def _save(
    connection: Connection, person: Person, now: datetime, penalty: dict[str, Any], values: dict[str, Any]
) -> None:
    add_penalty_event(connection, penalty["id"], values | {"who": person.key, "at": now})
    touch_case(connection, penalty["case_id"])


def _right(connection: Connection, person: Person, step: Step) -> dict[str, object]:
    """By which delegation a decision was taken, for the log; null where none was found."""
    if step.state not in DECISIONS:
        return {}
    rows = steps.read_delegations(connection)
    found = delegated(rows, "penalty", person.roles, step.amount_ore, step.happened_on)
    return {"delegation": None if found is None else found["registration_number"] or found["source"]}
