"""People and their roles."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, update

from data_access.queries.people import find_person
from data_access.tables.people import person, person_role


def write_person(connection: Connection, key: str, name: str, roles: Sequence[str], *, is_active: bool) -> int:
    """Adds the person with this key, or gives the one there is this name and these roles; the person's id."""
    known = find_person(connection, key)
    values = {"key": key, "name": name, "is_active": is_active}
    if known is None:
        query = insert(person).values(values | {"is_invented": False}).returning(person.c.id)
        person_id = int(connection.execute(query).scalar_one())
    else:
        person_id = int(known["id"])
        connection.execute(update(person).where(person.c.id == person_id).values(values))
        connection.execute(delete(person_role).where(person_role.c.person_id == person_id))
    if roles:
        connection.execute(insert(person_role), [{"person_id": person_id, "role": role} for role in roles])
    return person_id
