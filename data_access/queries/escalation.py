"""Deviations, cases and what is done in them. Fixed columns, those of the table; `case_id` asks for one case only."""

import polars as pl
from sqlalchemy import Connection, Table, select

from data_access.queries.frames import read_frame
from data_access.tables.contracts import contract, contract_option
from data_access.tables.escalation import (
    action_item,
    case_member,
    case_record,
    deviation,
    escalation_case,
    escalation_event,
    signal_answer,
    step_obligation,
    step_role,
)
from data_access.tables.people import delegation, person, person_role
from data_access.tables.sanctions import erp_block, penalty, penalty_clause, penalty_event

PARTS: dict[str, Table] = {
    table.name: table
    for table in (escalation_event, case_record, case_member, deviation, action_item, penalty, erp_block)
}


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


def read_step_roles(connection: Connection) -> pl.DataFrame:
    """Which role does what on which step, with the days it holds."""
    return read_frame(connection, select(step_role).order_by(step_role.c.id))


def read_step_obligations(connection: Connection) -> pl.DataFrame:
    """What each step demands and by when, with the days it holds."""
    return read_frame(connection, select(step_obligation).order_by(step_obligation.c.id))


def read_delegations(connection: Connection) -> pl.DataFrame:
    """Which role may decide what on a committee's behalf, with the days it holds."""
    return read_frame(connection, select(delegation).order_by(delegation.c.id))


def read_case_frames(connection: Connection, case_id: int) -> dict[str, pl.DataFrame]:
    """Everything one case's facts are made of, a frame for each table, named as the table (`option`: options)."""
    case = read_escalation_cases(connection, case_id)
    contracts = case["contract_id"].to_list()
    frames = {name: _of_case(connection, table, case_id) for name, table in PARTS.items()}
    penalties = frames["penalty"]["id"].to_list()
    queries = {
        "person": select(person),
        "person_role": select(person_role),
        "penalty_event": select(penalty_event).where(penalty_event.c.penalty_id.in_(penalties)),
        "penalty_clause": select(penalty_clause).where(penalty_clause.c.contract_id.in_(contracts)),
        "contract": select(contract).where(contract.c.id.in_(contracts)),
        "option": select(contract_option).where(contract_option.c.contract_id.in_(contracts)),
    }
    read = {name: read_frame(connection, query) for name, query in queries.items()}
    return frames | read | {"escalation_case": case}


def _of_case(connection: Connection, table: Table, case_id: int | None) -> pl.DataFrame:
    query = select(table).order_by(table.c.id)
    return read_frame(connection, query if case_id is None else query.where(table.c.case_id == case_id))
