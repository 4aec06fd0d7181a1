"""Suppliers and every name or number they appear under. Fixed columns, those of the table."""

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.frames import read_frame
from data_access.tables.suppliers import supplier, supplier_alias


def read_suppliers(connection: Connection) -> pl.DataFrame:
    """Every supplier, merged-away ones too."""
    return read_frame(connection, select(supplier).order_by(supplier.c.id))


def read_supplier_aliases(connection: Connection) -> pl.DataFrame:
    """Every key a supplier is known by: `supplier_id`, `key`, `name`, `kind`."""
    return read_frame(connection, select(supplier_alias).order_by(supplier_alias.c.id))
