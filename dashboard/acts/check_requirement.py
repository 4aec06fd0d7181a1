"""Say how and when a requirement of a contract will be checked, and then what came of it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from dashboard.acts.perform import perform
from dashboard.people import Person
from dashboard.rules.deviations.free_text import evidence as evidence_text
from dashboard.rules.follow_up.allowed import outcome_obstacles, requirement_obstacles
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.writes.audit import write_audit
from data_access.writes.changes import changed
from data_access.writes.follow_up import change_requirement, read_requirement_row


def plan_requirement(
    person: Person, key: str, now: datetime, requirement_id: int, seen: int, *, method: str, due_on: date
) -> int | None:
    """Saves how and when. Raises Refused for a method or day that cannot be, Conflict where it was changed first."""

    def deed(connection: Connection) -> int:
        _require(requirement_obstacles(method, due_on, now.date()), requirement_id)
        after = {"check_method": method, "check_due_on": due_on}
        return _changed(connection, "plan_requirement", person, now, requirement_id, seen, after)

    return perform("plan_requirement", person, key, now, deed)


def check_requirement(
    person: Person,
    key: str,
    now: datetime,
    requirement_id: int,
    seen: int,
    *,
    outcome: str,
    checked_on: date,
    evidence: str | None,
) -> int | None:
    """Saves the outcome. Raises Refused where it is met without evidence, Conflict where it was changed first."""

    def deed(connection: Connection) -> int:
        proof = evidence_text(evidence)
        _require(outcome_obstacles(outcome, checked_on, proof, now.date()), requirement_id)
        after = {"outcome": outcome, "checked_on": checked_on, "evidence": proof, "checked_by": person.key}
        return _changed(connection, "check_requirement", person, now, requirement_id, seen, after)

    return perform("check_requirement", person, key, now, deed)


def _require(codes: Sequence[str], requirement_id: int) -> None:
    if codes:
        raise Refused(codes[0], codes=tuple(codes), object_type="requirement", object_id=requirement_id)


def _changed(
    connection: Connection,
    act: str,
    person: Person,
    now: datetime,
    requirement_id: int,
    seen: int,
    after: Mapping[str, object],
) -> int:
    before = read_requirement_row(connection, requirement_id)
    change_requirement(connection, requirement_id, seen, after)
    was, now_is = changed(before, after)
    write_audit(
        connection,
        at=now,
        who=person.key,
        act=act,
        object_type="requirement",
        object_id=requirement_id,
        before=was,
        after=now_is,
    )
    return requirement_id
