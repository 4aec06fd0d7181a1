"""What a contract register import needs to know of what is stored: contract states and who uses them.

A state is what a register says of one contract, as plain JSON values, so that it can be kept and compared:
`{"contract": {…}, "options": [[…]], "scope": [[category_id, unit_id]], "suppliers": [[supplier_id, rank]], "framework":
number or None}`; what an import took also has `waiting`: the scope in units that were unknown then, as `[[category_id,
name]]`. States kept before frameworks were told lack theirs: none.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import polars as pl
from sqlalchemy import Connection, Select, func, select

from data_access.importers.register_contracts import CONTRACTS
from data_access.queries.frames import read_frame
from data_access.tables.contracts import (
    contract,
    contract_option,
    contract_scope,
    contract_supplier,
    price_item,
    requirement,
)
from data_access.tables.decisions import amendment, contract_decision, contract_valuation, plan_item
from data_access.tables.escalation import deviation, escalation_case, signal_answer
from data_access.tables.follow_up import (
    follow_up_check,
    follow_up_plan,
    handover,
    risk_score,
    supplier_comment,
    survey_response,
)
from data_access.tables.orders import purchase_order
from data_access.tables.organisation import org_unit, org_unit_alias
from data_access.tables.sanctions import erp_block, penalty, penalty_clause
from data_access.tables.suppliers import supplier, supplier_alias

State = dict[str, Any]
_WORK = (
    *(follow_up_plan, follow_up_check, risk_score, handover, survey_response, supplier_comment),
    *(purchase_order, price_item, requirement, deviation, escalation_case, signal_answer),
    *(penalty_clause, penalty, erp_block),
    *(contract_decision, amendment, contract_valuation, plan_item),
)
_OPTION = ("sequence", "length_months", "mode", "call_deadline_months")


def read_states(connection: Connection, numbers: Iterable[str]) -> dict[str, State]:
    """The stored state of each of the contract numbers that exists."""
    wanted = set(numbers)
    columns = [contract.c.id, contract.c.import_id, contract.c.framework_id, *(contract.c[name] for name in CONTRACTS)]
    every = [row._mapping for row in connection.execute(select(*columns))]
    rows, numbers = [row for row in every if row["number"] in wanted], {row["id"]: row["number"] for row in every}
    options = _children(connection, select(contract_option.c.contract_id, *(contract_option.c[c] for c in _OPTION)))
    scope = _children(
        connection, select(contract_scope.c.contract_id, contract_scope.c.category_id, contract_scope.c.unit_id)
    )
    suppliers = _children(
        connection, select(contract_supplier.c.contract_id, contract_supplier.c.supplier_id, contract_supplier.c.rank)
    )
    return {
        row["number"]: state(
            {name: row[name] for name in CONTRACTS},
            options.get(row["id"], []),
            scope.get(row["id"], []),
            suppliers.get(row["id"], []),
            row["import_id"],
            numbers.get(row["framework_id"]),
        )
        for row in rows
    }


def state(
    values: dict[str, Any],
    options: Sequence[Sequence[Any]],
    scope: Sequence[Sequence[Any]],
    suppliers: Sequence[Sequence[Any]],
    import_id: int | None,
    framework: str | None,
) -> State:
    """A state with its parts in one order, days as text."""
    plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
    parts = {"options": _sorted(options), "scope": _sorted(scope), "suppliers": _sorted(suppliers)}
    return {"contract": plain, **parts, "framework": framework, "import_id": import_id}


def _sorted(rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
    return sorted((list(row) for row in rows), key=lambda row: [(value is None, value) for value in row])


def count_users(connection: Connection, contract_ids: Sequence[int]) -> int:
    """How many of the contracts carry work that a register did not bring, such as follow-ups, prices or cases."""
    wanted, used = set(contract_ids), set[int]()
    for table in _WORK:
        query = select(table.c.contract_id).where(table.c.contract_id.is_not(None)).distinct()
        used |= wanted & set(connection.execute(query).scalars())
    successors = select(plan_item.c.successor_id).where(plan_item.c.successor_id.is_not(None))
    used |= wanted & set(connection.execute(successors).scalars())
    above = select(contract.c.id, contract.c.framework_id).where(contract.c.framework_id.is_not(None))
    used |= {row.framework_id for row in connection.execute(above) if row.id not in wanted} & wanted
    return len(used)


def read_contract_ids(connection: Connection) -> dict[str, int]:
    """Contract number -> id."""
    return {row.number: row.id for row in connection.execute(select(contract.c.number, contract.c.id))}


def read_alias_suppliers(connection: Connection) -> pl.DataFrame:
    """Every saved key and whom it stands for: `key`, `supplier_id`."""
    return read_frame(connection, select(supplier_alias.c.key, supplier_alias.c.supplier_id))


def read_known_names(connection: Connection) -> pl.DataFrame:
    """Every name a supplier that is not masked goes under: `supplier_id`, `name`."""
    query = (
        select(supplier_alias.c.supplier_id, supplier_alias.c.name)
        .join(supplier, supplier.c.id == supplier_alias.c.supplier_id)
        .where(~supplier.c.is_masked, func.length(supplier_alias.c.name) > 0)
        .distinct()
        .order_by(supplier_alias.c.supplier_id, supplier_alias.c.name)
    )
    return read_frame(connection, query)


def read_unit_names(connection: Connection) -> pl.DataFrame:
    """Every alias, code and name a unit goes under: `name`, `unit_id`; the first of a name holds."""
    aliases = read_frame(connection, select(org_unit_alias.c.key.label("name"), org_unit_alias.c.unit_id))
    units = read_frame(connection, select(org_unit.c.id.label("unit_id"), org_unit.c.code, org_unit.c.name))
    written = [units.select(name=one, unit_id="unit_id") for one in ("code", "name")]
    return pl.concat([aliases.select("name", "unit_id"), *written]).drop_nulls()


def _children(connection: Connection, query: Select[Any]) -> dict[int, list[list[Any]]]:
    rows: dict[int, list[list[Any]]] = {}
    for row in connection.execute(query):
        rows.setdefault(row[0], []).append(list(row[1:]))
    return rows
