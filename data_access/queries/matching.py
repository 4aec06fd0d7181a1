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
