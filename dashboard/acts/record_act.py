"""Record what was done or drawn up in a case, and take back what was recorded by mistake."""

from datetime import date, datetime
from typing import Any

from dashboard.acts.in_case import log, open_case_as_seen
from dashboard.acts.perform import perform
from dashboard.people import Person
from dashboard.rules.deviations.free_text import evidence as evidence_text
from dashboard.rules.deviations.free_text import free_text, needed_text
from dashboard.rules.deviations.free_text import registration_number as number_text
from dashboard.rules.deviations.records import permission_for, record_obstacles, recording_role
from data_access.engine import Connection
from data_access.errors import Conflict, Refused
from data_access.writes import escalation
from data_access.writes.changes import require_version

AFTER_THE_END = ("final_report",)  # asked for by the move that ends a case
HIGHEST_STEP = 4


def record_act(
    person: Person,
    key: str,
    now: datetime,
    case_id: int,
    seen: int,
    *,
    kind: str,
    done_on: date,
    deadline_on: date | None = None,
    verdict: bool | None = None,
    note: str | None = None,
    evidence: str | None = None,
    registration_number: str | None = None,
    document_state: str | None = None,
    is_confidential: bool = False,
) -> int | None:
    """Saves the record on the case's present step, with the role it was made in, and gives its id.

    An ended case takes nothing more but its final report. Legal counsel alone records the legal assessment and the
    consent to go down a step; only they and the chief purchasing officer approve a fast track. The note of a
    confidential record is never in the log.
    """

    def deed(connection: Connection) -> int:
        if kind in AFTER_THE_END:
            require_version(escalation.read_case(connection, case_id), seen)
        else:
            open_case_as_seen(connection, case_id, seen)
        role = recording_role(kind, person.roles)
        if role is None:
            raise Refused("record_not_yours", object_type="escalation_case", object_id=case_id)
        record = {
            "case_id": case_id,
            "kind": kind,
            "step": min(escalation.read_step(connection, case_id)[0], HIGHEST_STEP),
            "done_on": done_on,
            "deadline_on": deadline_on,
            "verdict": verdict,
            "note": free_text(note, "note"),
            "evidence": evidence_text(evidence),
            "registration_number": number_text(registration_number),
            "document_state": document_state,
            "is_confidential": is_confidential,
            "role": role,
        }
        if codes := record_obstacles(record, now.date()):
            raise Refused(codes[0], codes=tuple(codes), object_type="escalation_case", object_id=case_id)
        record_id = escalation.write_record(connection, record | {"who": person.key, "at": now, "version": 1})
        escalation.change_case(connection, case_id, seen, {})
        log(connection, person, now, "record_act", ("case_record", record_id), None, _loggable(record))
        return record_id

    return perform(permission_for(kind), person, key, now, deed)


def withdraw_record(person: Person, key: str, now: datetime, record_id: int, seen: int, reason: str) -> int | None:
    """Says that a record was made by mistake; it is kept, and counts no more.

    Raises Refused where only another role may record such a thing, and Conflict where it is withdrawn already.
    """

    def deed(connection: Connection) -> int:
        record = escalation.read_record(connection, record_id)
        require_version(record, seen)
        open_case_as_seen(connection, record["case_id"])
        if recording_role(record["kind"], person.roles) is None:
            raise Refused("record_not_yours", object_type="case_record", object_id=record_id)
        if record["withdrawn_at"] is not None:
            raise Conflict("record_withdrawn")
        why = needed_text(reason, "reason")
        values = {"withdrawn_at": now, "withdrawn_by": person.key, "withdrawn_reason": why}
        escalation.change_record(connection, record_id, seen, values)
        escalation.touch_case(connection, record["case_id"])
        logged = {"withdrawn_at": now, "withdrawn_by": person.key}
        log(connection, person, now, "withdraw_record", ("case_record", record_id), record, logged, reason=why)
        return record_id

    return perform("withdraw_record", person, key, now, deed)


def _loggable(record: dict[str, Any]) -> dict[str, Any]:
    """What the log may hold: of a confidential record neither the note nor where the paper is."""
    hidden = {"note", "evidence"} if record["is_confidential"] else set()
    return {name: value for name, value in record.items() if value is not None and name not in hidden}
