"""Say who works here, and in which roles."""

from collections.abc import Sequence
from datetime import datetime

from dashboard.acts.perform import perform
from dashboard.people import Person
from dashboard.roles import ROLE_NAMES
from data_access.engine import Connection
from data_access.errors import Refused
from data_access.queries.people import find_person
from data_access.writes.audit import write_audit
from data_access.writes.people import write_person

LONGEST = 100
TOLD = ("name", "roles", "is_active")


def add_person(
    person: Person,
    form: str,
    now: datetime,
    *,
    key: str,
    name: str,
    roles: Sequence[str],
    is_active: bool = True,
) -> int:
    """Registers somebody, or changes the name and roles of one who is registered; gives the person's id.

    Raises Refused where the key or the name is missing or too long, a role is none we know, or somebody who works here
    would be left without a role.
    """

    def deed(connection: Connection) -> int:
        known = find_person(connection, key)
        before = None if known is None else {column: known[column] for column in TOLD}
        _check(key, name, roles, is_active=is_active)
        person_id = write_person(connection, key, name, roles, is_active=is_active)
        write_audit(
            connection,
            at=now,
            who=person.key,
            act="add_person" if known is None else "change_person",
            object_type="person",
            object_id=person_id,
            before=before,
            after={"name": name, "roles": list(roles), "is_active": is_active},
        )
        return person_id

    person_id = perform("add_person", person, form, now, deed)
    assert person_id is not None  # noqa: S101 - the deed always gives one
    return person_id


def _check(key: str, name: str, roles: Sequence[str], *, is_active: bool) -> None:
    if not key or len(key) > LONGEST or not key.isprintable() or key != key.strip():
        raise Refused("person_key_unusable")
    if not name.strip() or len(name) > LONGEST:
        raise Refused("person_name_missing")
    if unknown := [role for role in roles if role not in ROLE_NAMES]:
        raise Refused("role_unknown", roles=", ".join(unknown), known=", ".join(ROLE_NAMES))
    if is_active and not roles:
        raise Refused("role_missing")
