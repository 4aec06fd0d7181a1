"""Planning values for lead times and review buffers: dated rows with a source. Fixed columns, those of the table."""

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.frames import read_frame
from data_access.tables.lead_times import lead_time, review_buffer


def read_lead_times(connection: Connection) -> pl.DataFrame:
    """The days of each part of a procurement, by procedure and complexity."""
    return read_frame(connection, select(lead_time).order_by(lead_time.c.id))


def read_review_buffers(connection: Connection) -> pl.DataFrame:
    """The days set aside for a review, by the risk that there will be one."""
    return read_frame(connection, select(review_buffer).order_by(review_buffer.c.id))
