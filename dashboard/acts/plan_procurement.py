"""Keep the procurement plan: a line for each need, the stage it is in, and how many hours there are."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from itertools import pairwise

from dashboard.acts.in_case import log
from dashboard.acts.perform import perform
from dashboard.decision_refusals import require
from dashboard.people import Person
from dashboard.rules.deviations.free_text import free_text, needed_text
from data_access.engine import Connection
from data_access.errors import Conflict, Refused
from data_access.queries.parties import has_contract, has_unit
from data_access.writes import decisions
from data_access.writes.changes import require_version

STATES = ("planned", "started", "published", "awarded", "signed", "cancelled")
STAGES = ("planning", "needs", "market", "procure", "implement", "manage")
SIGNED_STAGES = ("implement", "manage")


@dataclass(frozen=True)
class PlanLine:
    """A line of the plan as it is filled in. Without `contract_id` it is a new need."""

    title: str
    needed_on: date
    contract_id: int | None = None
    successor_id: int | None = None
    procurement_id: int | None = None
    category_id: int | None = None
    unit_id: int | None = None
    estimated_value_ore: int | None = None
    procedure: str | None = None
    complexity: str | None = None
    review_risk: str | None = None
    planned_start_on: date | None = None
    planned_publish_on: date | None = None
    planned_sign_on: date | None = None
    hours: int | None = None
    responsible: str | None = None
    state: str = "planned"


def plan_procurement(
    person: Person, key: str, now: datetime, line: PlanLine, item_id: int | None = None, seen: int | None = None
) -> int | None:
    """Saves the line and gives its id; with an `item_id` the one that is there is changed."""

    def deed(connection: Connection) -> int:
        require(_obstacles(line), item_id, of="plan_item")
        _require_known(connection, line)
        title, responsible = needed_text(line.title, "title", 300), free_text(line.responsible, "responsible", 100)
        kept = asdict(replace(line, title=title, responsible=responsible))
        if item_id is None:
            made = decisions.write_new(connection, "plan_item", kept)
            log(connection, person, now, "plan_procurement", ("plan_item", made), None, kept)
            return made
        before = decisions.read_one(connection, "plan_item", item_id)
        decisions.change_one(connection, "plan_item", item_id, seen or 0, kept)
        log(connection, person, now, "plan_procurement", ("plan_item", item_id), before, kept)
        return item_id

    return perform("plan_procurement", person, key, now, deed)


def advance_plan(
    person: Person, key: str, now: datetime, item_id: int, seen: int, stage: str, entered_on: date
) -> int | None:
    """Takes the line into its next stage, in the order of the zones; the line's state follows."""

    def deed(connection: Connection) -> int:
        item = decisions.read_one(connection, "plan_item", item_id)
        require_version(item, seen)
        last = decisions.read_last_stage(connection, item_id)
        place = STAGES.index(last[0]) + 1 if last else 0
        found = {
            "plan_over": item["state"] == "cancelled",
            "plan_stage": place >= len(STAGES) or STAGES[place] != stage,
            "plan_stage_day": entered_on > now.date() or (last is not None and entered_on < last[1]),
        }
        require([code for code, holds in found.items() if holds], item_id, of="plan_item")
        row = {"plan_item_id": item_id, "stage": stage, "entered_on": entered_on, "who": person.key, "at": now}
        decisions.write_new(connection, "plan_stage", row)
        state = _state(item["state"], stage)
        decisions.change_one(connection, "plan_item", item_id, seen, {"state": state})
        after = {"stage": stage, "entered_on": entered_on, "state": state}
        before = {"stage": last[0] if last else None, "state": item["state"]}
        log(connection, person, now, "advance_plan", ("plan_item", item_id), before, after)
        return item_id

    return perform("advance_plan", person, key, now, deed)


def set_capacity(
    person: Person, key: str, now: datetime, period: int, seen: int, *, officers: float, hours: int, source: str
) -> int | None:
    """Saves how many officers and hours there are in a month (202611); `seen` is 0 where nobody has said before."""

    def deed(connection: Connection) -> int:
        found = {
            "capacity_month": not (200001 <= period <= 209912 and 1 <= period % 100 <= 12),
            "capacity_amounts": not (0 <= officers <= 1_000 and 0 <= hours <= 1_000_000),
        }
        require([code for code, holds in found.items() if holds], None, of="officer_capacity")
        kept = {"officers": officers, "hours": hours, "source": needed_text(source, "source", 200)}
        before = decisions.find_capacity(connection, period)
        if (before["version"] if before else 0) != seen:
            raise Conflict(f"capacity of {period} has changed")
        if before is None:
            made = decisions.write_new(connection, "officer_capacity", kept | {"period": period})
        else:
            made = before["id"]
            decisions.change_one(connection, "officer_capacity", made, seen, kept)
        log(connection, person, now, "set_capacity", ("officer_capacity", made), before, kept)
        return made

    return perform("set_capacity", person, key, now, deed)


def _obstacles(line: PlanLine) -> list[str]:
    days = [line.planned_start_on, line.planned_publish_on, line.planned_sign_on]
    in_order = [day for day in days if day is not None]
    found = {
        "plan_state": line.state not in STATES,
        "plan_days": any(first > second for first, second in pairwise(in_order)),
        "plan_amounts": (line.estimated_value_ore or 0) < 0 or (line.hours or 0) < 0,
        "plan_successor": line.successor_id is not None and line.successor_id == line.contract_id,
    }
    return [code for code, holds in found.items() if holds]


def _require_known(connection: Connection, line: PlanLine) -> None:
    for contract_id in (line.contract_id, line.successor_id):
        if contract_id is not None and not has_contract(connection, contract_id):
            raise Refused("contract_unknown", object_type="plan_item")
    if line.unit_id is not None and not has_unit(connection, line.unit_id):
        raise Refused("unit_unknown", object_type="plan_item")
    for name, row_id in (("procurement", line.procurement_id), ("category", line.category_id)):
        if row_id is not None:
            decisions.require_row(connection, name, row_id)


def _state(state: str, stage: str) -> str:
    """The state a line is in when it enters the stage; one that is further on already stays there."""
    wanted = "signed" if stage in SIGNED_STAGES else "started"
    return max(state, wanted, key=STATES.index)
