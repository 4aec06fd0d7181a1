"""Many suppliers, deviations and cases beside what a database holds: coherent enough for every page, the same twice."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from data_access.engine import writing
from data_access.tables.contracts import contract, contract_supplier, requirement
from data_access.tables.escalation import (
    DEVIATION_CATEGORIES,
    action_item,
    case_member,
    case_record,
    deviation,
    escalation_case,
    escalation_event,
)
from data_access.tables.follow_up import audit_result, follow_up_activity, follow_up_plan, supplier_comment
from data_access.tables.people import person
from data_access.tables.suppliers import supplier

TODAY = date(2026, 11, 16)
CLIMB = ("indicator_warning", "deviation_confirmed", "action_plan_failed", "decision_terminate")
SHARES = (30, 40, 20, 8, 2)  # how many of a hundred cases stand on each step
ROLES = ("contract_controller", "team_leader", "chief_purchasing_officer", "legal_counsel")
RECORDS = ("contact", "complaint", "meeting", "action_plan")
STATES = ("reported", "confirmed", "confirmed", "remedied", "verified", "verified")
ROWS = 5_000  # in one statement

Row = dict[str, Any]


class Many:
    """Rows of every table, with ids that follow on those there are."""

    def __init__(self, connection: Connection, seed: int = 7) -> None:
        self.connection = connection
        self.draw = random.Random(seed)  # noqa: S311 - the same rows every time
        self.rows: dict[Table, list[Row]] = {}
        self.numbers: dict[Table, Iterator[int]] = {}

    def add(self, table: Table, **row: Any) -> int:
        """Keeps one row and gives its id."""
        if table not in self.numbers:
            highest = self.connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
            self.numbers[table] = count(highest + 1)
        number = next(self.numbers[table])
        self.rows.setdefault(table, []).append({"id": number, **row})
        return number

    def write(self) -> None:
        """Inserts what was kept, parents first."""
        for table, rows in self.rows.items():
            for start in range(0, len(rows), ROWS):
                self.connection.execute(insert(table), rows[start : start + ROWS])


def add_many(suppliers: int, deviations: int, cases: int) -> list[int]:
    """Writes them into this process's database, each case on a contract of its own; the ids of the suppliers."""
    with writing() as connection:
        many = Many(connection)
        people = list(connection.execute(select(person.c.id).order_by(person.c.id)).scalars()) or [
            many.add(person, key=f"person.{number}", name=f"Person {number}") for number in range(4)
        ]
        made = [many.add(supplier, name=f"Mängdleverantör {number} AB") for number in range(suppliers)]
        parties = [(_contract(many, one), one) for one in made]
        opened = [(_case(many, people, *parties[number]), *parties[number]) for number in range(cases)]
        for number in range(deviations):
            if number % 4 < 3:
                _deviation(many, *opened[number % cases])
            else:  # one of four has come to no case yet
                _deviation(many, None, *many.draw.choice(parties))
        many.write()
    return made


def _contract(many: Many, supplier_id: int) -> int:
    number = many.add(
        contract,
        number=f"M-{supplier_id}",
        title=f"Mängdavtal {supplier_id}",
        start_on=date(2025, 1, 1),
        initial_end_on=date(2027, 12, 31),
        risk_class=1 + supplier_id % 4,
    )
    many.add(contract_supplier, contract_id=number, supplier_id=supplier_id)
    many.add(requirement, contract_id=number, type="quality", description="I tid", is_measurable=True)
    plan = many.add(follow_up_plan, contract_id=number, method="moten", planned_on=_day(many, 300))
    if supplier_id % 2:
        many.add(follow_up_activity, plan_id=plan, done_on=_day(many, 200), result="Bra", evidence="protokoll")
    if supplier_id % 5 == 0:
        _words(many, number, supplier_id)
    return number


def _words(many: Many, contract_id: int, supplier_id: int) -> None:
    by = {"recorded_by": "person.1", "recorded_at": datetime.combine(TODAY, time(9))}
    result, day = many.draw.choice(("green", "yellow", "red")), _day(many, 900)
    many.add(audit_result, supplier_id=supplier_id, source="Hållbarhetskollen", result=result, assessed_on=day, **by)
    said = {"said_on": _day(many, 200), "comment": "Vi har bytt åkeri.", "self_rating": 4, "would_use_again": True}
    many.add(supplier_comment, supplier_id=supplier_id, contract_id=contract_id, **said, **by)


def _case(many: Many, people: list[int], contract_id: int, supplier_id: int) -> int:
    step = many.draw.choices(range(5), SHARES)[0]
    opened_on = _day(many, 250, least=120)
    case_id = many.add(
        escalation_case, contract_id=contract_id, supplier_id=supplier_id, opened_on=opened_on, opened_by="person.1"
    )
    for role, person_id in zip(ROLES, people, strict=False):
        many.add(case_member, case_id=case_id, role=role, person_id=person_id, from_on=opened_on)
    day = opened_on
    for from_step in range(step):
        day += timedelta(days=many.draw.randint(5, 25))
        _event(many, case_id, from_step, day)
        _record(many, case_id, RECORDS[from_step], from_step + 1, day)
    if step >= 2:
        due_on = day + timedelta(days=30)
        many.add(
            action_item, case_id=case_id, description="Extra tur", owner="Leverantören", start_on=day, due_on=due_on
        )
    return case_id


def _event(many: Many, case_id: int, from_step: int, day: date) -> None:
    many.add(
        escalation_event,
        case_id=case_id,
        sequence=from_step + 1,
        from_step=from_step,
        to_step=from_step + 1,
        event=CLIMB[from_step],
        happened_on=day,
        at=datetime.combine(day, time(12)),
        who="person.1",
        role="contract_controller",
        reason="Leveranserna kommer för sent, vecka efter vecka.",
        registration_number=f"KS 2026/{case_id}" if case_id % 3 else None,
    )


def _record(many: Many, case_id: int, kind: str, step: int, day: date) -> None:
    many.add(
        case_record,
        case_id=case_id,
        kind=kind,
        step=step,
        done_on=day,
        note="Samtal om leveranserna.",
        who="person.1",
        role="contract_controller",
        at=datetime.combine(day, time(13)),
    )


def _deviation(many: Many, case_id: int | None, contract_id: int, supplier_id: int) -> None:
    day, state = _day(many, 400), many.draw.choice(STATES)
    many.add(
        deviation,
        supplier_id=supplier_id,
        contract_id=contract_id,
        case_id=case_id,
        description="Varorna kom två dagar för sent och tre kolli saknades.",
        observed_on=day,
        reported_by="person.1",
        reported_at=datetime.combine(day, time(10)),
        category=None if state == "reported" else many.draw.choice(DEVIATION_CATEGORIES),
        severity=None if state == "reported" else many.draw.choices((1, 2, 3, 4), (60, 30, 8, 2))[0],
        complained_on=day + timedelta(days=3) if day < TODAY - timedelta(days=3) and state != "reported" else None,
        due_on=day + timedelta(days=30) if state != "reported" else None,
        state=state,
        closed_on=min(day + timedelta(days=20), TODAY) if state == "verified" else None,
    )


def _day(many: Many, ago: int, least: int = 0) -> date:
    return TODAY - timedelta(days=many.draw.randint(least, ago))
