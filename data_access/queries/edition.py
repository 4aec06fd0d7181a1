"""Which state of the data this is: the edition's number and the one ledger version that may be read."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from data_access.tables.imports import edition


class EditionRow(NamedTuple):
    """`number` grows with every write; `ledger_version` is None until the first line is there.

    `register_number` is the number as it was when the registers changed: what the line classes rest on.
    `sample_on` is the day the made-up municipality stands on; None in a real one.
    """

    number: int
    ledger_version: int | None
    register_number: int = 0
    sample_on: date | None = None


def read_edition(connection: Connection) -> EditionRow:
    """The edition this transaction sees; number 0 before the first write."""
    columns = (edition.c.number, edition.c.ledger_version, edition.c.register_number, edition.c.sample_on)
    row = connection.execute(select(*columns)).first()
    return EditionRow(*row) if row else EditionRow(0, None)


def read_ledger_version(connection: Connection) -> int | None:
    """The one ledger version that may be read."""
    return read_edition(connection).ledger_version
