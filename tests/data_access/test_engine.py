"""The engine: a start waits for nobody, and a writer waits for its turn."""

import pytest
from sqlalchemy import Engine

from data_access import engine as engines
from data_access.engine import reading, writing
from data_access.errors import Refused
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


def test_a_writer_that_waits_too_long_is_told_so(sqlite_database: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "LONGEST_WAIT_MS", 50)

    with writing(sqlite_database), pytest.raises(Refused, match="database_busy"), writing(sqlite_database):
        pass


@pytest.mark.parametrize("url", ["sqlite:////proc/none/luleaway.db", "postgresql://nobody@127.0.0.1:1/none"])
def test_a_database_that_does_not_answer_is_refused_and_not_a_crash(url: str) -> None:
    with pytest.raises(Refused, match="database_unreachable"):
        engines.engine(url)
