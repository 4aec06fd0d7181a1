"""Let deviations come to a case: the open one of the contract and the supplier, or a new one."""

from collections.abc import Sequence
from datetime import datetime

from dashboard.acts.perform import perform
from dashboard.acts.report_deviation import supplier_of
from dashboard.people import Person
from dashboard.rules.deviations.attaching import attaching_obstacles
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.writes import escalation
from data_access.writes.audit import write_audit
from data_access.writes.deviations import attach, read_deviation_rows


def open_case(
    person: Person, key: str, now: datetime, contract_id: int, supplier_id: int, deviation_ids: Sequence[int]
) -> int | None:
    """Opens a case with the deviations and gives its id; where one is open already, they come to that one.

    So two people who open the same case at once get the same case. Raises Refused where a deviation is of other
    parties, dismissed, or in a case already.
    """

    def deed(connection: Connection) -> int:
        supplier_now = supplier_of(connection, supplier_id, contract_id)
        case_id = escalation.find_open_case(connection, contract_id, supplier_now)
        if case_id is None:
            case_id = escalation.write_case(connection, contract_id, supplier_now, person.key, now.date())
            after = {"contract_id": contract_id, "supplier_id": supplier_now}
            write_audit(
                connection,
                at=now,
                who=person.key,
                act="open_case",
                object_type="escalation_case",
                object_id=case_id,
                after=after,
            )
        attach_to(connection, person, now, case_id, (contract_id, supplier_now), deviation_ids)
        return case_id

    return perform("open_case", person, key, now, deed)


def attach_to(
    connection: Connection, person: Person, now: datetime, case_id: int, of: tuple[int, int], ids: Sequence[int]
) -> None:
    """Puts the deviations into the case of these parties (contract, supplier); those in it already stay as they are."""
    rows = read_deviation_rows(connection, ids)
    if len(rows) != len(set(ids)):
        raise Refused("deviation_unknown", object_type="escalation_case", object_id=case_id)
    new = [row for row in rows if row["case_id"] != case_id]
    open_cases = escalation.find_open_cases(connection, [row["case_id"] for row in new])
    codes = tuple(code for row in new for code in attaching_obstacles(row, *of, row["case_id"] in open_cases))
    if codes:
        raise Refused(codes[0], codes=codes, object_type="escalation_case", object_id=case_id)
    if not new:
        return
    attach(connection, [row["id"] for row in new], case_id)
    escalation.touch_case(connection, case_id)
    for row in new:
        write_audit(
            connection,
            at=now,
            who=person.key,
            act="attach_deviation",
            object_type="deviation",
            object_id=row["id"],
            before={"case_id": row["case_id"]},
            after={"case_id": case_id},
        )
