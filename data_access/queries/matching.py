"""Proposed supplier matches and merges made. Fixed columns, those of the table."""

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.frames import read_frame
from data_access.tables.suppliers import match_proposal, supplier_merge


def read_match_proposals(connection: Connection) -> pl.DataFrame:
    """Every proposed match of a register's name with a supplier, whatever its state."""
    return read_frame(connection, select(match_proposal).order_by(match_proposal.c.id))


def read_merges(connection: Connection) -> pl.DataFrame:
    """Every merge, undone ones too."""
    return read_frame(connection, select(supplier_merge).order_by(supplier_merge.c.id))


def read_merged_into(connection: Connection) -> dict[int, int]:
    """Where each supplier that is merged away stands now: its id -> the id of the supplier at the end of the chain."""
    query = select(supplier_merge).where(supplier_merge.c.undone_on.is_(None)).order_by(supplier_merge.c.id)
    into: dict[int, int] = {}
    for row in connection.execute(query):
        into = {one: row.into_supplier_id if other == row.from_supplier_id else other for one, other in into.items()}
        into[row.from_supplier_id] = row.into_supplier_id
    return into
