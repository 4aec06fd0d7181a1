"""The migrations and the tables say the same."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine

from data_access.engine import reading
from data_access.tables import metadata


def test_the_migrations_make_exactly_the_tables(database: Engine) -> None:
    with reading(database) as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)

    assert differences == []
