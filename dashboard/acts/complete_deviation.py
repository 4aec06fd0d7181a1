"""Say of a reported deviation what was breached, what kind and how bad it is, and how it goes on."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from dashboard.acts.open_case import attach_to
from dashboard.acts.perform import perform
from dashboard.people import Person
from dashboard.rules.deviations.completing import Completion, Known, completion_obstacles
from dashboard.rules.deviations.free_text import free_text
from dashboard.rules.deviations.states import CLOSED, TAKEN_UP, is_reopened
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.queries import parties
from data_access.writes import escalation
from data_access.writes.audit import write_audit
from data_access.writes.changes import changed, require_version
from data_access.writes.deviations import change_deviation, read_deviation

ALWAYS = ("state", "note", "credited_ore")  # may be changed even when it is closed


def complete_deviation(
    person: Person,
    key: str,
    now: datetime,
    deviation_id: int,
    seen: int,
    *,
    contract_id: int | None,
    requirement_id: int | None,
    clause: str | None,
    category: str | None,
    severity: int | None,
    complained_on: date | None,
    due_on: date | None,
    remedy: str | None,
    state: str,
    credited_ore: int | None,
    note: str | None,
) -> int | None:
    """Saves what is filled in; once confirmed it comes to the open case of its contract and supplier, if there is one.

    Raises Refused with every reason in `codes`, and Conflict where somebody changed it after it was seen.
    """

    def deed(connection: Connection) -> int:
        row = read_deviation(connection, deviation_id)
        require_version(row, seen)
        new = Completion(
            contract_id=contract_id,
            requirement_id=requirement_id,
            clause=free_text(clause, "clause", 200),
            category=category,
            severity=severity,
            complained_on=complained_on,
            due_on=due_on,
            remedy=remedy,
            state=state,
            credited_ore=credited_ore,
            note=free_text(note, "note"),
        )
        if codes := completion_obstacles(new, _known(connection, row, new), now.date()):
            raise Refused(codes[0], codes=tuple(codes), object_type="deviation", object_id=deviation_id)
        _save(connection, person, now, row, asdict(new) | _days(row, state, now.date()))
        return deviation_id

    return perform("complete_deviation", person, key, now, deed)


def _known(connection: Connection, row: dict[str, Any], new: Completion) -> Known:
    contract_id, requirement = new.contract_id, new.requirement_id
    of_contract = set() if contract_id is None else parties.read_contract_parties(connection, contract_id)
    is_same = contract_id == row["contract_id"]  # the register may have changed since; that stops nobody
    return Known(
        state=row["state"],
        observed_on=row["observed_on"],
        contract_id=row["contract_id"],
        is_in_case=row["case_id"] is not None,
        is_contract_known=contract_id is not None and parties.has_contract(connection, contract_id),
        is_supplier_on_contract=is_same or not of_contract or row["supplier_id"] in of_contract,
        is_requirement_on_contract=(
            requirement is not None and parties.has_requirement(connection, requirement, contract_id)
        ),
        is_changed=any(row[name] != value for name, value in asdict(new).items() if name not in ALWAYS),
    )


def _days(row: dict[str, Any], wanted: str, today: date) -> dict[str, date | None]:
    """The days that follow from the change of state."""
    if is_reopened(row["state"], wanted):
        return {"reopened_on": today, "closed_on": None, "closed_before_on": row["closed_on"]}
    return {"closed_on": today} if wanted in CLOSED and wanted != row["state"] else {}


def _save(connection: Connection, person: Person, now: datetime, row: dict[str, Any], values: dict[str, Any]) -> None:
    before, after = changed(row, values)
    change_deviation(connection, row["id"], row["version"], values)
    write_audit(
        connection,
        at=now,
        who=person.key,
        act="complete_deviation",
        object_type="deviation",
        object_id=row["id"],
        before=before,
        after=after,
    )
    if row["case_id"] is not None:
        escalation.touch_case(connection, row["case_id"])
    if values["state"] in TAKEN_UP:
        of = (values["contract_id"], row["supplier_id"])
        case_id = escalation.find_open_case(connection, *of)
        if case_id is not None:
            attach_to(connection, person, now, case_id, of, [row["id"]])
