"""Who may record what in a case, and what a record needs."""

from collections.abc import Mapping
from datetime import date

from dashboard.deviation_words import DOCUMENT_STATES, RECORDS

# Only legal counsel says these.
LEGAL_RECORDS = frozenset({"legal_assessment", "lowering_agreed"})
# Both must say yes to a fast track, each for themselves.
APPROVERS = ("chief_purchasing_officer", "legal_counsel")
# A yes or a no, never left open.
NEEDS_VERDICT = LEGAL_RECORDS | {
    "penalty_assessment",
    "penalty_decision",
    "block_assessment",
    "fast_track_approval",
    "termination_decision",
}
# Which of a person's roles they act in, the one that decides most first.
ORDER = (
    "chief_purchasing_officer",
    "legal_counsel",
    "team_leader",
    "contract_controller",
    "management_group",
    "procurement_officer",
    "purchasing_coordinator",
    "operations",
)


def permission_for(kind: str) -> str:
    """What of rules.permissions.MAY is asked for a record of this kind."""
    return "record_legal" if kind in LEGAL_RECORDS else "record_act"


def recording_role(kind: str, roles: frozenset[str]) -> str | None:
    """The role the record is made in; None where no role of the person's may make it."""
    if kind in LEGAL_RECORDS:
        return "legal_counsel" if "legal_counsel" in roles else None
    among = APPROVERS if kind == "fast_track_approval" else ORDER
    return acting_role(roles, among)


def acting_role(roles: frozenset[str], among: tuple[str, ...] = ORDER) -> str | None:
    """The role, of several, that a person acts in."""
    return next((role for role in among if role in roles), None)


def record_obstacles(record: Mapping[str, object], today: date) -> list[str]:
    """A record tells of a day gone by, gives a deadline after it, and says yes or no where that is what it is for."""
    done, deadline = record["done_on"], record["deadline_on"]
    checks = {
        "value_unknown": record["kind"] not in RECORDS or record["document_state"] not in {None, *DOCUMENT_STATES},
        "day_impossible": not (isinstance(done, date) and date(2000, 1, 1) <= done <= today),
        "deadline_before_done": isinstance(done, date) and isinstance(deadline, date) and deadline < done,
        "verdict_needed": record["kind"] in NEEDS_VERDICT and record["verdict"] is None,
    }
    return [code for code, stands in checks.items() if stands]
