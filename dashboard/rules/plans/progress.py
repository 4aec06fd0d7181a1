"""How far a procurement has come on its milestones: what is done, what is late, and what is next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.rules.decisions.standstill import standstill_ends
from dashboard.rules.plans.project_plan import ZONES

# What a stage says is done when it is entered, and what a state of the line says.
OF_STAGE = {"planning": "start", "market": "needs_done", "procure": "market_done", "manage": "implemented"}
SIGNED_STAGE = "implement"
OF_STATE = {"started": "start", "published": "published", "awarded": "awarded", "signed": "signed"}
OF_PROCUREMENT = {
    "project_start_on": "start",
    "published_on": "published",
    "tender_deadline_on": "tenders_in",
    "award_notice_sent_on": "awarded",
    "contract_signed_on": "signed",
}
PLANNED = {"start": "planned_start_on", "published": "planned_publish_on", "signed": "planned_sign_on"}
DONE, DONE_LATE, LATE, BEHIND, COMING = "done", "done_late", "late", "behind", "coming"
PASSED = (DONE, DONE_LATE)


@dataclass(frozen=True)
class Milestone:
    """`due_on`: the last day for it. `done_on` may be null for one that must be done since a later one is.

    `state`: late after its last day; behind where only the day it was planned for has passed.
    """

    key: str
    zone: int
    due_on: date
    planned_on: date | None
    done_on: date | None
    state: str


def done_days(entered: Mapping[str, date], procurement: Mapping[str, Any] | None, today: date) -> dict[str, date]:
    """Milestone -> the day it was reached, by today. `entered`: stage -> day; the procurement's own days win."""
    stages = OF_STAGE | {SIGNED_STAGE: "signed"}
    found = {stages[stage]: day for stage, day in entered.items() if stage in stages}
    if procurement is not None:
        found |= {key: procurement[name] for name, key in OF_PROCUREMENT.items() if procurement[name] is not None}
    if "awarded" in found:
        found |= {"evaluated": found["awarded"], "standstill_over": standstill_ends(found["awarded"])}
    return {key: day for key, day in found.items() if day <= today}


def milestones(
    due: Mapping[str, date], line: Mapping[str, Any] | None, done: Mapping[str, date], today: date
) -> tuple[Milestone, ...]:
    """Every milestone of `due` (as `schedule` gives it) in order; `line` is the row of plan_item, null for none.

    One is done where it has a day, or where a later one is done or the line's state says so.
    """
    order = list(due)
    told = OF_STATE.get(line["state"], "") if line else ""
    reached = max((order.index(key) for key in (*done, told) if key in due), default=-1)
    found = []
    for place, (key, day) in enumerate(due.items()):
        planned = line[PLANNED[key]] if line and key in PLANNED else None
        done_on = done.get(key)
        passed = DONE_LATE if done_on is not None and done_on > day else DONE
        state = passed if place <= reached else _ahead(day, planned, today)
        found.append(Milestone(key, ZONES[key], day, planned, done_on, state))
    return tuple(found)


def _ahead(due_on: date, planned_on: date | None, today: date) -> str:
    if due_on < today:
        return LATE
    return BEHIND if planned_on is not None and planned_on < today else COMING


def next_of(found: tuple[Milestone, ...]) -> Milestone | None:
    """The first milestone that is not done; None where all are."""
    return next((one for one in found if one.state not in PASSED), None)
