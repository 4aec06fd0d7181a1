"""The engine: a start waits for nobody, and a writer waits for its turn."""

from sqlalchemy import Engine

from data_access import engine as engines
from data_access.engine import reading, writing
from data_access.queries.edition import read_edition


def test_the_app_starts_while_somebody_else_writes(database: Engine) -> None:
    with writing(database):
        engines.upgrade(database)

        with reading(database) as connection:
            assert read_edition(connection).number == 0


def test_every_write_moves_the_edition(database: Engine) -> None:
    for expected in (1, 2):
        with writing(database):
            pass

        with reading(database) as connection:
            assert read_edition(connection).number == expected
