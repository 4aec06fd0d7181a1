"""Decisions about contracts, changes of them, their values, and the plan of procurements. Columns: the tables'."""

from datetime import date
from typing import Any

import polars as pl
from sqlalchemy import Connection, Select, func, select

from data_access.queries.frames import read_frame
from data_access.tables.contracts import contract, contract_scope
from data_access.tables.decisions import (
    amendment,
    contract_decision,
    contract_valuation,
    officer_capacity,
    plan_item,
    plan_stage,
)


def read_decisions(connection: Connection) -> pl.DataFrame:
    """Every decision in the order they were saved, undone ones and what undid them too."""
    return read_frame(connection, select(contract_decision).order_by(contract_decision.c.id))


def standing(*columns: Any) -> Select[Any]:
    """The decisions that hold: neither undone nor such that undo."""
    undone = select(contract_decision.c.undoes_id).where(contract_decision.c.undoes_id.is_not(None))
    return select(*columns).where(contract_decision.c.kind != "undo", contract_decision.c.id.not_in(undone))


def read_standing_decisions(connection: Connection, contract_id: int) -> list[dict[str, Any]]:
    """The contract's decisions that hold, in the order they were saved."""
    query = standing(contract_decision).where(contract_decision.c.contract_id == contract_id)
    return [dict(row) for row in connection.execute(query.order_by(contract_decision.c.id)).mappings()]


def read_last_decision(connection: Connection, contract_id: int) -> int:
    """The id of the contract's newest decision, whatever it is; 0 where there is none."""
    newest = select(func.max(contract_decision.c.id)).where(contract_decision.c.contract_id == contract_id)
    return connection.execute(newest).scalar_one() or 0


def read_amendments(connection: Connection) -> pl.DataFrame:
    """Every change of a contract, in the order they were signed; `value_delta_ore` is signed."""
    return read_frame(connection, select(amendment).order_by(amendment.c.signed_on, amendment.c.id))


def read_valuations(connection: Connection) -> pl.DataFrame:
    """Every value a contract was given; the last one of each contract holds."""
    query = select(contract_valuation).order_by(contract_valuation.c.valued_on, contract_valuation.c.id)
    return read_frame(connection, query)


def read_value_ore(connection: Connection, contract_id: int, day: date) -> int | None:
    """What the contract is worth, all options counted: the last valuation by the day, else the register's estimate."""
    valued = (
        select(contract_valuation.c.value_ore)
        .where(contract_valuation.c.contract_id == contract_id, contract_valuation.c.valued_on <= day)
        .order_by(contract_valuation.c.valued_on.desc(), contract_valuation.c.id.desc())
    )
    found = connection.execute(valued.limit(1)).scalar()
    if found is not None:
        return int(found)
    estimate = select(contract.c.estimated_value_ore).where(contract.c.id == contract_id)
    return connection.execute(estimate).scalar()


def read_only_scope(connection: Connection, contract_id: int) -> tuple[int | None, int | None]:
    """The contract's category and unit, each where there is but one."""
    query = select(contract_scope.c.category_id, contract_scope.c.unit_id)
    rows = connection.execute(query.where(contract_scope.c.contract_id == contract_id)).all()
    of_categories, of_units = {row.category_id for row in rows}, {row.unit_id for row in rows}
    return (
        of_categories.pop() if len(of_categories) == 1 else None,
        of_units.pop() if len(of_units) == 1 else None,
    )


def read_plan_items(connection: Connection) -> pl.DataFrame:
    """Every line of the procurement plan, in the order the new contracts are needed."""
    return read_frame(connection, select(plan_item).order_by(plan_item.c.needed_on, plan_item.c.id))


def read_plan_stages(connection: Connection) -> pl.DataFrame:
    """When each line of the plan entered each stage, in that order."""
    query = select(plan_stage).order_by(plan_stage.c.plan_item_id, plan_stage.c.entered_on, plan_stage.c.id)
    return read_frame(connection, query)


def read_capacity(connection: Connection) -> pl.DataFrame:
    """How many officers and hours there are each month."""
    return read_frame(connection, select(officer_capacity).order_by(officer_capacity.c.period))
