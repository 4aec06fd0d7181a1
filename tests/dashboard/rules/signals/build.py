"""The frames that signals look in: say only the rows that matter. Supplier 1 is on contract 1, which is in force."""

from datetime import date
from typing import Any

import polars as pl
from sqlalchemy import Table

from data_access.queries.frames import polars_type
from data_access.tables import contracts, escalation, follow_up, orders, suppliers

TODAY = date(2026, 11, 16)
Row = dict[str, Any]
Frames = dict[str, pl.DataFrame]

TABLES: dict[str, Table] = {
    "audit_result": follow_up.audit_result,
    "contract": contracts.contract,
    "contract_supplier": contracts.contract_supplier,
    "deviation": escalation.deviation,
    "order": orders.purchase_order,
    "order_line": orders.order_line,
    "requirement": contracts.requirement,
    "supplier": suppliers.supplier,
    "survey_response": follow_up.survey_response,
}
MADE: dict[str, dict[str, Any]] = {
    "active": {"contract_id": pl.Int64, "from_on": pl.Date, "to_on": pl.Date},
    "case": {
        "case_id": pl.Int64,
        "supplier_id": pl.Int64,
        "contract_id": pl.Int64,
        "step": pl.Int64,
        "entered_on": pl.Date,
        "days": pl.Int64,
        "clock": pl.String,
    },
    "cube": {
        "period": pl.Int32,
        "supplier_id": pl.Int32,
        "contract_id": pl.Int32,
        "line_class": pl.String,
        "has_resolved_ref": pl.Boolean,
        "amount_ore": pl.Int64,
        "lines": pl.Int64,
    },
    "overcharged": {
        "supplier_id": pl.Int64,
        "contract_id": pl.Int64,
        "period": pl.Int32,
        "agreed_ore": pl.Int64,
        "over_ore": pl.Int64,
        "lines": pl.Int64,
    },
}
ON_CONTRACT: Row = {"supplier_id": 1, "contract_id": 1}
DEFAULTS: dict[str, Row] = {
    "active": {"contract_id": 1, "from_on": date(2026, 1, 1), "to_on": date(2026, 12, 31)},
    "audit_result": {"supplier_id": 1, "source": "Hållbarhetskollen", "result": "red", "assessed_on": TODAY},
    "case": {**ON_CONTRACT, "case_id": 1, "step": 1, "entered_on": date(2026, 9, 1), "days": 76, "clock": "none"},
    "contract_supplier": ON_CONTRACT,
    "cube": {**ON_CONTRACT, "period": 202610, "line_class": "A", "has_resolved_ref": True, "amount_ore": 0, "lines": 1},
    "deviation": {**ON_CONTRACT, "description": "Sent", "observed_on": TODAY, "severity": 1, "state": "confirmed"},
    "order": ON_CONTRACT,
    "order_line": {"order_id": 1, "quantity": 10.0, "quantity_ok": 10.0},
    "overcharged": {**ON_CONTRACT, "period": 202610, "lines": 10},
    "requirement": {"contract_id": 1, "type": "quality", "description": "Intyg"},
    "supplier": {"name": "Bolag AB", "is_masked": False},
    "survey_response": {**ON_CONTRACT, "kind": "NKI", "asked_on": TODAY, "overall": 5, "expectation": 5, "ideal": 5},
}
ALWAYS: dict[str, list[Row]] = {"supplier": [{}], "contract": [{}], "contract_supplier": [{}], "active": [{}]}


def frames(**rows: list[Row]) -> Frames:
    """Every frame, with the columns of its table; those not named hold supplier 1 on contract 1, or nothing."""
    return {name: _frame(name, rows.get(name, ALWAYS.get(name, []))) for name in (*TABLES, *MADE)}


def nothing() -> Frames:
    """Every frame without a row."""
    return frames(**{name: [] for name in (*TABLES, *MADE)})


def _frame(name: str, rows: list[Row]) -> pl.DataFrame:
    schema = MADE.get(name) or {column.name: polars_type(column.type) for column in TABLES[name].columns}
    whole = [
        {**dict.fromkeys(schema), **({"id": number} if "id" in schema else {}), **DEFAULTS.get(name, {}), **row}
        for number, row in enumerate(rows, start=1)
    ]
    return pl.DataFrame(whole, schema=schema, orient="row")


def deliveries(*quarters: tuple[date, int, int]) -> list[Row]:
    """Order lines of each (promised on, how many, how many of them in time)."""
    return [
        {"promised_on": day, "received_on": day if number < in_time else None}
        for day, lines, in_time in quarters
        for number in range(lines)
    ]


Q2, Q3 = date(2026, 5, 4), date(2026, 8, 3)  # TODAY's last whole quarter is the third
SEEN: dict[str, Frames] = {
    "audit_findings": frames(audit_result=[{}]),
    "complaints": frames(deviation=[{"complained_on": date(2026, 11, day)} for day in (2, 9, 16)]),
    "fast_burn": frames(contract=[{"ceiling_ore": 1_000}], cube=[{"amount_ore": 1_100}]),
    "late_deliveries": frames(order=[{}], order_line=deliveries((Q2, 5, 4), (Q3, 5, 3))),
    "low_satisfaction": frames(survey_response=[{}] * 5),
    "no_reference": frames(cube=[{"lines": 6}, {"lines": 4, "has_resolved_ref": False}]),
    "over_time": frames(case=[{"clock": "proposal"}]),
    "overdue_evidence": frames(requirement=[{"evidence_due_on": date(2026, 10, 1)}]),
    "price_deviations": frames(overcharged=[{"agreed_ore": 1_000_000, "over_ore": 200_000}]),
    "small_deviations": frames(deviation=[{"observed_on": date(2026, 10, day)} for day in range(1, 7)]),
    "supplier_status": frames(supplier=[{"f_tax_ok": False, "f_tax_checked_on": date(2026, 8, 31)}]),
}
