"""Fill in the registration number (diarienummer) of a formal act, or of the whole case."""

from datetime import datetime

from dashboard.acts.in_case import log
from dashboard.acts.perform import perform
from dashboard.people import Person
from dashboard.rules.deviations.free_text import registration_number as number_text
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.writes import escalation
from data_access.writes.changes import require_version

WHAT = ("record", "case")


def register_act(
    person: Person, key: str, now: datetime, what: str, object_id: int, seen: int, registration_number: str
) -> int | None:
    """Saves the number of a "record" or a "case" and gives its id; an ended case can be registered too.

    A move on the ladder is never changed: it has the number it was made with, or its case's. Raises Refused
    (`registration_number_missing`, `registration_number_shape`), and Conflict where somebody was first.
    """

    def deed(connection: Connection) -> int:
        values = {"registration_number": number_text(registration_number)}
        if values["registration_number"] is None:
            raise Refused("registration_number_missing")
        row = (escalation.read_record if what == "record" else escalation.read_case)(connection, object_id)
        require_version(row, seen)
        if what == "record":
            escalation.change_record(connection, object_id, seen, values)
            escalation.touch_case(connection, row["case_id"])
        else:
            escalation.change_case(connection, object_id, seen, values)
        of = "case_record" if what == "record" else "escalation_case"
        log(connection, person, now, "register_act", (of, object_id), row, values)
        return object_id

    if what not in WHAT:
        raise ValueError(what)
    return perform("register_act", person, key, now, deed)
