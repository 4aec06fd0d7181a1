"""One engine from DATABASE_URL, reading transactions that see one moment, and one writer at a time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection as Connection  # these two names others may use without knowing SQLAlchemy
from sqlalchemy import Engine as Engine
from sqlalchemy import RootTransaction, create_engine, event, func, insert, inspect, select, text, update
from sqlalchemy.exc import ArgumentError, OperationalError

from data_access.errors import Refused
from data_access.home import database_url
from data_access.tables.imports import edition

MIGRATIONS = Path(__file__).parent / "migrations"
LONGEST_WAIT_MS = 120_000  # SQLite: a large import holds the writer's place for some seconds
WRITER_LOCK = 7120  # any constant: PostgreSQL's advisory lock that stands for "the writer"


_engines: dict[str, Engine] = {}
_making = threading.Lock()


def engine(url: str | None = None) -> Engine:
    """The engine for `url` (default: DATABASE_URL or the SQLite file), migrated to the newest schema."""
    wanted = url or database_url()
    with _making:
        if wanted not in _engines:
            try:
                made = _create(wanted)
                upgrade(made)
            except (OperationalError, ArgumentError, ImportError) as error:  # no answer, no address, no such database
                raise Refused("database_unreachable") from error
            _engines[wanted] = made
        return _engines[wanted]


def close_engines() -> None:
    """Closes every connection; the next use opens anew."""
    with _making:
        for made in _engines.values():
            made.dispose()
        _engines.clear()


def _create(url: str) -> Engine:
    url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    made = create_engine(url, pool_pre_ping=url.startswith("postgresql"))
    if made.dialect.name == "sqlite":
        event.listen(made, "connect", _configure_sqlite)
        event.listen(made, "begin", _begin_sqlite)
    return made


def _configure_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves: the driver's own way breaks snapshots
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    is_writer = connection.get_execution_options().get("is_writer", False)
    if is_writer:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={LONGEST_WAIT_MS}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writer else "BEGIN")


@contextmanager
def reading(source: Engine | None = None) -> Iterator[Connection]:
    """A transaction that sees the database as it was at one moment."""
    target = source or engine()
    options = {"isolation_level": "REPEATABLE READ"} if target.dialect.name == "postgresql" else {}
    with target.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextmanager
def writing(source: Engine | None = None, *, moves_registers: bool = True) -> Iterator[Connection]:
    """The one writing transaction: waits for its turn, and moves the edition when it commits.

    `moves_registers` says whether it touches anything the line classes rest on; if not, they are not made anew.
    """
    target = source or engine()
    with target.connect().execution_options(is_writer=True) as connection, _turn(connection):
        if target.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(WRITER_LOCK)))
        yield connection
        moved = {"number": edition.c.number + 1} | (
            {"register_number": edition.c.number + 1} if moves_registers else {}
        )
        if connection.execute(update(edition).values(**moved)).rowcount == 0:
            connection.execute(insert(edition).values(id=1, number=1, register_number=1))


def _turn(connection: Connection) -> RootTransaction:
    """The writer's transaction, once those before it are done. Raises Refused where that takes too long."""
    try:
        return connection.begin()
    except OperationalError as error:
        raise Refused("database_busy") from error


def upgrade(target: Engine) -> None:
    """Brings the schema to the newest migration; where it is there already it asks for no lock and waits for nobody."""
    if _is_newest(target):
        return
    from alembic import command  # a third of a second that a start seldom needs
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with target.connect().execution_options(is_writer=True) as connection, connection.begin():
        if target.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(WRITER_LOCK)))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _is_newest(target: Engine) -> bool:
    """Whether the schema is that of the last migration file; they are numbered 0001, 0002, …"""
    newest = max(path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    with target.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == newest
