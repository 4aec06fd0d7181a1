"""Puts the dated reference rows of `data_access/reference` into the database, and never changes a row that is there.

A person may correct or replace a value; seeding again then adds only what is missing.
"""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Table, insert, select

from data_access.tables.categories import account_class_rule, price_deflator
from data_access.tables.escalation import step_obligation, step_role
from data_access.tables.follow_up import follow_up_frequency
from data_access.tables.goals import rule_limit, target, threshold
from data_access.tables.lead_times import lead_time, review_buffer
from data_access.tables.people import delegation

FOLDER = Path(__file__).parents[1] / "reference"

# file -> table and the columns that say which row it is
SEEDS: dict[str, tuple[Table, tuple[str, ...]]] = {
    "account_class_rules.csv": (account_class_rule, ("priority", "valid_from")),
    "follow_up_frequency.csv": (follow_up_frequency, ("risk_class", "method", "valid_from")),
    "delegations.csv": (delegation, ("decision", "role", "valid_from")),
    "lead_times.csv": (lead_time, ("procedure", "complexity", "part", "valid_from")),
    "price_deflators.csv": (price_deflator, ("year",)),
    "review_buffers.csv": (review_buffer, ("risk", "valid_from")),
    "rule_limits.csv": (rule_limit, ("key", "valid_from")),
    "step_obligations.csv": (step_obligation, ("key", "step", "valid_from")),
    "step_roles.csv": (step_role, ("step", "role", "part", "valid_from")),
    "targets.csv": (target, ("metric", "unit_id", "valid_from")),
    "thresholds.csv": (threshold, ("law", "purchase_class", "valid_from")),
}


def seed_reference(connection: Connection) -> int:
    """Adds the reference rows that are missing and returns how many that were."""
    return sum(_seed(connection, name, table, key) for name, (table, key) in SEEDS.items())


def has_all_reference(connection: Connection) -> bool:
    """Whether every reference row is there: a newer version of the app may bring more."""
    return not any(_missing(connection, name, table, key) for name, (table, key) in SEEDS.items())


def read_reference(name: str, table: Table) -> list[dict[str, Any]]:
    """The rows of one reference file with values of the table's own types; an empty cell is null."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [
            {column: _value(table.c[column], cell) for column, cell in row.items()}
            for row in csv.DictReader(file, strict=True)
        ]


def _seed(connection: Connection, name: str, table: Table, key: tuple[str, ...]) -> int:
    missing = _missing(connection, name, table, key)
    if missing:
        connection.execute(insert(table), missing)
    return len(missing)


def _missing(connection: Connection, name: str, table: Table, key: tuple[str, ...]) -> list[dict[str, Any]]:
    known = {tuple(row) for row in connection.execute(select(*(table.c[column] for column in key)))}
    return [row for row in read_reference(name, table) if tuple(row.get(column) for column in key) not in known]


def _value(column: Column[Any], cell: str) -> object:
    if cell == "":
        return None
    kind = column.type.python_type
    if kind is date:
        return date.fromisoformat(cell)
    if kind is bool:
        return {"true": True, "false": False}[cell]
    return Decimal(cell) if kind is Decimal else kind(cell)
