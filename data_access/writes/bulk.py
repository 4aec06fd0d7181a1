"""Many rows at once, with ids known before they are written."""

from collections.abc import Callable
from dataclasses import dataclass, field

import polars as pl
from sqlalchemy import Connection, Table, func, insert, select, text

Insert = Callable[[Connection, Table, pl.DataFrame], pl.DataFrame]


def insert_with_ids(connection: Connection, table: Table, rows: pl.DataFrame) -> pl.DataFrame:
    """Inserts the rows in their order and gives them back with their `id`.

    The ids are chosen here, which the writer's lock makes safe: nobody else writes meanwhile.
    """
    numbered = _numbered(rows, _highest(connection, table))
    _write(connection, table, numbered)
    return numbered


@dataclass
class Waiting:
    """Inserts that get their ids at once and are written later: what needs the ids need not wait for the database."""

    rows: list[tuple[Table, pl.DataFrame]] = field(default_factory=list)

    def insert(self, connection: Connection, table: Table, rows: pl.DataFrame) -> pl.DataFrame:
        """Gives the rows back with their `id`, as `insert_with_ids` does."""
        highest = [int(one["id"][-1]) for other, one in self.rows if other is table and one.height]
        numbered = _numbered(rows, highest[-1] if highest else _highest(connection, table))
        self.rows.append((table, numbered))
        return numbered

    def write(self, connection: Connection) -> None:
        """Inserts all that waits, in the order it came."""
        for table, numbered in self.rows:
            _write(connection, table, numbered)
        self.rows.clear()


def _highest(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.max(table.c.id))).scalar() or 0


def _numbered(rows: pl.DataFrame, highest: int) -> pl.DataFrame:
    return rows.with_columns(id=pl.int_range(highest + 1, highest + 1 + rows.height, dtype=pl.Int64))


def _write(connection: Connection, table: Table, numbered: pl.DataFrame) -> None:
    if numbered.is_empty():
        return
    columns = (column.to_list() for column in numbered.get_columns())  # much quicker than row by row
    values = [dict(zip(numbered.columns, row, strict=True)) for row in zip(*columns, strict=True)]
    connection.execute(insert(table), values)
    move_sequence(connection, table)


def move_sequence(connection: Connection, table: Table) -> None:
    """Lets PostgreSQL's own numbering go on after the highest id; SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        named = f"pg_get_serial_sequence('{table.name}', 'id')"
        connection.execute(text(f'SELECT setval({named}, (SELECT max(id) FROM "{table.name}"))'))
