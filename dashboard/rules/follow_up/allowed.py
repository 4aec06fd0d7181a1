"""What may be written about follow-up: days that can be, methods there are, and when a checklist can be handed over."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from dashboard.rules.follow_up.proposal import Proposed
from dashboard.rules.follow_up.risk_class import SCORES

METHODS = ("prisutveckling", "moten", "miljo_verksamhetssystem", "csr", "kvalitet_sla", "hallbarhetskollen_audit")
COVERS = ("social", "labour", "gender", "climate", "quality", "sla", "it", "other")
OUTCOMES = ("met", "partly", "not_met")
CHECKLIST = (  # the items of the presentation's checklist, in its order
    "metrics",
    "supplier_evaluation",
    "assortment",
    "ordering",
    "dialogue",
    "spend",
    "satisfaction",
    "market",
    "compliance",
    "training",
)
FIRST_DAY = date(2000, 1, 1)
FARTHEST = timedelta(days=5 * 365)
MOST_AT_ONCE = 100


def score_obstacles(scores: Mapping[str, int | None]) -> list[str]:
    """All six scores are given, each 1 to 4."""
    given = [scores.get(name) for name in SCORES]
    return [] if all(one is not None and 1 <= one <= 4 for one in given) else ["scores_incomplete"]


def plan_obstacles(rows: Iterable[Proposed], today: date, ends_on: date | None) -> list[str]:
    """What is planned is something, by a known method, from today on, at most five years ahead, within the contract."""
    planned = list(rows)
    if not planned or len(planned) > MOST_AT_ONCE:
        return ["nothing_to_plan" if not planned else "too_many_to_plan"]
    days = [one.planned_on for one in planned]
    stands = {
        "follow_up_method": any(one.method not in METHODS for one in planned),
        "planned_day": min(days) < today or max(days) > today + FARTHEST,
        "planned_after_end": ends_on is not None and max(days) > ends_on,
    }
    return [code for code, is_so in stands.items() if is_so]


def done_obstacles(done_on: date, today: date) -> list[str]:
    """What was done was done today or earlier, and in this century."""
    return [] if FIRST_DAY <= done_on <= today else ["done_day"]


def outcome_obstacles(outcome: str, checked_on: date, evidence: str | None, today: date) -> list[str]:
    """A requirement is met, partly met or not met on a day that has been; met or partly met only with evidence."""
    stands = {
        "outcome_unknown": outcome not in OUTCOMES,
        "outcome_evidence": outcome in ("met", "partly") and evidence is None,
    }
    return [*done_obstacles(checked_on, today), *(code for code, is_so in stands.items() if is_so)]


def requirement_obstacles(method: str, due_on: date, today: date) -> list[str]:
    """A requirement is to be checked by a known method, from today on, at most five years ahead."""
    return plan_obstacles([Proposed(due_on, method)], today, None)


def handover_obstacles(unplanned: int) -> list[str]:
    """A checklist can be handed over when every requirement in it says how and when it will be checked."""
    return ["requirements_unplanned"] if unplanned else []


def receive_obstacles(handed_over_by: str, is_received: bool, person: str) -> list[str]:
    """A checklist is received once, and not by whoever handed it over."""
    if is_received:
        return ["already_received"]
    return ["own_handover"] if handed_over_by == person else []
