"""Registers and cubes with nothing in them, or with the few rows a test gives: one valid row, say only what matters."""

from datetime import date
from typing import Any

import polars as pl
from sqlalchemy import Table

from dashboard.data.tables import READERS, Frames
from data_access.queries.frames import polars_type
from data_access.tables import metadata

TABLES = {"option": "contract_option", "order": "purchase_order", "scope": "contract_scope", "unit": "org_unit"}

CUBE = {
    "period": pl.Int32,
    "unit_id": pl.Int32,
    "category_id": pl.Int32,
    "supplier_id": pl.Int32,
    "contract_id": pl.Int32,
    "spend_class": pl.String,
    "line_class": pl.String,
    "has_resolved_ref": pl.Boolean,
    "order_state": pl.String,
    "order_channel": pl.String,
    "is_small_departure": pl.Boolean,
    "is_rank_departure": pl.Boolean,
    "amount_ore": pl.Int64,
    "lines": pl.Int64,
}
INVOICES = {
    "period": pl.Int32,
    "unit_id": pl.Int32,
    "supplier_id": pl.Int32,
    "invoice_format": pl.String,
    "paid_state": pl.String,
    "invoices": pl.Int64,
    "amount_ore": pl.Int64,
}
USUAL: dict[str, dict[str, Any]] = {
    "cube": {"period": 202610, "spend_class": "procurable", "has_resolved_ref": False, "lines": 10},
    "invoices": {"period": 202610, "supplier_id": 1},
    "contract": {
        "start_on": date(2025, 1, 1),
        "initial_end_on": date(2027, 12, 31),
        "is_until_further_notice": False,
        "is_secret": False,
        "type": "ramavtal",
    },
    "procurement": {"regime": "above_threshold", "published_on": date(2026, 3, 10)},
    "category": {"is_labour_risk": False},
    "unit": {"is_in_scope": True, "type": "forvaltning"},
    "supplier": {"is_sole_trader": False, "is_masked": False},
    "order": {"created_on": date(2026, 10, 1)},
    "order_line": {"quantity": 1.0, "value_ore": 100},
    "price_item": {"valid_from": date(2025, 1, 1), "is_core": True},
    "bid": {"lot": 1, "has_won": False},
    "follow_up_activity": {"evidence": "protokoll"},
}
ELSEWHERE: dict[str, list[dict[str, Any]]] = {  # a register that is in use, about something else
    "contract": [{"start_on": date(2000, 1, 1), "initial_end_on": date(2000, 12, 31)}],
    "category_strategy": [{"category_id": 99}],
    "follow_up_plan": [{"contract_id": 99}],
    "officer_capacity": [{"period": 200001, "officers": 1.0}],
    "order": [{"id": 99}],
    "review_case": [{"procurement_id": 99}],
}


def frames(**given: list[dict[str, Any]]) -> Frames:
    """Every frame a metric may ask for; those not given are empty. Rows get ids 1, 2, … where they say none."""
    return Frames({name: frame(name, given.get(name, [])) for name in (*READERS, "cube", "invoices")})


def in_use(needs: tuple[str, ...], given: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """What is given, and a row about something else in each register of `needs` that is not."""
    return {**{name: ELSEWHERE[name] for name in needs}, **given}


def frame(name: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    """`rows` with the columns and types the frame `name` has when it is read."""
    schema = schema_of(name)
    blank = dict.fromkeys(schema)
    numbered = [{"id": at} if "id" in schema else {} for at in range(1, len(rows) + 1)]
    unknown = {key for row in rows for key in row} - set(schema)
    assert not unknown, unknown
    filled = [{**blank, **USUAL.get(name, {}), **numbers, **row} for numbers, row in zip(numbered, rows, strict=True)]
    return pl.DataFrame(filled, schema=schema)


def schema_of(name: str) -> dict[str, Any]:
    if name == "cube":
        return CUBE
    if name == "invoices":
        return INVOICES
    table: Table = metadata.tables[TABLES.get(name, name)]
    return {column.name: polars_type(column.type) for column in table.c}
