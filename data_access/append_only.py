"""Logs that may grow and never change: the database itself refuses every change of a row and every removal."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, text

FIRST_LOGS = ("audit_log", "escalation_event", "penalty_event")  # those there were when the guards were made
LOGS = (*FIRST_LOGS, "contract_decision")
DEEDS = ("UPDATE", "DELETE")

FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME; END $$ LANGUAGE plpgsql
"""


def protect(connection: Connection, tables: Sequence[str] = FIRST_LOGS) -> None:
    """Puts the guards of these tables in place."""
    is_postgres = connection.dialect.name == "postgresql"
    if is_postgres:
        connection.execute(text(FUNCTION))
    for table in tables:
        for deed in DEEDS:
            connection.execute(text(_guard(table, deed, is_postgres)))


def _guard(table: str, deed: str, is_postgres: bool) -> str:
    name = _name(table, deed)
    if is_postgres:
        return f"CREATE TRIGGER {name} BEFORE {deed} ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    refuse = f"SELECT RAISE(ABORT, 'rows of {table} are never changed')"
    return f"CREATE TRIGGER {name} BEFORE {deed} ON {table} BEGIN {refuse}; END"


def _name(table: str, deed: str) -> str:
    return f"{table}_no_{deed.lower()}"


@contextmanager
def unprotected(connection: Connection) -> Iterator[None]:
    """Lifts the guards within this transaction: only for a made-up municipality that is made anew."""
    is_postgres = connection.dialect.name == "postgresql"
    for table in LOGS:
        for deed in DEEDS:
            connection.execute(text(f"DROP TRIGGER {_name(table, deed)}" + (f" ON {table}" if is_postgres else "")))
    yield
    protect(connection, LOGS)
