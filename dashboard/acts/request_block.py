"""Ask for a block on ordering from a supplier, for one contract or for all."""

from datetime import datetime

from dashboard.acts.perform import perform
from dashboard.acts.sanction_log import log
from dashboard.people import Person
from dashboard.rules.deviations.free_text import needed_text
from dashboard.sanction_words import require
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.queries import parties, sanctions
from data_access.writes.sanctions import touch_case, write_new


def request_block(
    person: Person,
    key: str,
    now: datetime,
    *,
    supplier_id: int,
    contract_id: int | None = None,
    case_id: int | None = None,
    reason: str,
) -> int | None:
    """Saves the request and gives its id; no contract: all orders to the supplier. Refused where there is one."""

    def deed(connection: Connection) -> int:
        if parties.read_supplier_now(connection, supplier_id) != supplier_id:
            raise Refused("supplier_unknown", object_type="erp_block")
        on_contract = set() if contract_id is None else parties.read_contract_parties(connection, contract_id)
        found = {
            "block_open": sanctions.has_open_block(connection, supplier_id, contract_id),
            "penalty_supplier": bool(on_contract) and supplier_id not in on_contract,
            "penalty_about": not sanctions.is_about(connection, case_id, None, contract_id, supplier_id),
        }
        require([code for code, holds in found.items() if holds], "erp_block")
        about = {"supplier_id": supplier_id, "contract_id": contract_id, "case_id": case_id}
        why = needed_text(reason, "reason")
        kept = about | {"requested_on": now.date(), "requested_by": person.key}
        block_id = write_new(connection, "erp_block", kept | {"reason": why})
        touch_case(connection, case_id)
        log(connection, person, now, "request_block", ("erp_block", block_id), kept, reason=why)
        return block_id

    return perform("request_block", person, key, now, deed)
