"""The action plan of a case: what the supplier is to do and by when, and whether it was done."""

from datetime import date, datetime

from dashboard.acts.in_case import log, open_case_as_seen, require_past
from dashboard.acts.perform import perform
from dashboard.people import Person
from dashboard.rules.deviations.free_text import needed_text
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.writes import escalation
from data_access.writes.changes import require_version


def plan_action(
    person: Person,
    key: str,
    now: datetime,
    case_id: int,
    seen: int,
    *,
    description: str,
    owner: str,
    start_on: date,
    due_on: date,
) -> int | None:
    """Adds something to the plan and gives its id. Raises Refused where it would be due before it starts."""

    def deed(connection: Connection) -> int:
        open_case_as_seen(connection, case_id, seen)
        if due_on < start_on:
            raise Refused("due_before_start", object_type="escalation_case", object_id=case_id)
        item = {
            "case_id": case_id,
            "description": needed_text(description, "description"),
            "owner": needed_text(owner, "owner", 100),
            "start_on": start_on,
            "due_on": due_on,
        }
        item_id = escalation.write_action_item(connection, item | {"version": 1})
        escalation.change_case(connection, case_id, seen, {})
        log(connection, person, now, "plan_action", ("action_item", item_id), None, item)
        return item_id

    return perform("plan_action", person, key, now, deed)


def finish_action(
    person: Person,
    key: str,
    now: datetime,
    item_id: int,
    seen: int,
    *,
    done_on: date | None,
    verified_on: date | None,
) -> int | None:
    """Says that the supplier has done it, that we have looked at it, or neither after all; gives its id."""

    def deed(connection: Connection) -> int:
        item = escalation.read_action_item(connection, item_id)
        require_version(item, seen)
        open_case_as_seen(connection, item["case_id"])
        for field, day in (("done_on", done_on), ("verified_on", verified_on)):
            if day is not None:
                require_past(day, now.date(), field)
        if verified_on is not None and (done_on is None or verified_on < done_on):
            raise Refused("verified_before_done", object_type="action_item", object_id=item_id)
        values = {"done_on": done_on, "verified_on": verified_on}
        escalation.change_action_item(connection, item_id, seen, values)
        escalation.touch_case(connection, item["case_id"])
        log(connection, person, now, "finish_action", ("action_item", item_id), item, values)
        return item_id

    return perform("plan_action", person, key, now, deed)
