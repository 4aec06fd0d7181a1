"""One valid row of each kind: say only what matters to the test."""

from datetime import date
from typing import Any

import polars as pl
from sqlalchemy import Table

from data_access.ledger_schema import LEDGER_SCHEMA
from data_access.queries.frames import polars_type
from data_access.tables import categories, contracts, orders, organisation, procurements, suppliers

Row = dict[str, Any]

TABLES: dict[str, Table] = {
    "contracts": contracts.contract,
    "options": contracts.contract_option,
    "scope": contracts.contract_scope,
    "contract_suppliers": contracts.contract_supplier,
    "price_items": contracts.price_item,
    "direct_awards": procurements.direct_award,
    "orders": orders.purchase_order,
    "accounts": categories.account,
    "account_rules": categories.account_class_rule,
    "categories": categories.category,
    "units": organisation.org_unit,
    "unit_aliases": organisation.org_unit_alias,
    "suppliers": suppliers.supplier,
    "aliases": suppliers.supplier_alias,
}

DEFAULTS: dict[str, Row] = {
    "contracts": {
        "title": "Avtal",
        "type": "ramavtal",
        "start_on": date(2025, 1, 1),
        "initial_end_on": date(2026, 12, 31),
        "is_until_further_notice": False,
        "is_secret": False,
    },
    "options": {"sequence": 1, "length_months": 12, "mode": "buyer"},
    "price_items": {"unit_price_ore": 10_000, "valid_from": date(2025, 1, 1), "is_core": False},
    "direct_awards": {"value_ore": 100_000, "decided_on": date(2026, 1, 1), "is_documented": True},
    "orders": {"created_on": date(2026, 1, 1), "channel": "ehandel"},
    "accounts": {"text": ""},
    "account_rules": {"reason": "", "valid_from": date(2020, 1, 1), "source": "", "status": "estimate", "priority": 1},
    "categories": {"name": "Kategori", "is_labour_risk": False},
    "units": {"name": "Enhet", "type": "forvaltning", "is_in_scope": True},
    "suppliers": {"name": "Leverantör AB", "country": "SE", "is_sole_trader": False, "is_masked": False},
    "aliases": {"kind": "name", "name": "Leverantör AB"},
}


def frame(name: str, rows: list[Row]) -> pl.DataFrame:
    """Rows of a register with ids from 1, defaults filled in, and the types that reading it from SQL gives."""
    schema = {column.name: polars_type(column.type) for column in TABLES[name].columns}
    unique = {"contracts": "number", "categories": "code", "orders": "number", "accounts": "code", "aliases": "key"}
    made = []
    for number, row in enumerate(rows, start=1):
        own = {"id": number, **({unique[name]: f"{name}-{number}"} if name in unique else {})}
        made.append({**dict.fromkeys(schema), **own, **DEFAULTS.get(name, {}), **row})
    return pl.DataFrame(made, schema=schema, orient="row")


def registers(**rows: list[Row]) -> dict[str, pl.DataFrame]:
    """Every register; those not named are empty, but for two of each supplier, category and unit.

    Each supplier has one alias, with the supplier's own id.
    """
    two: list[Row] = [{}, {}]
    filled = {"suppliers": two, "categories": two, "units": two, **rows}
    filled.setdefault("aliases", [{"supplier_id": number} for number in range(1, len(filled["suppliers"]) + 1)])
    return {name: frame(name, filled.get(name, [])) for name in TABLES}


def contract_of(supplier_id: int | None = 1, category_id: int | None = 1, contract_id: int = 1, **contract: Any) -> Any:
    """The register rows of one contract with one supplier and one category in every unit."""
    return {
        "contracts": [{"id": contract_id, **contract}],
        "contract_suppliers": [] if supplier_id is None else [{"contract_id": contract_id, "supplier_id": supplier_id}],
        "scope": [] if category_id is None else [{"contract_id": contract_id, "category_id": category_id}],
    }


def together(*parts: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """The rows of several parts, one after the other."""
    return {name: [row for part in parts for row in part.get(name, [])] for name in {n for p in parts for n in p}}


LINE: Row = {
    "import_id": 1,
    "member": 0,
    "alias_id": 1,
    "unit_id": 1,
    "category_id": 1,
    "amount_ore": 1_000_00,
    "is_gross": False,
    "period": 202603,
    "posted_on": date(2026, 3, 15),
}


def ledger(*lines: Row) -> pl.DataFrame:
    """Ledger lines: 1,000 SEK in category 1, bought by unit 1 of supplier 1 on 15 March 2026 unless said otherwise."""
    made = [
        {**dict.fromkeys(LEDGER_SCHEMA), "row": number, **LINE, **line} for number, line in enumerate(lines, start=2)
    ]
    return pl.DataFrame(made, schema=LEDGER_SCHEMA, orient="row")
