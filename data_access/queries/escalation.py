"""Deviations, cases and what is done in them. Fixed columns, those of the table; `case_id` asks for one case only."""

import polars as pl
from sqlalchemy import Connection, Table, select

from data_access.queries.frames import read_frame
from data_access.tables.escalation import (
    action_item,
    case_member,
    case_record,
    deviation,
    escalation_case,
    escalation_event,
    signal_answer,
)


def read_deviations(connection: Connection, case_id: int | None = None) -> pl.DataFrame:
    """Every deviation, whatever its state."""
    return _of_case(connection, deviation, case_id)


def read_escalation_cases(connection: Connection, case_id: int | None = None) -> pl.DataFrame:
    """Every case, closed ones too; the step is in its events."""
    query = select(escalation_case).order_by(escalation_case.c.id)
    return read_frame(connection, query if case_id is None else query.where(escalation_case.c.id == case_id))


def read_escalation_events(connection: Connection, case_id: int | None = None) -> pl.DataFrame:
    """Every move on the ladder, in the order made: an id is never lower than that of an earlier move of the case."""
    return _of_case(connection, escalation_event, case_id)


def read_case_records(connection: Connection, case_id: int | None = None) -> pl.DataFrame:
    """What was done or drawn up, withdrawn records too. `note` of a confidential one is for a few roles only."""
    return _of_case(connection, case_record, case_id)


def read_case_members(connection: Connection, case_id: int | None = None) -> pl.DataFrame:
    """Who is or was named for which role; `to_on` null: still."""
    return _of_case(connection, case_member, case_id)


def read_action_items(connection: Connection, case_id: int | None = None) -> pl.DataFrame:
    """What the supplier is to do, by when."""
    return _of_case(connection, action_item, case_id)


def read_signal_answers(connection: Connection) -> pl.DataFrame:
    """Every answer to a signal, the last one holds."""
    return read_frame(connection, select(signal_answer).order_by(signal_answer.c.id))


def _of_case(connection: Connection, table: Table, case_id: int | None) -> pl.DataFrame:
    query = select(table).order_by(table.c.id)
    return read_frame(connection, query if case_id is None else query.where(table.c.case_id == case_id))
