"""A SELECT as a Polars frame whose types come from the tables, never from the first rows."""

import polars as pl
from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Connection,
    Date,
    DateTime,
    Float,
    Integer,
    Numeric,
    Select,
    String,
)
from sqlalchemy.types import TypeEngine


def polars_type(sql: TypeEngine[object]) -> pl.DataType:
    """The Polars type of a column type: whole numbers become Int64, JSON becomes text."""
    match sql:
        case Boolean():
            return pl.Boolean()
        case BigInteger() | Integer():
            return pl.Int64()
        case Float():
            return pl.Float64()
        case Numeric():
            return pl.Decimal(18, max(sql.scale or 0, 4))
        case DateTime():
            return pl.Datetime("us")
        case Date():
            return pl.Date()
        case String():
            return pl.String()
        case JSON():
            return pl.Object()
    raise TypeError(f"no Polars type for {sql!r}")


def read_frame(connection: Connection, query: Select[tuple[object, ...]]) -> pl.DataFrame:
    """The rows of `query`; the frame's columns and types are those of the query's columns."""
    schema = {column.name: polars_type(column.type) for column in query.selected_columns}
    rows = [tuple(row) for row in connection.execute(query)]
    return pl.DataFrame(rows, schema=schema, orient="row")
