"""A small municipality for tests of acts: contract 1 with supplier 1, contract 2 with 1 and 2, and a few people."""

from datetime import date, datetime
from typing import Any

import polars as pl
from sqlalchemy import Connection, insert, select

from dashboard.acts.complete_deviation import complete_deviation
from dashboard.acts.open_case import open_case
from dashboard.acts.report_deviation import report_deviation
from dashboard.people import Person
from data_access.engine import reading, writing
from data_access.queries import escalation as queries
from data_access.tables.contracts import contract, contract_supplier, requirement
from data_access.tables.escalation import step_role
from data_access.tables.imports import audit_log
from data_access.tables.organisation import org_unit
from data_access.tables.people import person, person_role
from data_access.tables.suppliers import supplier

NOW = datetime.fromisoformat("2026-11-16T09:30")
TODAY = NOW.date()


def who(number: int, key: str, *roles: str) -> Person:
    return Person(id=number, key=key, name=key.capitalize(), roles=frozenset(roles))


OPERATIONS = who(1, "oskar", "operations")
CONTROLLER = who(2, "anna", "contract_controller")
OTHER_CONTROLLER = who(3, "bo", "contract_controller")
LEADER = who(4, "tea", "team_leader")
LEGAL = who(5, "juri", "legal_counsel")
CHIEF = who(6, "chris", "chief_purchasing_officer")
PEOPLE = (OPERATIONS, CONTROLLER, OTHER_CONTROLLER, LEADER, LEGAL, CHIEF)


def settle() -> None:
    """Writes the municipality."""
    with writing() as connection:
        _write(connection)


def _write(connection: Connection) -> None:
    connection.execute(insert(org_unit).values(id=1, code="U", name="Utbildning", type="forvaltning"))
    connection.execute(insert(supplier), [{"id": n, "name": f"Bolag {n} AB"} for n in (1, 2, 3)])
    days = {"start_on": date(2025, 1, 1), "initial_end_on": date(2027, 12, 31)}
    connection.execute(insert(contract), [{"id": n, "number": f"A-{n}", "title": f"Avtal {n}", **days} for n in (1, 2)])
    connection.execute(
        insert(contract_supplier), [{"contract_id": c, "supplier_id": s} for c, s in ((1, 1), (2, 1), (2, 2))]
    )
    connection.execute(
        insert(requirement),
        [{"id": n, "contract_id": n, "type": "quality", "description": "I tid", "is_measurable": True} for n in (1, 2)],
    )
    for one in PEOPLE:
        connection.execute(insert(person).values(id=one.id, key=one.key, name=one.name))
        connection.execute(insert(person_role), [{"person_id": one.id, "role": role} for role in one.roles])


def report(key: str = "r1", by: Person = OPERATIONS, now: datetime = NOW, **said: Any) -> int:
    """Reports a late delivery on contract 1."""
    report = {
        "supplier_id": None,
        "contract_id": 1,
        "description": "Varorna kom två dagar för sent.",
        "observed_on": TODAY,
        "place": "Köket",
        "evidence": None,
        "unit_id": 1,
    }
    made = report_deviation(by, key, now, **{**report, **said})
    assert made is not None
    return made


def complete(deviation_id: int, seen: int = 1, key: str = "c1", by: Person = CONTROLLER, **said: Any) -> int:
    """Confirms it as late, severity 2, against requirement 1."""
    filled = {
        "contract_id": 1,
        "requirement_id": 1,
        "clause": None,
        "category": "late",
        "severity": 2,
        "complained_on": None,
        "due_on": None,
        "remedy": None,
        "state": "confirmed",
        "credited_ore": None,
        "note": None,
    }
    done = complete_deviation(by, key, NOW, deviation_id, seen, **{**filled, **said})
    assert done is not None
    return done


def open_one(key: str = "o1", by: Person = CONTROLLER) -> int:
    """Opens an empty case of contract 1 and supplier 1."""
    made = open_case(by, key, NOW, 1, 1, [])
    assert made is not None
    return made


def deviation_row(deviation_id: int) -> dict[str, Any]:
    """The deviation as it is stored."""
    with reading() as connection:
        return queries.read_deviations(connection).row(by_predicate=pl.col("id") == deviation_id, named=True)


def case_row(case_id: int) -> dict[str, Any]:
    """The case as it is stored."""
    with reading() as connection:
        return queries.read_escalation_cases(connection, case_id).row(0, named=True)


def logged(act: str | None = None) -> list[Any]:
    """The audit log's rows, or those of one act."""
    query = select(audit_log).order_by(audit_log.c.id)
    with reading() as connection:
        return list(connection.execute(query if act is None else query.where(audit_log.c.act == act)))


def with_step_rules() -> None:
    """The contract controller answers for every step; nothing else is asked."""
    with writing() as connection:
        dated = {"valid_from": date(2020, 1, 1), "source": "test", "status": "test", "is_doubtful": False}
        rows = [{"step": step, "role": "contract_controller", "part": "R", **dated} for step in range(5)]
        connection.execute(insert(step_role), rows)
