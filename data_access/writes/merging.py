"""Two suppliers that are one: everything of the first moves to the second, and can be moved back exactly.

The supplier merged away keeps its row but has no alias left; its name and number are met as the other's from then on.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, bindparam, delete, insert, select, update

from data_access.errors import Conflict, Refused
from data_access.tables.contracts import contract, contract_supplier
from data_access.tables.escalation import deviation, escalation_case, signal_answer
from data_access.tables.follow_up import audit_result, supplier_comment, survey_response
from data_access.tables.orders import purchase_order
from data_access.tables.procurements import bid, direct_award
from data_access.tables.sanctions import erp_block, penalty
from data_access.tables.suppliers import match_proposal, supplier, supplier_alias, supplier_merge

IN_CASE: tuple[Table, ...] = (deviation, penalty, erp_block, signal_answer)
POINTING: tuple[Table, ...] = (
    *(contract_supplier, bid, direct_award, survey_response, purchase_order, match_proposal),
    *(escalation_case, *IN_CASE, audit_result, supplier_comment),
)


def merge(connection: Connection, from_id: int, into_id: int, who: str, today: date) -> int:
    """Moves aliases and everything that points at the first supplier to the second; gives the merge's id.

    Raises Refused where they are one and the same, unknown, or one of them is merged away already; and where both have
    an open case on one contract (`merge_two_cases`) or different audit results of one day (`merge_two_results`).
    """
    _check(connection, from_id, into_id)
    _check_cases(connection, from_id, into_id)
    twins = _twin_results(connection, from_id, into_id)
    aliases = _ids(connection, supplier_alias, from_id)
    dropped = _drop_shared_contracts(connection, from_id, into_id)
    moved: dict[str, Any] = {table.name: _ids(connection, table, from_id) for table in POINTING}
    moved[audit_result.name] = [one for one in moved[audit_result.name] if one not in twins]
    _move(connection, supplier_alias, aliases, into_id)
    for table in POINTING:
        _move(connection, table, moved[table.name], into_id)
    row = {
        "from_supplier_id": from_id,
        "into_supplier_id": into_id,
        "alias_ids": aliases,
        "moved": moved | {"dropped": dropped},
        "merged_on": today,
        "merged_by": who,
    }
    return int(connection.execute(insert(supplier_merge).values(row).returning(supplier_merge.c.id)).scalar_one())


def undo_merge(connection: Connection, merge_id: int, today: date) -> None:
    """Moves back what the merge moved, and nothing that came later.

    Raises Conflict where it is undone already, and Refused where a later merge has moved the same aliases on (that one
    is to be undone first) or where a case has got facts of both suppliers since (`merge_case_grown`).
    """
    row = connection.execute(select(supplier_merge).where(supplier_merge.c.id == merge_id)).first()
    if row is None:
        raise Refused("merge_unknown", id=merge_id)
    if row.undone_on is not None:
        raise Conflict("merge_undone")
    if not set(row.alias_ids) <= set(_ids(connection, supplier_alias, row.into_supplier_id)):
        raise Refused("merge_built_upon", id=merge_id)
    _move(connection, supplier_alias, row.alias_ids, row.from_supplier_id)
    _move_back(connection, row)
    _check_parties(connection, row.from_supplier_id, row.into_supplier_id)
    connection.execute(update(supplier_merge).where(supplier_merge.c.id == merge_id).values(undone_on=today))


def _check(connection: Connection, from_id: int, into_id: int) -> None:
    if from_id == into_id:
        raise Refused("merge_with_itself")
    known = set(connection.execute(select(supplier.c.id).where(supplier.c.id.in_([from_id, into_id]))).scalars())
    if known != {from_id, into_id}:
        raise Refused("supplier_unknown")
    gone = select(supplier_merge.c.id).where(
        supplier_merge.c.from_supplier_id.in_([from_id, into_id]), supplier_merge.c.undone_on.is_(None)
    )
    if connection.execute(gone).first() is not None:
        raise Refused("supplier_merged_away")


def _check_cases(connection: Connection, from_id: int, into_id: int) -> None:
    """There is one open case at most for a contract and a supplier: two cannot become one by themselves."""
    query = select(escalation_case.c.contract_id).where(escalation_case.c.closed_on.is_(None))
    of = [
        set(connection.execute(query.where(escalation_case.c.supplier_id == n)).scalars()) for n in (from_id, into_id)
    ]
    if of[0] & of[1]:
        raise Refused("merge_two_cases")


def _twin_results(connection: Connection, from_id: int, into_id: int) -> set[int]:
    """The first one's audit results that the second has too, from the same source and day; they stay where they are."""
    key, other = (audit_result.c.source, audit_result.c.assessed_on), audit_result.alias()
    same = [column == other.c[column.name] for column in key]
    query = select(audit_result.c.id, audit_result.c.result, other.c.result.label("theirs")).join(
        other, (other.c.supplier_id == into_id) & same[0] & same[1]
    )
    rows = connection.execute(query.where(audit_result.c.supplier_id == from_id)).all()
    if any(row.result != row.theirs for row in rows):
        raise Refused("merge_two_results")
    return {row.id for row in rows}


