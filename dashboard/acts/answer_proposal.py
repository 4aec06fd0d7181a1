"""Say whether a name in a register is a supplier we know."""

from datetime import datetime

from dashboard.acts.perform import perform
from dashboard.people import Person
from data_access.engine import Connection
from data_access.writes.matching import accept_proposal, dismiss_proposal


def answer_proposal(person: Person, proposal_id: int, is_same: bool, now: datetime) -> None:
    """Saves the answer; the same answer twice, as by a double click, is one. Raises Conflict where it was another."""

    def deed(connection: Connection) -> int:
        (accept_proposal if is_same else dismiss_proposal)(connection, proposal_id, person.key, now)
        return proposal_id

    perform("answer_proposal", person, f"proposal-{proposal_id}-{is_same}", now, deed, moves_registers=True)
