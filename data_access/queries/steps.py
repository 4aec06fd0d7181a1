"""What each step of the ladder asks for, and who may decide what: dated rows. Fixed columns, those of the table."""

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.frames import read_frame
from data_access.tables.escalation import step_obligation, step_role
from data_access.tables.people import delegation


def read_step_roles(connection: Connection) -> pl.DataFrame:
    """Who does, answers for, is asked about and is told of each step."""
    return read_frame(connection, select(step_role).order_by(step_role.c.step, step_role.c.id))


def read_step_obligations(connection: Connection) -> pl.DataFrame:
    """What each step demands, by when, and of whom."""
    return read_frame(connection, select(step_obligation).order_by(step_obligation.c.step, step_obligation.c.id))


def read_delegations(connection: Connection) -> pl.DataFrame:
    """Which role may decide what on the committee's behalf, and up to which amount."""
    return read_frame(connection, select(delegation).order_by(delegation.c.decision, delegation.c.id))