def _check_parties(connection: Connection, *suppliers: int) -> None:
    """What is in a case of one of them is that one's too."""
    for table in IN_CASE:
        mixed = select(table.c.id).join(escalation_case, table.c.case_id == escalation_case.c.id)
        query = mixed.where(escalation_case.c.supplier_id.in_(suppliers), _supplier_of(table).in_(suppliers))
        if connection.execute(query.where(_supplier_of(table) != escalation_case.c.supplier_id)).first() is not None:
            raise Refused("merge_case_grown")


def _supplier_of(table: Table) -> Column[int]:
    return table.c.supplier_id


def _ids(connection: Connection, table: Table, supplier_id: int) -> list[int]:
    query = select(table.c.id).where(_supplier_of(table) == supplier_id).order_by(table.c.id)
    return list(connection.execute(query).scalars())


def _move(connection: Connection, table: Table, ids: Sequence[int], to: int) -> None:
    if ids:
        change = update(table).where(table.c.id == bindparam("b_id")).values(supplier_id=to)
        connection.execute(change, [{"b_id": one} for one in ids])


def _drop_shared_contracts(connection: Connection, from_id: int, into_id: int) -> list[dict[str, Any]]:
    """A contract that names both names one from now on; what the first one's link said is kept for the way back."""
    shared = select(contract_supplier.c.contract_id).where(contract_supplier.c.supplier_id == into_id)
    both = (contract_supplier.c.supplier_id == from_id) & contract_supplier.c.contract_id.in_(shared)
    columns = (contract_supplier.c.contract_id, contract_supplier.c.rank, contract_supplier.c.share_pct)
    rows = [dict(row._mapping) for row in connection.execute(select(*columns).where(both))]
    connection.execute(delete(contract_supplier).where(both))
    return rows


def _move_back(connection: Connection, row: Row[Any]) -> None:
    moved: dict[str, Any] = row.moved or {}
    for table in POINTING:
        still = set(_ids(connection, table, row.into_supplier_id))
        _move(connection, table, [one for one in moved.get(table.name, ()) if one in still], row.from_supplier_id)
    links = _without_link(connection, moved.get("dropped", ()), row.from_supplier_id)
    if links:
        connection.execute(insert(contract_supplier), [{**link, "supplier_id": row.from_supplier_id} for link in links])


def _without_link(connection: Connection, links: Iterable[dict[str, Any]], supplier_id: int) -> list[dict[str, Any]]:
    """The links whose contract still is there and does not name the supplier by now."""
    there = set(connection.execute(select(contract.c.id)).scalars())
    named = select(contract_supplier.c.contract_id).where(contract_supplier.c.supplier_id == supplier_id)
    has = set(connection.execute(named).scalars())
    return [link for link in links if link["contract_id"] in there - has]
