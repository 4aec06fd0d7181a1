"""Name who acts in a role in a case."""

from datetime import datetime

from dashboard.acts.in_case import log, open_case_as_seen
from dashboard.acts.perform import perform
from dashboard.people import Person
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.queries.parties import has_role
from data_access.writes import escalation


def name_member(
    person: Person, key: str, now: datetime, case_id: int, seen: int, role: str, person_id: int | None
) -> int | None:
    """Names the person for the role from today, in place of whoever had it; None names nobody. Gives the case's id.

    Raises Refused (`person_lacks_role`) for somebody who does not have the role or is no longer here.
    """

    def deed(connection: Connection) -> int:
        open_case_as_seen(connection, case_id, seen)
        if person_id is not None and not has_role(connection, person_id, role):
            raise Refused("person_lacks_role", object_type="escalation_case", object_id=case_id)
        member = escalation.read_member(connection, case_id, role)
        before = None if member is None else member["person_id"]
        if before == person_id:
            return case_id
        escalation.write_member(connection, case_id, role, person_id, now.date())
        escalation.change_case(connection, case_id, seen, {})
        of = ("escalation_case", case_id)
        log(connection, person, now, "name_member", of, {role: before}, {role: person_id})
        return case_id

    return perform("name_member", person, key, now, deed)
