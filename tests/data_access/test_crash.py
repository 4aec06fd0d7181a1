"""Killed at any point, SQL and ledger still agree, and the next import works."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access import ledger
from data_access.engine import reading
from data_access.queries.edition import read_ledger_version
from data_access.queries.imports import list_imports
from tests.data_access.crash_child import POINTS
from tests.data_access.takes import stored_amounts, take


def killed_at(point: str) -> None:
    command = [sys.executable, "-m", "tests.data_access.crash_child", point]
    ended = subprocess.run(command, cwd=Path(__file__).parents[2], env=os.environ.copy(), check=False)
    assert ended.returncode == -signal.SIGKILL


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_replacement_leaves_the_old_state_or_the_new_one_and_the_next_import_works(
    database: Engine, point: str
) -> None:
    take({"supplier_name": "Acme AB", "amount_ore": 1})
    standing = [2] if point == "after_sql_committed" else [1]

    killed_at(point)

    with reading(database) as connection:
        states = list_imports(connection).sort("id")["state"].to_list()
    assert stored_amounts() == standing
    assert states == (["replaced", "taken"] if standing == [2] else ["taken"])

    take({"supplier_name": "Nästa AB", "amount_ore": 10}, name="next.csv", sha256="c" * 64)

    with reading(database) as connection:
        version = read_ledger_version(connection)
    assert stored_amounts() == [*standing, 10]
    assert ledger.newest() == version


def test_a_first_import_that_was_killed_leaves_nothing_behind(database: Engine) -> None:
    killed_at("before_sql_commits")

    take({"supplier_name": "Acme AB", "amount_ore": 1})

    assert stored_amounts() == [1]
