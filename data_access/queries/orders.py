"""Purchase orders and their lines. Fixed columns, those of the table."""

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.frames import read_frame
from data_access.tables.orders import order_line, purchase_order


def read_orders(connection: Connection) -> pl.DataFrame:
    """Every purchase order."""
    return read_frame(connection, select(purchase_order).order_by(purchase_order.c.id))


def read_order_lines(connection: Connection) -> pl.DataFrame:
    """Every order line with promised and received day."""
    return read_frame(connection, select(order_line).order_by(order_line.c.id))
