"""Score a contract's risk: six scores and why; the class in force follows."""

from collections.abc import Mapping
from datetime import datetime

from dashboard.acts.perform import perform
from dashboard.people import Person
from dashboard.rules.deviations.free_text import free_text
from dashboard.rules.follow_up.allowed import score_obstacles
from dashboard.rules.follow_up.risk_class import SCORES, risk_class
from data_access.engine import Connection
from data_access.errors import Conflict, Refused
from data_access.queries.follow_up import last_risk_score
from data_access.queries.parties import has_contract
from data_access.writes.audit import write_audit
from data_access.writes.follow_up import write_risk_score


def score_risk(
    person: Person,
    key: str,
    now: datetime,
    contract_id: int,
    seen: int,
    *,
    scores: Mapping[str, int | None],
    reason: str | None,
) -> int | None:
    """Saves the scoring and gives its id. `seen` is the id of the last scoring when the form opened, 0 for none.

    Raises Refused where a score is missing, and Conflict where somebody scored the contract meanwhile.
    """

    def deed(connection: Connection) -> int:
        if codes := score_obstacles(scores):
            raise Refused(codes[0], codes=tuple(codes), object_type="contract", object_id=contract_id)
        if not has_contract(connection, contract_id):
            raise Refused("contract_unknown", object_type="contract", object_id=contract_id)
        if last_risk_score(connection, contract_id) != seen:
            raise Conflict(f"contract {contract_id} has a newer scoring than {seen}")
        given = {name: int(scores[name] or 0) for name in SCORES}
        why = free_text(reason, "reason")
        by = {"contract_id": contract_id, "scored_on": now.date(), "reason": why, "who": person.key, "at": now}
        score_id = write_risk_score(connection, given | by)
        write_audit(
            connection,
            at=now,
            who=person.key,
            act="score_risk",
            object_type="contract",
            object_id=contract_id,
            before={"risk_score": seen or None},
            after={**given, "risk_class": risk_class(given)},
            reason=why,
        )
        return score_id

    return perform("score_risk", person, key, now, deed)
