"""Brings contracts to a given state: added, changed or taken away, with their options, scope and suppliers."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import polars as pl
from sqlalchemy import Connection, Table, bindparam, delete, update

from data_access.errors import Refused
from data_access.queries.matching import read_merged_into
from data_access.queries.register import State, count_users, read_contract_ids, read_states
from data_access.tables.contracts import contract, contract_option, contract_scope, contract_supplier
from data_access.writes.bulk import insert_with_ids
from data_access.writes.dictionaries import plain
from data_access.writes.register_links import unit_ids

_PARTS: dict[str, tuple[Table, tuple[str, ...]]] = {
    "options": (contract_option, ("sequence", "length_months", "mode", "call_deadline_months")),
    "scope": (contract_scope, ("category_id", "unit_id")),
    "suppliers": (contract_supplier, ("supplier_id", "rank")),
}
_DAYS = ("start_on", "initial_end_on")


def write_states(connection: Connection, states: Mapping[str, State | None]) -> int:
    """Number -> state; None takes the contract away, and raises Refused where somebody has built upon it.

    Gives how many call-offs name a framework that is not here.
    """
    ids, stored = read_contract_ids(connection), read_states(connection, states)
    states = _with_merged(states, read_merged_into(connection))
    gone = [ids[number] for number, wanted in states.items() if wanted is None and number in ids]
    kept = {number: wanted for number, wanted in states.items() if wanted is not None}
    above = {n: one.get("framework") for n, one in kept.items()}
    moved = {n: name for n, name in above.items() if n not in stored or stored[n]["framework"] != name}
    _set_frameworks(connection, {ids[number]: None for number in moved if number in ids})  # before theirs may go
    _remove(connection, gone)
    _update(connection, {ids[number]: wanted for number, wanted in kept.items() if number in ids})
    ids |= _insert(connection, [wanted for number, wanted in kept.items() if number not in ids])
    for part in _PARTS:
        differs = {n: one for n, one in kept.items() if n not in stored or stored[n][part] != one[part]}
        _write_part(connection, part, {ids[number]: wanted for number, wanted in differs.items()})
    write_scope(connection, {number: one["waiting"] for number, one in kept.items() if one.get("waiting")})
    return _write_frameworks(connection, ids, moved)


def _write_frameworks(connection: Connection, ids: Mapping[str, int], wanted: Mapping[str, str | None]) -> int:
    """Once every contract is there, so that it does not matter which row names which; none is its own framework."""
    above = {number: ids.get(name) if name and name != number else None for number, name in wanted.items()}
    _set_frameworks(connection, {ids[number]: one for number, one in above.items()})
    return sum(1 for number, name in wanted.items() if name and above[number] is None)


def _set_frameworks(connection: Connection, above: Mapping[int, int | None]) -> None:
    rows = [{"b_id": at, "framework_id": one} for at, one in above.items()]
    if rows:
        connection.execute(update(contract).where(contract.c.id == bindparam("b_id")), rows)


def write_scope(connection: Connection, waiting: Mapping[str, Sequence[Sequence[Any]]]) -> None:
    """Adds the waiting scope (number -> [[category_id, unit name]]) that is in a known unit by now."""
    units = dict(unit_ids(connection).iter_rows()) if waiting else {}
    ids, stored = read_contract_ids(connection), read_states(connection, waiting)
    rows = [
        {"contract_id": ids[number], "category_id": category_id, "unit_id": unit_id}
        for number, one in stored.items()
        for category_id, unit_id in _found(waiting[number], units)
        if [category_id, unit_id] not in one["scope"]
    ]
    if rows:
        insert_with_ids(connection, contract_scope, pl.DataFrame(rows))


def _found(waiting: Sequence[Sequence[Any]], units: Mapping[str, int]) -> list[list[int]]:
    keys = pl.Series([name for _, name in waiting], dtype=pl.String).to_frame("name").select(plain(pl.col("name")))
    pairs = zip(waiting, keys.to_series(), strict=True)
    return [[category_id, units[key]] for (category_id, _), key in pairs if key in units]


def _with_merged(states: Mapping[str, State | None], into: Mapping[int, int]) -> dict[str, State | None]:
    """The states with the suppliers of today: one that has been merged away since is the one it became."""
    return {number: _merged(one, into) if one else None for number, one in states.items()}


def _merged(one: State, into: Mapping[int, int]) -> State:
    ranks: dict[int, int | None] = {}
    for supplier_id, rank in one["suppliers"]:
        ranks.setdefault(into.get(supplier_id, supplier_id), rank)
    return {**one, "suppliers": [list(pair) for pair in sorted(ranks.items())]}


def _remove(connection: Connection, ids: Sequence[int]) -> None:
    used = count_users(connection, ids)
    if used:
        raise Refused("contract_in_use", count=used)
    if ids:
        _set_frameworks(connection, dict.fromkeys(ids))
        connection.execute(delete(contract).where(contract.c.id == bindparam("b_id")), [{"b_id": one} for one in ids])


def _update(connection: Connection, states: Mapping[int, State]) -> None:
    rows = [{"b_id": at, **_columns(wanted)} for at, wanted in states.items()]
    if rows:
        connection.execute(update(contract).where(contract.c.id == bindparam("b_id")), rows)


def _insert(connection: Connection, states: Sequence[State]) -> dict[str, int]:
    rows = pl.DataFrame([_columns(wanted) | {"is_secret": False} for wanted in states], infer_schema_length=None)
    if rows.is_empty():
        return {}
    written = insert_with_ids(connection, contract, rows)
    return dict(zip(written["number"], written["id"], strict=True))


def _columns(wanted: State) -> dict[str, Any]:
    columns = dict(wanted["contract"])
    for name in _DAYS:
        columns[name] = date.fromisoformat(columns[name]) if columns[name] else None
    return columns | {"import_id": wanted["import_id"]}


def _write_part(connection: Connection, part: str, states: Mapping[int, State]) -> None:
    table, names = _PARTS[part]
    if not states:
        return
    gone = delete(table).where(table.c.contract_id == bindparam("b_id"))
    connection.execute(gone, [{"b_id": one} for one in states])
    rows = [
        {"contract_id": at, **dict(zip(names, row, strict=True))}
        for at, wanted in states.items()
        for row in wanted[part]
    ]
    insert_with_ids(connection, table, pl.DataFrame(rows, infer_schema_length=None))
