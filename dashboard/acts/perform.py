"""The one way an act is done: may the person, is this form saved already, do it, remember it; in one transaction."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from dashboard.people import Person
from dashboard.rules.permissions import MAY, may
from data_access.engine import Connection, writing
from data_access.errors import Refused
from data_access.writes.audit import write_audit
from data_access.writes.done_acts import find_done, write_done

NO_ANSWER = ("database_busy", "database_unreachable")  # then the log cannot be written either

Deed = Callable[[Connection], int | None]


def perform(
    act: str, person: Person, key: str, now: datetime, deed: Deed, *, moves_registers: bool = False
) -> int | None:
    """Does `deed` once for this form `key` and gives the id it gave.

    The deed checks its rule with what the transaction sees, writes, and writes its own audit row. Raises Refused where
    the person may not, or the rule says no, and Conflict where somebody else was first; nothing is written then, but
    the audit log says what was refused.
    """
    try:
        require(person, act)
        with writing(moves_registers=moves_registers) as connection:
            is_done, object_id = find_done(connection, key)
            if is_done:
                return object_id
            object_id = deed(connection)
            write_done(connection, key, act, person.key, now, object_id)
        return object_id
    except Refused as refusal:
        if refusal.code not in NO_ANSWER:
            _log_refusal(act, person, now, refusal)
        raise


def require(person: Person, act: str) -> None:
    """Raises Refused where the person's roles do not allow the act; acts that MAY does not list ask for themselves."""
    if act in MAY and not may(person.roles, act):
        raise Refused("not_allowed", act=act)


@contextmanager
def permitted(act: str, person: Person, now: datetime) -> Iterator[None]:
    """Around an act that opens its own transaction and is known by its content, as a file is: may the person?

    Raises Refused where the person may not, and the audit log says so. What the act itself refuses is not logged:
    a file that cannot be read has changed nothing and asked for nothing.
    """
    try:
        require(person, act)
    except Refused as refusal:
        _log_refusal(act, person, now, refusal)
        raise
    yield


def _log_refusal(act: str, person: Person, now: datetime, refusal: Refused) -> None:
    """Codes only: what was typed may hold what must not be kept."""
    codes = refusal.details.get("codes")
    with writing(moves_registers=False) as connection:
        write_audit(
            connection,
            at=now,
            who=person.key,
            act=f"{act}_refused",
            object_type=str(refusal.details.get("object_type", "act")),
            object_id=_number(refusal.details.get("object_id")),
            after={"code": refusal.code, "codes": list(codes) if isinstance(codes, tuple) else []},
        )


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
