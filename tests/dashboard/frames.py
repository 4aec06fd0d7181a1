"""Frames with the columns and types of the SQL tables, for tests of what works on them."""

import polars as pl

from data_access.queries.frames import polars_type
from data_access.tables import metadata


def empty_table(name: str) -> pl.DataFrame:
    """The table `name` without rows, as a query would give it."""
    return pl.DataFrame(schema={c.name: polars_type(c.type) for c in metadata.tables[name].columns})


def one_row(name: str, /, **values: object) -> pl.DataFrame:
    """One row of the table `name`; what is not said is null."""
    empty = empty_table(name)
    return pl.DataFrame([tuple(values.get(c) for c in empty.columns)], schema=empty.schema, orient="row")


def rows_of(name: str, rows: list[dict[str, object]]) -> pl.DataFrame:
    """Rows of the table `name` with ids from 1; what is not said is null."""
    empty = empty_table(name)
    made = [
        tuple(row.get(column, at if column == "id" else None) for column in empty.columns)
        for at, row in enumerate(rows, start=1)
    ]
    return pl.DataFrame(made, schema=empty.schema, orient="row")
