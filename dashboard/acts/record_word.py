"""Record what an audit found, and what a supplier says itself."""

from datetime import date, datetime

from dashboard.acts.perform import perform
from dashboard.people import Person
from dashboard.rules.deviations.free_text import evidence as evidence_text
from dashboard.rules.deviations.free_text import needed_text
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.queries import parties
from data_access.writes.audit import write_audit
from data_access.writes.supplier_word import write_audit_result, write_supplier_comment

RESULTS = ("green", "yellow", "red")
RATINGS = range(1, 6)


def record_audit_result(
    person: Person,
    key: str,
    now: datetime,
    *,
    supplier_id: int,
    source: str,
    result: str,
    assessed_on: date,
    reference: str | None,
) -> int | None:
    """Saves one result and gives its id. Raises Refused where the day is to come or the result is no traffic light."""

    def deed(connection: Connection) -> int:
        holder = _holder(connection, supplier_id, "audit_result")
        _require_past(assessed_on, now.date(), "audit_result")
        if result not in RESULTS:
            raise Refused("audit_result_unknown", object_type="audit_result")
        facts = {
            "supplier_id": holder,
            "source": needed_text(source, "source", 100),
            "result": result,
            "assessed_on": assessed_on,
            "reference": evidence_text(reference),
        }
        row_id = write_audit_result(connection, facts | {"recorded_by": person.key, "recorded_at": now})
        after = {**facts, "assessed_on": assessed_on.isoformat()}
        write_audit(
            connection,
            at=now,
            who=person.key,
            act="record_audit_result",
            object_type="audit_result",
            object_id=row_id,
            after=after,
        )
        return row_id

    return perform("record_audit_result", person, key, now, deed)


def record_comment(
    person: Person,
    key: str,
    now: datetime,
    *,
    supplier_id: int,
    contract_id: int | None,
    said_on: date,
    comment: str,
    self_rating: int | None,
    would_use_again: bool | None,
) -> int | None:
    """Saves what the supplier said and whether we would use it again; gives the row's id."""

    def deed(connection: Connection) -> int:
        holder = _holder(connection, supplier_id, "supplier_comment")
        _require_past(said_on, now.date(), "supplier_comment")
        if contract_id is not None and holder not in parties.read_contract_parties(connection, contract_id):
            raise Refused("supplier_not_on_contract", object_type="supplier_comment")
        if self_rating is not None and self_rating not in RATINGS:
            raise Refused("rating_out_of_range", object_type="supplier_comment")
        facts = {
            "supplier_id": holder,
            "contract_id": contract_id,
            "said_on": said_on,
            "comment": needed_text(comment, "comment"),
            "self_rating": self_rating,
            "would_use_again": would_use_again,
        }
        row_id = write_supplier_comment(connection, facts | {"recorded_by": person.key, "recorded_at": now})
        after = {**facts, "said_on": said_on.isoformat()}
        write_audit(
            connection,
            at=now,
            who=person.key,
            act="record_comment",
            object_type="supplier_comment",
            object_id=row_id,
            after=after,
        )
        return row_id

    return perform("record_comment", person, key, now, deed)


def _holder(connection: Connection, supplier_id: int, about: str) -> int:
    """The supplier as it is today, should it have been merged into another since the form was opened."""
    found = parties.read_supplier_now(connection, supplier_id)
    if found is None:
        raise Refused("supplier_unknown", object_type=about)
    return found


def _require_past(day: date, today: date, about: str) -> None:
    if not date(2000, 1, 1) <= day <= today:
        raise Refused("day_impossible", object_type=about)
