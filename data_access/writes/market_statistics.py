"""Takes the official procurement statistics into SQL: a later file of the same year takes the earlier one's place."""

import polars as pl
from sqlalchemy import Connection, delete, select

from data_access.importers.headed_sheet import ReadSheet
from data_access.tables.procurements import market_statistic
from data_access.writes.bulk import insert_with_ids
from data_access.writes.imports import write_import_state


def take_statistics(connection: Connection, read: ReadSheet, import_id: int) -> tuple[int, ...]:
    """Adds the rows, and takes away those of earlier files that share a year; gives the imports that gave way."""
    years = read.frame["year"].unique().to_list()
    shares_year = market_statistic.c.year.in_(years) & (market_statistic.c.import_id != import_id)
    earlier = tuple(connection.execute(select(market_statistic.c.import_id).where(shares_year).distinct()).scalars())
    for one in earlier:
        undo_statistics(connection, one)
        write_import_state(connection, one, "replaced")
    rows = read.frame.drop("row").with_columns(import_id=pl.lit(import_id))
    insert_with_ids(connection, market_statistic, rows)
    return earlier


def undo_statistics(connection: Connection, import_id: int) -> None:
    """Takes the import's rows away."""
    connection.execute(delete(market_statistic).where(market_statistic.c.import_id == import_id))
