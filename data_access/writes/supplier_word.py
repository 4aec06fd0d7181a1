"""Audit results and suppliers' comments: rows are added."""

from collections.abc import Mapping

from sqlalchemy import Connection, insert, select

from data_access.errors import Refused
from data_access.tables.follow_up import audit_result, supplier_comment


def write_audit_result(connection: Connection, row: Mapping[str, object]) -> int:
    """Adds one result and gives its id. Raises Refused where the source has one of the same day already."""
    same = select(audit_result.c.id).where(
        audit_result.c.supplier_id == row["supplier_id"],
        audit_result.c.source == row["source"],
        audit_result.c.assessed_on == row["assessed_on"],
    )
    if connection.execute(same).first() is not None:
        raise Refused("audit_result_known", object_type="audit_result")
    return int(connection.execute(insert(audit_result).values(**row).returning(audit_result.c.id)).scalar_one())


def write_supplier_comment(connection: Connection, row: Mapping[str, object]) -> int:
    """Adds one comment and gives its id."""
    adding = insert(supplier_comment).values(**row).returning(supplier_comment.c.id)
    return int(connection.execute(adding).scalar_one())
