"""The plain readers give a table's columns and types, rows or no rows."""

import importlib
import inspect
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import polars as pl
import pytest
from sqlalchemy import Connection, Engine, insert

from data_access.engine import reading, writing
from data_access.tables.goals import rule_limit
from data_access.tables.suppliers import supplier, supplier_merge

SUBJECTS = (
    "suppliers",
    "contracts",
    "procurements",
    "organisation",
    "categories",
    "orders",
    "follow_up",
    "goals",
    "matching",
    "escalation",
    "sanctions",
    "steps",
    "decisions",
)
Reader = Callable[[Connection], pl.DataFrame]


def readers() -> list[tuple[str, Reader]]:
    modules = [importlib.import_module(f"data_access.queries.{subject}") for subject in SUBJECTS]
    return [
        (name, function)
        for module in modules
        for name, function in vars(module).items()
        if name.startswith("read_")
        and inspect.signature(function).return_annotation is pl.DataFrame
        and sum(one.default is one.empty for one in inspect.signature(function).parameters.values()) == 1
    ]


def test_every_reader_gives_typed_columns_on_an_empty_database(database: Engine) -> None:
    with reading(database) as connection:
        frames = {name: read(connection) for name, read in readers()}

    assert len(frames) >= 29
    assert all(frame.is_empty() and frame.width > 1 for frame in frames.values())
    assert not any(kind == pl.Null for frame in frames.values() for kind in frame.dtypes)


def test_a_merge_and_a_limit_read_back_the_same_on_both_databases(database: Engine) -> None:
    with writing(database) as connection:
        connection.execute(insert(supplier), [{"id": 1, "name": "Ett AB"}, {"id": 2, "name": "Två AB"}])
        connection.execute(
            insert(supplier_merge).values(
                from_supplier_id=1, into_supplier_id=2, alias_ids=[4, 7], merged_on=date(2026, 1, 2), merged_by="a"
            )
        )
        connection.execute(
            insert(rule_limit).values(
                key="x", valid_from=date(2026, 1, 1), value=Decimal("0.8"), source="s", status="estimate"
            )
        )

    with reading(database) as connection:
        frames = {name: read(connection) for name, read in readers()}

    assert frames["read_merges"].item(0, "alias_ids") == [4, 7]
    assert frames["read_rule_limits"]["value"].to_list() == [pytest.approx(Decimal("0.8"))]
