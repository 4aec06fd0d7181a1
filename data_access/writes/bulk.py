"""Many rows at once, with ids known before they are written."""

import polars as pl
from sqlalchemy import Connection, Table, func, insert, select, text


def insert_with_ids(connection: Connection, table: Table, rows: pl.DataFrame) -> pl.DataFrame:
    """Inserts the rows in their order and gives them back with their `id`.

    The ids are chosen here, which the writer's lock makes safe: nobody else writes meanwhile.
    """
    first = (connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1
    numbered = rows.with_columns(id=pl.int_range(first, first + rows.height, dtype=pl.Int64))
    if rows.is_empty():
        return numbered
    columns = (column.to_list() for column in numbered.get_columns())  # much quicker than row by row
    values = [dict(zip(numbered.columns, row, strict=True)) for row in zip(*columns, strict=True)]
    connection.execute(insert(table), values)
    move_sequence(connection, table)
    return numbered


def move_sequence(connection: Connection, table: Table) -> None:
    """Lets PostgreSQL's own numbering go on after the highest id; SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        named = f"pg_get_serial_sequence('{table.name}', 'id')"
        connection.execute(text(f'SELECT setval({named}, (SELECT max(id) FROM "{table.name}"))'))
