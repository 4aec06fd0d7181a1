"""Who is registered and in which roles, and registering somebody."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from dashboard.acts.add_person import add_person
from dashboard.console import print_json, print_table, say
from dashboard.people import Person
from dashboard.person import VARIABLE
from dashboard.roles import ROLE_NAMES
from data_access.engine import reading
from data_access.errors import Refused
from data_access.queries.people import find_person, read_people

COLUMNS = ("Nyckel", "Namn", "Roller", "Arbetar här")
SHOWN = ("key", "name", "roles", "unit_id", "is_active", "is_invented")


def show_people(*, as_json: bool) -> None:
    """Prints everybody who is registered."""
    with reading() as connection:
        people = read_people(connection)
    if as_json:
        print_json({"people": people.select(SHOWN).rows(named=True)})
        return
    rows = [
        (row["key"], row["name"], ", ".join(ROLE_NAMES[role].sv for role in row["roles"]), _yes(row["is_active"]))
        for row in people.iter_rows(named=True)
    ]
    print_table("Registrerade personer", COLUMNS, rows)
    if not rows:
        say("Ingen är registrerad än. Lägg till dig själv med --add, --name och --role.")
    say(f"Appen vet vem du är genom miljövariabeln {VARIABLE}, till exempel {VARIABLE}=anna.")


def register_person(
    person: Person, key: str, name: str, roles: Sequence[str], now: datetime, *, is_active: bool
) -> None:
    """Registers or changes somebody; what is not said of somebody who is registered stays as it is."""
    with reading() as connection:
        known = find_person(connection, key)
    if known is not None:
        name, roles = name or known["name"], roles or known["roles"]
    codes = list(dict.fromkeys(role_code(role) for role in roles))
    add_person(person, uuid4().hex, now, key=key, name=name, roles=codes, is_active=is_active)
    say(f"{name} är registrerad.")


def role_code(written: str) -> str:
    """The code of a role that is written as its code or as its Swedish word. Raises Refused for any other word."""
    wanted = written.strip().casefold()
    for code, words in ROLE_NAMES.items():
        if wanted in (code, words.sv.casefold()):
            return code
    known = ", ".join(words.sv.lower() for words in ROLE_NAMES.values())
    raise Refused("role_unknown", roles=written, known=known)


def _yes(value: bool) -> str:
    return "ja" if value else "nej"
