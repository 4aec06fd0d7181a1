"""Decide what becomes of a contract: extend, give notice, procure anew, sanction or let lapse; and undo a decision."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dashboard.acts.in_case import log, open_case_as_seen, require_past
from dashboard.acts.perform import perform
from dashboard.acts.report_deviation import supplier_of
from dashboard.decision_refusals import require
from dashboard.people import Person
from dashboard.rules.decisions import deciding
from dashboard.rules.decisions.deciding import Standpoint, standpoint
from dashboard.rules.deviations.free_text import free_text, needed_text
from dashboard.rules.deviations.free_text import registration_number as number_text
from dashboard.rules.deviations.records import acting_role
from dashboard.rules.permissions import MAY
from dashboard.rules.sanctions.delegations import delegated
from data_access.engine import Connection
from data_access.errors import Conflict, Refused
from data_access.queries import decisions as queries
from data_access.queries.decision_frames import read_decision_frames
from data_access.writes import decisions, escalation


@dataclass(frozen=True)
class Decision:
    """A decision as it is filled in. `option`: the sequence of the option to use, as it was shown.

    `desired_end_on`: of a notice, the last day wanted; else the end of the term, or the first day the notice allows.
    `needed_on`: of a new procurement, where the contract has no end. `case_id`, `supplier_id`: of a sanction.
    """

    kind: str
    reason: str
    forum: str
    decided_on: date
    registration_number: str | None = None
    option: int | None = None
    desired_end_on: date | None = None
    needed_on: date | None = None
    case_id: int | None = None
    supplier_id: int | None = None


def decide(
    person: Person,
    key: str,
    now: datetime,
    contract_id: int,
    seen: int,
    decision: Decision,
    *,
    exhausted_on: date | None = None,
    ceiling_forecast_on: date | None = None,
) -> int | None:
    """Saves the decision and gives its id. `seen` is the contract's newest decision when the form opened, 0 for none.

    The rules are asked with what the transaction sees; the ceiling's days, reached and forecast, are what the ledger
    says. Raises Conflict where somebody decided first, and Refused with every reason, such as the day the way closed.
    A decision that no delegation covers is saved and says so: what is delegated may not all be written down here.
    """
    act = f"decide_{decision.kind}"

    def deed(connection: Connection) -> int:
        require([] if decision.kind in deciding.KINDS else ["decision_kind"], contract_id)
        frames = read_decision_frames(connection, contract_id)
        if frames["one"].is_empty():
            raise Refused("contract_unknown", object_type="contract")
        _require_seen(connection, contract_id, seen)
        require_past(decision.decided_on, now.date(), "decided_on")
        ceiling = {"exhausted_on": exhausted_on, "ceiling_forecast_on": ceiling_forecast_on}
        at = standpoint(frames, now.date(), decision.kind, desired_end_on=decision.desired_end_on, **ceiling)
        _require_open(connection, contract_id, decision, at, now.date())
        values = _typed(decision) | deciding.effect(at, decision.kind)
        kind, value_ore = deciding.DELEGATED.get(decision.kind), None
        if kind is not None:
            value_ore = queries.read_value_ore(connection, contract_id, decision.decided_on)
            amount = deciding.ANY_AMOUNT if value_ore is None else value_ore
            found = delegated(frames["delegation"], kind, person.roles, amount, decision.decided_on)
            values["has_delegation"] = found is not None
        if decision.kind == "sanction":
            values["case_id"] = _case(connection, person, now, contract_id, decision)
        made = _write(connection, person, now, act, contract_id, values)
        if decision.kind == "reprocure":
            _plan(connection, person, now, made, at, decision, value_ore)
        return made

    return perform(act, person, key, now, deed, moves_registers=decision.kind in deciding.MOVING)


def undo_decision(
    person: Person, key: str, now: datetime, decision_id: int, seen: int, reason: str, forum: str, number: str | None
) -> int | None:
    """Undoes a decision by a new one and gives the new one's id; an end that was moved is where it was again.

    Raises Conflict where it is undone already or somebody decided since, and Refused where its time has begun, a later
    extension rests on it, or the procurement it put into the plan has begun.
    """

    def deed(connection: Connection) -> int:
        undone = decisions.read_one(connection, "contract_decision", decision_id)
        contract_id = undone["contract_id"]
        if decisions.find_undoing(connection, decision_id) is not None:
            raise Conflict(f"decision {decision_id} is undone")
        _require_seen(connection, contract_id, seen)
        item = decisions.find_plan_item(connection, decision_id)
        standing = queries.read_standing_decisions(connection, contract_id)
        require(deciding.undo_obstacles(undone, standing, item, now.date()), contract_id)
        typed = Decision("undo", reason, forum, now.date(), number)
        values = _typed(typed) | {"undoes_id": decision_id, "end_before_on": undone["new_end_on"]}
        if item is not None:
            decisions.cancel_plan_item(connection, item["id"])
        return _write(connection, person, now, "undo_decision", contract_id, values)

    return perform("undo_decision", person, key, now, deed, moves_registers=True)


def _require_seen(connection: Connection, contract_id: int, seen: int) -> None:
    last = queries.read_last_decision(connection, contract_id)
    if last != seen:
        raise Conflict(f"decision {seen} was the newest seen, it is {last} now")


def _require_open(connection: Connection, contract_id: int, decision: Decision, at: Standpoint, today: date) -> None:
    standing = queries.read_standing_decisions(connection, contract_id)
    plan = {one["id"]: decisions.find_plan_item(connection, one["id"]) for one in standing}
    stands = deciding.in_the_way(standing, plan, at.dates["current_end"])
    codes = deciding.obstacles(at, decision.kind, decision.option, stands, today)
    if decision.kind == "reprocure" and deciding.needed_on(at) is None and decision.needed_on is None:
        codes.append("plan_needed_on")
    require(codes, contract_id, closed_on=at.way["turned_on"] if at.way else None)


def _typed(decision: Decision) -> dict[str, Any]:
    """What a person wrote, as it is kept. Raises Refused for what cannot be."""
    reason = free_text(decision.reason, "reason") or ""
    if len(reason) < deciding.SHORTEST_REASON:
        raise Refused("decision_reason_short", object_type="contract", least=deciding.SHORTEST_REASON)
    return {
        "kind": decision.kind,
        "decided_on": decision.decided_on,
        "forum": needed_text(decision.forum, "forum", 100),
        "reason": reason,
        "registration_number": number_text(decision.registration_number),
    }


def _write(
    connection: Connection, person: Person, now: datetime, act: str, contract_id: int, values: dict[str, Any]
) -> int:
    by = {"who": person.key, "role": acting_role(person.roles & MAY[act]), "at": now}
    made = decisions.write_new(connection, "contract_decision", {**values, **by, "contract_id": contract_id})
    shown = {name: value for name, value in values.items() if value is not None and name != "reason"}
    before = {"new_end_on": values["end_before_on"]} if values.get("new_end_on") else None
    of = ("contract_decision", made)
    log(connection, person, now, act, of, before, {"contract_id": contract_id} | shown, reason=values["reason"])
    return made


def _case(connection: Connection, person: Person, now: datetime, contract_id: int, decision: Decision) -> int:
    """The case the sanction is dealt with in: the one named, the one that is open, or a new one."""
    if decision.case_id is not None:
        case = open_case_as_seen(connection, decision.case_id)
        require([] if case["contract_id"] == contract_id else ["sanction_case"], contract_id)
        return decision.case_id
    supplier_id = supplier_of(connection, decision.supplier_id, contract_id)
    found = escalation.find_open_case(connection, contract_id, supplier_id)
    if found is not None:
        return found
    made = escalation.write_case(connection, contract_id, supplier_id, person.key, now.date())
    after = {"contract_id": contract_id, "supplier_id": supplier_id}
    log(connection, person, now, "open_case", ("escalation_case", made), None, after)
    return made


def _plan(
    connection: Connection,
    person: Person,
    now: datetime,
    decision_id: int,
    at: Standpoint,
    decision: Decision,
    value_ore: int | None,
) -> None:
    """The line in the procurement plan that the decision makes."""
    contract = at.dates
    category_id, unit_id = queries.read_only_scope(connection, contract["id"])
    latest = contract["reprocure_start_latest"]
    values = {
        "title": contract["title"],
        "contract_id": contract["id"],
        "decision_id": decision_id,
        "category_id": category_id,
        "unit_id": unit_id,
        "estimated_value_ore": value_ore,
        **{name: contract[name] for name in ("procedure", "complexity", "review_risk")},
        "needed_on": deciding.needed_on(at) or decision.needed_on,
        "planned_start_on": max(latest, now.date()) if latest else None,
        "responsible": contract["owner"],
        "state": "planned",
    }
    made = decisions.write_new(connection, "plan_item", values)
    log(connection, person, now, "plan_procurement", ("plan_item", made), None, values)
