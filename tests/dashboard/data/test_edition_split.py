"""What a write makes anew: the cubes only where the registers moved, the registers and metrics after every write."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import streamlit as st
from sqlalchemy import Connection, Engine, insert

from dashboard.data import build, metrics, tables
from dashboard.data import edition as editions
from dashboard.data.edition import Edition
from dashboard.data.purchases import purchases
from dashboard.data.registers import OF_REGISTERS, READERS, register
from dashboard.filters import Filters
from data_access.engine import writing
from data_access.home import home
from data_access.queries import contracts, follow_up
from data_access.tables.follow_up import follow_up_plan
from tests.build import contract_of, ledger
from tests.dashboard.data.test_edition import TODAY, store

# What acts on follow-up, deviations and sanctions write without moving the registers.
WORKED_ON = {
    follow_up.read_follow_up_plan,
    follow_up.read_follow_up_activities,
    contracts.read_requirements,
}
MARCH = Filters(202603, 202603)


@pytest.fixture(autouse=True)
def fresh_caches() -> None:
    """Another database may have reached the same edition."""
    st.cache_resource.clear()


def current() -> Edition:
    """The edition that is there now."""
    return build.current_edition(TODAY)


def cube_files() -> set[tuple[Path, int]]:
    """The cubes on disk, and when each was written."""
    return {(path, path.stat().st_mtime_ns) for path in (home() / "cache").rglob("*.parquet")}


def plan_follow_up() -> None:
    """A write that the line classes do not rest on."""
    with writing(moves_registers=False) as connection:
        row = {"contract_id": 1, "method": "moten", "planned_on": date(2026, 3, 1)}
        connection.execute(insert(follow_up_plan).values(row))


def test_a_write_that_moves_no_registers_keeps_the_cubes_and_what_is_made_of_them(database: Engine) -> None:
    store(ledger({}), **contract_of())
    before = current()
    cube, bought = editions.cube(before), purchases(before, MARCH)
    heavy = metrics.tables(before)["ledger"]
    files = cube_files()

    plan_follow_up()
    after = current()

    assert after.number == before.number + 1
    assert after.name == before.name
    assert editions.cube(after) is cube
    assert purchases(after, MARCH) is bought
    assert metrics.tables(after)["ledger"] is heavy
    assert cube_files() == files


def test_metrics_and_registers_see_what_such_a_write_brought(database: Engine) -> None:
    store(ledger({}), **contract_of())
    before = current()
    planned = metrics.values(before, MARCH).filter(code="K-UPP-1").row(0, named=True)

    plan_follow_up()
    after = current()
    now = metrics.values(after, MARCH).filter(code="K-UPP-1").row(0, named=True)

    assert (planned["n_unknown"], now["n_unknown"]) == (0, 1)
    assert metrics.tables(after)["follow_up_plan"].height == 1
    assert register(after, "follow_up_plan").height == 1


def test_a_write_of_registers_makes_the_cubes_anew(database: Engine) -> None:
    store(ledger({}), **contract_of())
    before = current()
    cube, files = editions.cube(before), cube_files()

    with writing():
        pass
    after = current()

    assert after.name != before.name
    assert editions.cube(after) is not cube
    assert len(cube_files()) == 2 * len(files)
    assert after.of_registers == after


def test_every_register_kept_between_writes_is_one_the_line_classes_rest_on(sqlite_database: Engine) -> None:
    rested_on = set(build.READERS.values())

    assert {READERS[name] for name in OF_REGISTERS} <= rested_on
    assert {tables.READERS[name] for name in tables.OF_REGISTERS} & WORKED_ON == set()


def watched(name: str, read: list[str]) -> Callable[[Connection], pl.DataFrame]:
    """The reader of this name, which also says that it was asked."""
    reader = tables.READERS[name]

    def asked(connection: Connection) -> pl.DataFrame:
        read.append(name)
        return reader(connection)

    return asked


def test_after_a_write_of_work_only_the_tables_of_work_are_read_again(
    sqlite_database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(ledger({}), **contract_of())
    metrics.tables(current())
    plan_follow_up()
    read: list[str] = []
    for name in tables.READERS:
        monkeypatch.setitem(tables.READERS, name, watched(name, read))

    frames = metrics.tables(current())

    assert set(read) == tables.READERS.keys() - tables.OF_REGISTERS
    assert frames["follow_up_plan"].height == 1
    assert frames["contract"].height == 1
