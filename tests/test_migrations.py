"""The migrations and the tables say the same, and a database from before keeps what it holds."""

from datetime import date, datetime

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Engine, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError

from data_access.engine import MIGRATIONS, reading, upgrade, writing
from data_access.tables import metadata
from data_access.tables.contracts import contract, contract_option
from data_access.tables.decisions import contract_decision


def test_the_migrations_make_exactly_the_tables(database: Engine) -> None:
    with reading(database) as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)

    assert differences == []


def test_a_database_from_before_the_decisions_keeps_its_rows_and_guards_the_new_ones(database: Engine) -> None:
    downgrade(database, "0003")
    with writing() as connection:
        connection.execute(insert(contract).values(id=1, number="A-1", title="Bygg"))
        connection.execute(
            insert(contract_option).values(id=1, contract_id=1, sequence=1, length_months=12, mode="buyer")
        )

    upgrade(database)

    with writing() as connection:
        connection.execute(insert(contract_decision).values(id=1, **DECISION))
    with reading() as connection:
        assert connection.execute(select(contract.c.number)).scalars().all() == ["A-1"]
        assert connection.execute(select(contract_option.c.length_months)).scalars().all() == [12]
    with pytest.raises(DBAPIError, match="never changed"), writing() as connection:
        connection.execute(text("DELETE FROM contract_decision"))


def test_the_newest_migration_can_be_taken_back(database: Engine) -> None:
    downgrade(database, "0003")

    assert "contract_decision" not in inspect(database).get_table_names()


def test_a_database_from_before_the_frameworks_keeps_what_hangs_on_its_contracts(database: Engine) -> None:
    downgrade(database, "0004")
    with writing() as connection:
        connection.execute(text("INSERT INTO contract (id, number, title, type, is_until_further_notice, is_secret)"
                                " VALUES (1, 'A-1', 'Ramavtal', 'ramavtal', false, false)"))  # fmt: skip
        connection.execute(
            insert(contract_option).values(id=1, contract_id=1, sequence=1, length_months=12, mode="buyer")
        )

    upgrade(database)

    with writing() as connection:
        connection.execute(insert(contract).values(id=2, number="A-2", title="Avrop", framework_id=1))
    with reading() as connection:
        assert connection.execute(select(contract.c.number, contract.c.framework_id)).all() == [
            ("A-1", None),
            ("A-2", 1),
        ]
        assert connection.execute(select(contract_option.c.length_months)).scalars().all() == [12]
    with pytest.raises(DBAPIError), writing() as connection:
        connection.execute(insert(contract).values(id=3, number="A-3", title="Avrop", framework_id=99))


DECISION = {
    "contract_id": 1,
    "kind": "expire",
    "decided_on": date(2026, 11, 16),
    "forum": "Delegation",
    "reason": "Behovet upphör.",
    "who": "anna",
    "at": datetime.fromisoformat("2026-11-16T09:00"),
}


def downgrade(database: Engine, revision: str) -> None:
    """Takes the schema back to an earlier one."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.connect().execution_options(is_writer=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
