"""Take away the evidence file of a supplier: who did it, of what and when is written in the log."""

from datetime import date, datetime

from dashboard.acts.perform import perform
from dashboard.people import Person
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.queries import parties
from data_access.writes.audit import write_audit


def export_evidence(
    person: Person,
    key: str,
    now: datetime,
    *,
    supplier_id: int,
    as_of: date,
    edition: int,
    light: str,
    sha256: str,
) -> int | None:
    """Writes that the file was made: of which data, how well documented, and the Word file's fingerprint."""

    def deed(connection: Connection) -> int:
        if parties.read_supplier_now(connection, supplier_id) is None:
            raise Refused("supplier_unknown", object_type="supplier")
        made_of = {"as_of": as_of.isoformat(), "edition": edition, "documentation": light, "sha256": sha256}
        write_audit(
            connection,
            at=now,
            who=person.key,
            act="export_evidence",
            object_type="supplier",
            object_id=supplier_id,
            after=made_of,
        )
        return supplier_id

    return perform("export_evidence", person, key, now, deed)
