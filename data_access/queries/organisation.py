"""The municipality's own units and the names sources give them. Fixed columns, those of the table."""

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.frames import read_frame
from data_access.tables.organisation import org_unit, org_unit_alias


def read_units(connection: Connection) -> pl.DataFrame:
    """Every unit; `is_in_scope` is false for the companies."""
    return read_frame(connection, select(org_unit).order_by(org_unit.c.id))


def read_unit_aliases(connection: Connection) -> pl.DataFrame:
    """Every key a unit is known by."""
    return read_frame(connection, select(org_unit_alias).order_by(org_unit_alias.c.id))
