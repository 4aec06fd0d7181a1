"""Report that something was not as the contract says: anybody may, in a minute."""

from datetime import date, datetime

from dashboard.acts.perform import perform
from dashboard.people import Person
from dashboard.rules.deviations.completing import observed_obstacles
from dashboard.rules.deviations.free_text import evidence as evidence_text
from dashboard.rules.deviations.free_text import free_text, needed_text
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.queries import parties
from data_access.writes.audit import write_audit
from data_access.writes.changes import logged
from data_access.writes.deviations import write_deviation


def report_deviation(
    person: Person,
    key: str,
    now: datetime,
    *,
    supplier_id: int | None,
    contract_id: int | None,
    description: str,
    observed_on: date,
    place: str | None,
    evidence: str | None,
    unit_id: int | None,
) -> int | None:
    """Saves the report and gives its id. The supplier may be left out where the contract has one only.

    Raises Refused for a day that cannot be, a text that may not be kept, or parties that do not belong together.
    """

    def deed(connection: Connection) -> int:
        typed = {
            "description": needed_text(description, "description"),
            "place": free_text(place, "place", 200),
            "evidence": evidence_text(evidence),
        }
        if codes := observed_obstacles(observed_on, now.date()):
            raise Refused(codes[0], codes=tuple(codes), object_type="deviation")
        if unit_id is not None and not parties.has_unit(connection, unit_id):
            raise Refused("unit_unknown", object_type="deviation")
        facts = {
            "supplier_id": supplier_of(connection, supplier_id, contract_id),
            "contract_id": contract_id,
            "observed_on": observed_on,
            "unit_id": unit_id,
            "state": "reported",
        }
        by = {"reported_by": person.key, "reported_at": now, "version": 1}
        deviation_id = write_deviation(connection, typed | facts | by)
        write_audit(
            connection,
            at=now,
            who=person.key,
            act="report_deviation",
            object_type="deviation",
            object_id=deviation_id,
            after={name: logged(value) for name, value in facts.items()},
        )
        return deviation_id

    return perform("report_deviation", person, key, now, deed)


def supplier_of(connection: Connection, supplier_id: int | None, contract_id: int | None) -> int:
    """The supplier meant, as it is today: the one named, or the only one of the contract.

    Raises Refused (`contract_unknown`, `supplier_needed`, `supplier_unknown`, `supplier_not_on_contract`).
    """
    if contract_id is not None and not parties.has_contract(connection, contract_id):
        raise Refused("contract_unknown", object_type="deviation")
    of_contract = set() if contract_id is None else parties.read_contract_parties(connection, contract_id)
    if supplier_id is None:
        if len(of_contract) != 1:
            raise Refused("supplier_needed", object_type="deviation")
        return of_contract.pop()
    found = parties.read_supplier_now(connection, supplier_id)
    if found is None:
        raise Refused("supplier_unknown", object_type="deviation")
    if of_contract and found not in of_contract:
        raise Refused("supplier_not_on_contract", object_type="deviation")
    return found
