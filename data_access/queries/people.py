"""Who is registered, and in which roles."""

from typing import Any

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.frames import read_frame
from data_access.tables.people import person, person_role


def read_people(connection: Connection) -> pl.DataFrame:
    """Every person, those who have left too: the table's columns and `roles`, a list of codes in their order."""
    people = read_frame(connection, select(person).order_by(person.c.id))
    held = read_frame(connection, select(person_role.c.person_id, person_role.c.role).order_by(person_role.c.id))
    roles = held.group_by("person_id", maintain_order=True).agg(roles="role").rename({"person_id": "id"})
    return people.join(roles, on="id", how="left", maintain_order="left").with_columns(
        pl.col("roles").fill_null(pl.lit([], dtype=pl.List(pl.String)))
    )


def find_person(connection: Connection, key: str) -> dict[str, Any] | None:
    """The person with this key as a row of `read_people`; None where nobody has it."""
    return next(read_people(connection).filter(pl.col("key") == key).iter_rows(named=True), None)
