"""Record that a planned follow-up was done. Without evidence it is kept, and does not count."""

from datetime import date, datetime

from dashboard.acts.perform import perform
from dashboard.people import Person
from dashboard.rules.deviations.free_text import evidence as evidence_text
from dashboard.rules.deviations.free_text import free_text
from dashboard.rules.follow_up.allowed import COVERS, done_obstacles
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.writes.audit import write_audit
from data_access.writes.changes import logged
from data_access.writes.follow_up import read_plan_row, write_activity

LONGEST = 200


def record_follow_up(
    person: Person,
    key: str,
    now: datetime,
    plan_id: int,
    seen: int,
    *,
    done_on: date,
    covers: str | None,
    result: str | None,
    evidence: str | None,
) -> int | None:
    """Saves it and gives its id. `covers` is the kind of requirement that was gone through too, None for none.

    Raises Refused for a day that has not been, and Conflict where somebody recorded the same follow-up meanwhile.
    """

    def deed(connection: Connection) -> int:
        codes = [*done_obstacles(done_on, now.date()), *(["covers_unknown"] if covers not in (None, *COVERS) else [])]
        if codes:
            raise Refused(codes[0], codes=tuple(codes), object_type="follow_up_plan", object_id=plan_id)
        planned = read_plan_row(connection, plan_id)
        proof = free_text(evidence_text(evidence), "evidence", LONGEST)
        kept = {
            "done_on": done_on,
            "covers": covers,
            "result": free_text(result, "result", LONGEST),
            "evidence": proof,
        }
        activity_id = write_activity(connection, plan_id, seen, kept)
        write_audit(
            connection,
            at=now,
            who=person.key,
            act="record_follow_up",
            object_type="contract",
            object_id=planned["contract_id"],
            after={name: logged(value) for name, value in ({"plan_id": plan_id} | kept).items()},
        )
        return activity_id

    return perform("record_follow_up", person, key, now, deed)
