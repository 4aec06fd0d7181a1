"""Writes decisions, changes and values of contracts, and the plan of procurements."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from data_access.tables.base import metadata
from data_access.tables.decisions import (
    amendment,
    contract_decision,
    contract_valuation,
    officer_capacity,
    plan_item,
    plan_stage,
)
from data_access.writes.changes import Values, change_row, read_row

CHANGEABLE: Mapping[str, Table] = {"amendment": amendment, "plan_item": plan_item, "officer_capacity": officer_capacity}
ADDED: Mapping[str, Table] = {
    **CHANGEABLE,
    "contract_decision": contract_decision,
    "contract_valuation": contract_valuation,
    "plan_stage": plan_stage,
}


def write_new(connection: Connection, name: str, values: Values) -> int:
    """Adds a row to the table `name`; gives its id."""
    table = ADDED[name]
    row = {**values, **({"version": 1} if name in CHANGEABLE else {})}
    return int(connection.execute(insert(table).values(row).returning(table.c.id)).scalar_one())


def read_one(connection: Connection, name: str, row_id: int) -> dict[str, Any]:
    """The row as it is now. Raises Refused (`<name>_unknown`) where there is none."""
    return read_row(connection, ADDED[name], row_id)


def change_one(connection: Connection, name: str, row_id: int, seen: int, values: Values) -> None:
    """Changes the row and moves its version. Raises Conflict where it is no longer at the version seen."""
    change_row(connection, CHANGEABLE[name], row_id, seen, values)


def find_undoing(connection: Connection, decision_id: int) -> int | None:
    """The decision that undid this one; None where it stands."""
    query = select(contract_decision.c.id).where(contract_decision.c.undoes_id == decision_id)
    return connection.execute(query).scalar()


def find_plan_item(connection: Connection, decision_id: int) -> dict[str, Any] | None:
    """The line of the plan that the decision made; None where it made none."""
    row = connection.execute(select(plan_item).where(plan_item.c.decision_id == decision_id)).mappings().first()
    return None if row is None else dict(row)


def find_capacity(connection: Connection, period: int) -> dict[str, Any] | None:
    """The month's capacity; None where nobody has said."""
    row = connection.execute(select(officer_capacity).where(officer_capacity.c.period == period)).mappings().first()
    return None if row is None else dict(row)


def read_last_stage(connection: Connection, item_id: int) -> tuple[str, date] | None:
    """The stage the line of the plan is in and since when; None where it has not begun."""
    query = select(plan_stage.c.stage, plan_stage.c.entered_on).where(plan_stage.c.plan_item_id == item_id)
    row = connection.execute(query.order_by(plan_stage.c.entered_on.desc(), plan_stage.c.id.desc())).first()
    return None if row is None else (row.stage, row.entered_on)


def cancel_plan_item(connection: Connection, item_id: int) -> None:
    """Takes a line out of the plan, kept as cancelled; whoever has it open must look again."""
    mine = update(plan_item).where(plan_item.c.id == item_id)
    connection.execute(mine.values(state="cancelled", version=plan_item.c.version + 1))


def require_row(connection: Connection, name: str, row_id: int) -> None:
    """Raises Refused (`<name>_unknown`) where the table has no such row."""
    read_row(connection, metadata.tables[name], row_id)
