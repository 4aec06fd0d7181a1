"""Say whether a name in a register is a supplier we know."""

from datetime import datetime

from data_access.engine import writing
from data_access.writes.matching import accept_proposal, dismiss_proposal


def answer_proposal(proposal_id: int, is_same: bool, who: str, now: datetime) -> None:
    """Saves the answer. Raises Conflict where somebody answered first."""
    with writing() as connection:
        (accept_proposal if is_same else dismiss_proposal)(connection, proposal_id, who, now)
