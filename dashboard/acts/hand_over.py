"""Hand a contract's requirement checklist over from procurement to contract control, and receive it."""

from datetime import datetime

from dashboard.acts.perform import perform
from dashboard.people import Person
from dashboard.rules.deviations.free_text import free_text
from dashboard.rules.follow_up.allowed import handover_obstacles, receive_obstacles
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.queries.follow_up import is_handed_over, unplanned_requirements
from data_access.queries.parties import has_contract
from data_access.writes.audit import write_audit
from data_access.writes.follow_up import change_handover, read_handover_row, write_handover


def hand_over(person: Person, key: str, now: datetime, contract_id: int, *, note: str | None) -> int | None:
    """Saves the handover and gives its id.

    Raises Refused where it was made before, or a requirement does not say how and when it will be checked.
    """

    def deed(connection: Connection) -> int:
        if not has_contract(connection, contract_id):
            raise Refused("contract_unknown", object_type="contract", object_id=contract_id)
        if is_handed_over(connection, contract_id):
            raise Refused("already_handed_over", object_type="contract", object_id=contract_id)
        unplanned = unplanned_requirements(connection, contract_id)
        if codes := handover_obstacles(unplanned):
            raise Refused(codes[0], codes=tuple(codes), object_type="contract", object_id=contract_id, count=unplanned)
        facts = {"handed_over_on": now.date(), "handed_over_by": person.key, "note": free_text(note, "note")}
        handover_id = write_handover(connection, {"contract_id": contract_id, "version": 1, **facts})
        _log(connection, "hand_over", person, now, contract_id, {"handed_over_on": now.date().isoformat()})
        return handover_id

    return perform("hand_over", person, key, now, deed)


def receive_handover(person: Person, key: str, now: datetime, handover_id: int, seen: int) -> int | None:
    """Says that the checklist is received.

    Raises Refused where it is already, or where it is one's own, and Conflict where somebody was first.
    """

    def deed(connection: Connection) -> int:
        row = read_handover_row(connection, handover_id)
        if codes := receive_obstacles(row["handed_over_by"], row["received_on"] is not None, person.key):
            raise Refused(codes[0], codes=tuple(codes), object_type="contract", object_id=row["contract_id"])
        change_handover(connection, handover_id, seen, {"received_on": now.date(), "received_by": person.key})
        _log(connection, "receive_handover", person, now, row["contract_id"], {"received_on": now.date().isoformat()})
        return handover_id

    return perform("receive_handover", person, key, now, deed)


def _log(
    connection: Connection, act: str, person: Person, now: datetime, contract_id: int, after: dict[str, object]
) -> None:
    write_audit(connection, at=now, who=person.key, act=act, object_type="contract", object_id=contract_id, after=after)
