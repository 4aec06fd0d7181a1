"""Who is registered here, as persons that may sign in."""

from dataclasses import dataclass

import streamlit as st

from dashboard.data.edition import Edition
from dashboard.people import Person
from data_access.engine import reading
from data_access.queries.people import read_people


@dataclass(frozen=True)
class People:
    """Those who work here now, by key; `names` also has those who have left."""

    active: dict[str, Person]
    invented: frozenset[str]  # the keys of those whom the sample municipality made up
    names: dict[str, str]

    @property
    def is_anybody(self) -> bool:
        """Whether anybody was ever registered."""
        return bool(self.names)


@st.cache_resource(max_entries=4, show_spinner=False)
def people(edition: Edition) -> People:
    """The people as they stand in this edition."""
    return read()


def read() -> People:
    """The people as they stand now."""
    with reading() as connection:
        rows = read_people(connection)
    working = [row for row in rows.iter_rows(named=True) if row["is_active"]]
    active = {
        row["key"]: Person(row["id"], row["key"], row["name"], frozenset(row["roles"]), row["unit_id"])
        for row in working
    }
    invented = frozenset(row["key"] for row in working if row["is_invented"])
    return People(active, invented, dict(rows.select("key", "name").iter_rows()))
