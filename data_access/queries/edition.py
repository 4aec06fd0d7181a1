"""Which state of the data this is: the edition's number and the one ledger version that may be read."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from data_access.tables.imports import edition


class EditionRow(NamedTuple):
    """`number` grows with every write; `ledger_version` is None until the first line is there."""

    number: int
    ledger_version: int | None


def read_edition(connection: Connection) -> EditionRow:
    """The edition this transaction sees; number 0 before the first write."""
    row = connection.execute(select(edition.c.number, edition.c.ledger_version)).first()
    return EditionRow(row.number, row.ledger_version) if row else EditionRow(0, None)


def read_ledger_version(connection: Connection) -> int | None:
    """The one ledger version that may be read."""
    return read_edition(connection).ledger_version
