"""Penalty clauses, penalties and what became of them, and blocks on ordering. Columns: the tables'."""

from collections.abc import Mapping
from typing import Any

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.frames import read_frame
from data_access.tables.escalation import case_record, deviation, escalation_case
from data_access.tables.sanctions import erp_block, penalty, penalty_clause, penalty_event

NOTICES = ("complaint", "notice_of_breach")


def read_penalty_clauses(connection: Connection) -> pl.DataFrame:
    """Every clause that gives a right to a penalty."""
    return read_frame(connection, select(penalty_clause).order_by(penalty_clause.c.id))


def read_penalties(connection: Connection) -> pl.DataFrame:
    """Every penalty with the amount the clause gave a right to and how it was counted."""
    return read_frame(connection, select(penalty).order_by(penalty.c.id))


def read_penalty_events(connection: Connection) -> pl.DataFrame:
    """What became of each penalty, in the order it happened; the last row is where it stands."""
    query = select(penalty_event).order_by(penalty_event.c.penalty_id, penalty_event.c.sequence)
    return read_frame(connection, query)


def read_blocks(connection: Connection) -> pl.DataFrame:
    """Every block on ordering."""
    return read_frame(connection, select(erp_block).order_by(erp_block.c.id))


def read_events_of(connection: Connection, penalty_id: int) -> list[dict[str, Any]]:
    """One penalty's events in their order."""
    query = select(penalty_event).where(penalty_event.c.penalty_id == penalty_id).order_by(penalty_event.c.sequence)
    return [dict(row) for row in connection.execute(query).mappings()]


def read_standing(connection: Connection, of: Mapping[str, Any]) -> dict[str, Any]:
    """The last event of this penalty (a row of the table); with no event at all it is a right from its first day."""
    right = {"state": "entitled", "amount_ore": of["entitled_ore"], "happened_on": of["from_on"]}
    events = read_events_of(connection, of["id"])
    return events[-1] if events else right | {"reason": None, "registration_number": None}


def is_noticed(connection: Connection, of: Mapping[str, Any]) -> bool:
    """Whether the supplier was told in writing: the penalty's deviation or its case has a complaint or a notice."""
    told = select(deviation.c.id).where(deviation.c.id == of["deviation_id"], deviation.c.complained_on.is_not(None))
    noted = select(case_record.c.id).where(
        case_record.c.case_id == of["case_id"], case_record.c.kind.in_(NOTICES), case_record.c.withdrawn_at.is_(None)
    )
    return any(connection.execute(query.limit(1)).first() is not None for query in (told, noted))


def has_open_block(connection: Connection, supplier_id: int, contract_id: int | None) -> bool:
    """Whether there is a block for exactly this, asked for or in force."""
    same = (
        (erp_block.c.supplier_id == supplier_id)
        & erp_block.c.lifted_on.is_(None)
        & (erp_block.c.contract_id.is_(None) if contract_id is None else erp_block.c.contract_id == contract_id)
    )
    return connection.execute(select(erp_block.c.id).where(same).limit(1)).first() is not None


def is_about(
    connection: Connection, case_id: int | None, deviation_id: int | None, contract_id: int | None, supplier_id: int
) -> bool:
    """Whether the case and the deviation, where there are any, are this supplier's and this contract's."""
    for table, row_id in ((escalation_case, case_id), (deviation, deviation_id)):
        if row_id is None:
            continue
        mine = (table.c.id == row_id) & (table.c.supplier_id == supplier_id)
        if contract_id is not None:
            mine &= table.c.contract_id.is_(None) | (table.c.contract_id == contract_id)
        if connection.execute(select(table.c.id).where(mine)).first() is None:
            return False
    return True


def read_category(connection: Connection, deviation_id: int) -> str | None:
    """What kind of deviation it is; None where nobody has said, or there is none."""
    found: str | None = connection.execute(select(deviation.c.category).where(deviation.c.id == deviation_id)).scalar()
    return found
