"""Tick an item of the presentation's checklist for a contract: it was gone through on a day."""

from datetime import date, datetime

from dashboard.acts.perform import perform
from dashboard.people import Person
from dashboard.rules.deviations.free_text import free_text
from dashboard.rules.follow_up.allowed import CHECKLIST, done_obstacles
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.queries.parties import has_contract
from data_access.writes.audit import write_audit
from data_access.writes.follow_up import write_check


def tick_checklist(
    person: Person, key: str, now: datetime, contract_id: int, *, item: str, done_on: date, note: str | None
) -> int | None:
    """Saves it and gives its id; an item may be gone through again and again. Raises Refused for a day to come."""

    def deed(connection: Connection) -> int:
        codes = [*done_obstacles(done_on, now.date()), *([] if item in CHECKLIST else ["checklist_item_unknown"])]
        if codes:
            raise Refused(codes[0], codes=tuple(codes), object_type="contract", object_id=contract_id)
        if not has_contract(connection, contract_id):
            raise Refused("contract_unknown", object_type="contract", object_id=contract_id)
        facts = {"contract_id": contract_id, "item": item, "done_on": done_on, "note": free_text(note, "note")}
        check_id = write_check(connection, facts | {"who": person.key, "at": now})
        write_audit(
            connection,
            at=now,
            who=person.key,
            act="tick_checklist",
            object_type="contract",
            object_id=contract_id,
            after={"item": item, "done_on": done_on.isoformat()},
        )
        return check_id

    return perform("tick_checklist", person, key, now, deed)
