"""Takes a contract register into SQL, and takes it out again exactly.

Contracts are told by their number: a new one is added, a changed one brought to what the file says, and one the file
does not name is left alone. What each import found and left is kept in the audit log, so that undoing any import, in
any order, leaves what the other imports say.
"""

from dataclasses import dataclass
from datetime import datetime

import polars as pl
from sqlalchemy import Connection

from data_access.errors import Problem
from data_access.importers.register import ReadRegister
from data_access.queries.history import read_history, read_taken_by, standing_values, taken_act, undone_act, without
from data_access.queries.register import State, read_states, state
from data_access.writes.audit import write_audit
from data_access.writes.contract_states import write_scope, write_states
from data_access.writes.matching import match_again, propose
from data_access.writes.register_links import Links, link

KIND = "register"


@dataclass(frozen=True)
class RegisterTaken:
    """What came of it.

    `problems` are those only the database could tell: unknown units and frameworks, names nearly known.
    """

    added: int
    changed: int
    unchanged: int
    problems: tuple[Problem, ...]


def take_register(connection: Connection, read: ReadRegister, import_id: int, now: datetime) -> RegisterTaken:
    """Adds and changes contracts in the caller's transaction. The same content again changes nothing."""
    links = link(connection, read)
    wanted = _states(read, links, import_id)
    before = read_states(connection, wanted)
    unknown = write_states(connection, wanted)
    write_audit(
        connection,
        at=now,
        who=read_taken_by(connection, import_id),
        act=taken_act(KIND),
        object_type="import",
        object_id=import_id,
        before={number: before.get(number) for number in wanted},
        after=wanted,
    )
    proposed = propose(connection, links.unmatched)
    changed = sum(1 for number, old in before.items() if not is_same(old, wanted[number]))
    return RegisterTaken(
        added=len(wanted) - len(before),
        changed=changed,
        unchanged=len(before) - changed,
        problems=_problems(links.waiting, proposed, unknown),
    )


def undo_register(connection: Connection, import_id: int, now: datetime, who: str) -> int:
    """Brings every contract the import named to what the other imports say of it; gives how many.

    Raises Refused (`contract_in_use`) where a contract would go that somebody has built upon.
    """
    states = without(read_history(connection, KIND), import_id)
    write_states(connection, states)
    write_audit(connection, at=now, who=who, act=undone_act(KIND), object_type="import", object_id=import_id)
    return len(states)


def complete_registers(connection: Connection) -> None:
    """Gives the registers taken earlier what has become known since: suppliers by saved name, scope in new units.

    To be called when a ledger has brought suppliers and units, so that it does not matter which file comes first.
    """
    match_again(connection)
    standing = standing_values(read_history(connection, KIND))
    write_scope(connection, {number: one["waiting"] for number, one in standing.items() if one and one.get("waiting")})


def is_same(one: State, other: State) -> bool:
    """Whether two states say the same, whichever import said it."""
    parts = ("contract", "options", "scope", "suppliers")
    return all(one[part] == other[part] for part in parts) and one.get("framework") == other.get("framework")


def _states(read: ReadRegister, links: Links, import_id: int) -> dict[str, State]:
    options, scope, suppliers, waiting = (
        _by_number(frame) for frame in (read.options, links.scope, links.suppliers, links.waiting)
    )
    frameworks = dict(read.frameworks.iter_rows())
    return {
        row["number"]: state(
            row,
            options.get(row["number"], []),
            scope.get(row["number"], []),
            suppliers.get(row["number"], []),
            import_id,
            frameworks.get(row["number"]),
        )
        | {"waiting": sorted(list(one) for one in waiting.get(row["number"], []))}
        for row in read.contracts.iter_rows(named=True)
    }


def _by_number(frame: pl.DataFrame) -> dict[str, list[tuple[object, ...]]]:
    rows: dict[str, list[tuple[object, ...]]] = {}
    for number, *rest in frame.iter_rows():
        rows.setdefault(number, []).append(tuple(rest))
    return rows


def _problems(waiting: pl.DataFrame, proposed: int, unknown: int) -> tuple[Problem, ...]:
    units = waiting["unit"].n_unique()
    counts = {"unit_unknown": units, "framework_unknown": unknown, "supplier_proposed": proposed}
    return tuple(Problem(code, count=count) for code, count in counts.items() if count)
