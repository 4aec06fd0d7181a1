"""What others say of a supplier, and what it says itself. Fixed columns, those of the table."""

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.frames import read_frame
from data_access.tables.follow_up import audit_result, supplier_comment


def read_audit_results(connection: Connection) -> pl.DataFrame:
    """Every audit result, the oldest first."""
    return read_frame(connection, select(audit_result).order_by(audit_result.c.assessed_on, audit_result.c.id))


def read_supplier_comments(connection: Connection) -> pl.DataFrame:
    """Every comment of a supplier, the oldest first."""
    return read_frame(connection, select(supplier_comment).order_by(supplier_comment.c.said_on, supplier_comment.c.id))
