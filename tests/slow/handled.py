"""Whether one contract's gate is handled and its work begun, read decision by decision and line by line."""

from datetime import date, timedelta
from typing import Any

Row = dict[str, Any]
DAY = timedelta(days=1)


def slow_handled(contract: Row, decisions: list[Row], items: list[Row], day: date) -> Row:
    """The decision that handles the gate of `contract` on `day`, with its kind and day; nothing where none does."""
    answer: Row = {"decision_id": None, "decision_kind": None, "decided_on": None, "is_handled": False}
    known = [one for one in decisions if one["decided_on"] <= day]
    for one in sorted(known, key=lambda row: row["id"]):
        if one["contract_id"] != contract["id"] or one["kind"] in ("undo", "extend", "sanction"):
            continue
        if any(other["undoes_id"] == one["id"] for other in known):
            continue
        lines = [item for item in items if item["decision_id"] == one["id"]]
        if one["kind"] == "reprocure" and any(item["state"] == "cancelled" for item in lines):
            continue
        seen = one["end_before_on"] if one["new_end_on"] is None else one["new_end_on"]
        if seen == contract["current_end"]:
            answer = {
                "decision_id": one["id"],
                "decision_kind": one["kind"],
                "decided_on": one["decided_on"],
                "is_handled": True,
            }
    return answer


def slow_begun(contract: Row, items: list[Row], stages: list[Row], day: date) -> bool:
    """Whether any line of the plan for the contract is at work on what follows."""
    gate = contract["decision_gate"] or contract["gate_no_later_than"]
    for item in items:
        if item["contract_id"] != contract["id"] or item["state"] == "cancelled":
            continue
        entered = [one for one in stages if one["plan_item_id"] == item["id"] and one["entered_on"] <= day]
        if item["state"] == "planned" and item["procurement_id"] is None and not entered:
            continue
        if item["state"] == "signed" and gate is not None and item["needed_on"] < gate:
            continue
        return True
    return False


def slow_alert_from(gate: date | None, lead: int | None, margin: int) -> date | None:
    """Counted back a day at a time."""
    if gate is None or lead is None:
        return None
    for _ in range(lead + margin):
        gate -= DAY
    return gate
