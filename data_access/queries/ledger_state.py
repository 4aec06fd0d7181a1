"""What the ledger holds, as the imports that stand say it; cheap enough for every page."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from data_access.queries.edition import read_edition
from data_access.tables.imports import import_file


class LedgerState(NamedTuple):
    """`stamp` differs between two databases that happen to have reached the same edition number."""

    number: int
    ledger_version: int | None
    last_period: int | None
    stamp: str
    register_number: int
    sample_on: date | None


def read_ledger_state(connection: Connection) -> LedgerState:
    """The edition this transaction sees, and the last period of the imports that stand."""
    edition = read_edition(connection)
    taken = select(
        func.count(),
        func.sum(import_file.c.rows_taken),
        func.max(import_file.c.taken_at),
        func.max(import_file.c.period_max),
    ).where(import_file.c.state == "taken")
    count, rows, last_taken, last_period = connection.execute(taken).one()
    return LedgerState(
        edition.number,
        edition.ledger_version,
        last_period,
        f"{count} {rows} {last_taken}",
        edition.register_number,
        edition.sample_on,
    )
