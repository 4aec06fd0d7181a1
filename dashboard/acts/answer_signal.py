"""Answer a signal: make it a deviation, take it to the case, or dismiss it with a reason."""

from datetime import datetime
from typing import Any

from dashboard.acts.perform import perform
from dashboard.people import Person
from dashboard.rules.deviations.free_text import free_text
from dashboard.rules.signals import signal
from dashboard.rules.signals.kind import Signal
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.queries import parties
from data_access.writes.audit import write_audit
from data_access.writes.deviations import write_deviation
from data_access.writes.signals import require_unanswered, write_signal_answer

SHORTEST_REASON = 10
OF = {"object_type": "signal"}

Row = dict[str, Any]


def answer_signal(
    person: Person,
    key: str,
    now: datetime,
    *,
    kind: str,
    supplier_id: int,
    contract_id: int | None,
    case_id: int | None,
    level: float,
    says: str,
    is_accepted: bool,
    reason: str,
    seen: int | None = None,
) -> int | None:
    """Saves the answer and gives its id. Accepted, a signal about a single thing becomes a reported deviation, with its
    arithmetic as the words; one about the whole case is taken on there, for the case is moved by a person.

    `level` is how bad it was: worse, and it is asked again. `seen` is the latest answer there was when the question was
    asked. Raises Refused where a dismissal gives no reason, or there is no case to take it up in, and Conflict where
    somebody has answered since.
    """
    about = signal(kind)
    about_what = {"kind": kind, "supplier_id": supplier_id, "contract_id": contract_id, "case_id": case_id}
    given = about_what | {"level": level, "is_accepted": is_accepted}

    def deed(connection: Connection) -> int:
        why = free_text(reason, "reason") or ""
        holder = _holder(connection, about, given, why)
        require_unanswered(connection, kind, holder, contract_id, seen)
        answer = given | {"supplier_id": holder, "deviation_id": None, "reason": why}
        if is_accepted and not about.proposes_step:
            answer["deviation_id"] = write_deviation(connection, _deviation(answer, about, says, person, now))
        return _write(connection, answer, person, now)

    return perform("answer_signal", person, key, now, deed)


def _holder(connection: Connection, about: Signal, given: Row, why: str) -> int:
    """The supplier as it is registered now, where the answer may be given."""
    if not given["is_accepted"] and len(why) < SHORTEST_REASON:
        raise Refused("dismissal_reason_short", least=SHORTEST_REASON, **OF)
    holder = parties.read_supplier_now(connection, given["supplier_id"])
    if holder is None:
        raise Refused("supplier_unknown", **OF)
    if given["is_accepted"] and about.proposes_step and given["case_id"] is None:
        raise Refused("signal_needs_case", **OF)
    return holder


def _deviation(answer: Row, about: Signal, says: str, person: Person, now: datetime) -> Row:
    """The reported deviation a signal about a single thing becomes."""
    return {
        "supplier_id": answer["supplier_id"],
        "contract_id": answer["contract_id"],
        "description": says,
        "observed_on": now.date(),
        "category": about.category,
        "severity": about.severity,
        "state": "reported",
        "reported_by": person.key,
        "reported_at": now,
        "version": 1,
    }


def _write(connection: Connection, answer: Row, person: Person, now: datetime) -> int:
    """Keeps the answer and logs it."""
    answer_id = write_signal_answer(connection, answer | {"who": person.key, "at": now})
    write_audit(
        connection,
        at=now,
        who=person.key,
        act="answer_signal",
        object_type="signal",
        object_id=answer_id,
        after=answer,
        reason=answer["reason"] or None,
    )
    return answer_id
