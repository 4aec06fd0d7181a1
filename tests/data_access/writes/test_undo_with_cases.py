"""An import of contracts is not undone where deviations, cases, penalties or plans build on its contracts."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Table, insert, select

from data_access.engine import reading, writing
from data_access.errors import Refused
from data_access.importing import take, undo
from data_access.tables.base import metadata
from data_access.tables.contracts import contract
from data_access.tables.decisions import amendment, contract_decision, contract_valuation, plan_item
from data_access.tables.escalation import deviation, escalation_case, signal_answer
from data_access.tables.follow_up import follow_up_check, handover, risk_score, supplier_comment
from data_access.tables.sanctions import erp_block, penalty, penalty_clause
from data_access.tables.suppliers import supplier
from tests.data_access.importers.registers import canonical_csv, contract_row

NOW = datetime.fromisoformat("2026-11-16T09:30")
TODAY = NOW.date()
SCORES = ("value", "criticality", "supply_risk", "sustainability_risk", "price_complexity", "history")
WHO = {"who": "anna", "at": NOW}
RECORDED = {"recorded_by": "anna", "recorded_at": NOW}
CLAUSE = {"clause": "7.2", "unit": "day", "amount_ore": 100}

# One row that builds on a contract (and its supplier), for each table.
BUILT: dict[Table, dict[str, Any]] = {
    deviation: {
        "description": "Sen.",
        "observed_on": TODAY,
        "reported_by": "oskar",
        "reported_at": NOW,
    },
    escalation_case: {"opened_on": TODAY, "opened_by": "anna"},
    signal_answer: {"kind": "price", "level": 1.0, "is_accepted": False, "reason": "Litet", **WHO},
    penalty_clause: CLAUSE,
    erp_block: {"requested_on": TODAY, "requested_by": "anna", "reason": "Skäl"},
    supplier_comment: {"said_on": TODAY, "comment": "Bra.", "recorded_by": "anna", "recorded_at": NOW},
    follow_up_check: {"item": "avtalsanalys", "done_on": TODAY, **WHO},
    risk_score: {"scored_on": TODAY, **dict.fromkeys(SCORES, 2), **WHO},
    handover: {"handed_over_on": TODAY, "handed_over_by": "anna"},
    contract_decision: {"kind": "expire", "decided_on": TODAY, "forum": "Delegation", "reason": "Skäl", **WHO},
    amendment: {"signed_on": TODAY, "ground": "17:9", "value_delta_ore": 1, "description": "Mer.", **RECORDED},
    contract_valuation: {"valued_on": TODAY, "value_ore": 1, "purchase_type": "goods", "source": "Kalkyl", **WHO},
    plan_item: {"title": "Ny", "needed_on": TODAY},
}


def build(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    of = {
        "contract_id": connection.execute(select(contract.c.id)).scalar_one(),
        "supplier_id": connection.execute(select(supplier.c.id)).scalar_one(),
    }
    connection.execute(insert(table).values(**row, **{name: of[name] for name in of if name in table.c}))


@pytest.mark.parametrize("table", list(BUILT), ids=lambda table: table.name)
def test_an_import_somebody_has_built_upon_is_not_undone_and_nothing_is_lost(
    database: Engine, tmp_path: Path, table: Table
) -> None:
    taken = take(canonical_csv(tmp_path / "r.csv", contract_row()), "anna", NOW)
    with writing() as connection:
        build(connection, table, BUILT[table])

    with pytest.raises(Refused, match="contract_in_use"):
        undo(taken.import_id, "anna", NOW)

    with reading() as connection:
        assert len(connection.execute(select(table.c.id)).all()) == 1
        assert len(connection.execute(select(contract.c.id)).all()) == 1


def test_every_table_of_work_on_a_contract_is_tried() -> None:
    of_registers = {"contract", "contract_option", "contract_scope", "contract_supplier", "match_proposal"}
    older = {"follow_up_plan", "survey_response", "purchase_order", "price_item", "requirement"}
    pointing = {
        table.name
        for table in metadata.tables.values()
        if any(key.column.table is contract for key in table.foreign_keys)
    }

    assert pointing - of_registers - older - {penalty.name} == {table.name for table in BUILT}
