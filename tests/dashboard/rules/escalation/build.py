"""One case and its parts: say only what matters to the test. Days are told as days from DAY."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import polars as pl

from dashboard.rules.escalation.facts import CaseFacts, DeviationFact, Event, Record
from dashboard.rules.escalation.moves import MOVES
from dashboard.rules.escalation.step_rules import StepRules, step_rules
from data_access.queries.frames import polars_type
from data_access.tables import escalation, goals, people
from data_access.writes.reference import read_reference

DAY = date(2026, 3, 2)  # a Monday without a holiday near
EVERYBODY = {
    "contract_controller": "asa",
    "team_leader": "tom",
    "chief_purchasing_officer": "eva",
    "legal_counsel": "jon",
}
ALL_ROLES = frozenset(EVERYBODY)
REASON = "Leverantören har upprepade gånger levererat fel varor."
REFERENCE = {
    "step_role": ("step_roles.csv", escalation.step_role),
    "step_obligation": ("step_obligations.csv", escalation.step_obligation),
    "delegation": ("delegations.csv", people.delegation),
    "rule_limit": ("rule_limits.csv", goals.rule_limit),
}


def reference_frames() -> dict[str, pl.DataFrame]:
    """The reference rows as reading them from the database gives them."""
    made = {}
    for name, (file, table) in REFERENCE.items():
        schema = {column.name: polars_type(column.type) for column in table.columns}
        rows = [
            {**dict.fromkeys(schema), **row, "id": number} for number, row in enumerate(read_reference(file, table))
        ]
        made[name] = pl.DataFrame(rows, schema=schema, orient="row")
    return made


RULES: StepRules = step_rules(reference_frames(), DAY)


def day(number: int) -> date:
    """The day `number` days after DAY."""
    return DAY + timedelta(days=number)


def event(name: str, from_step: int, on: date = DAY, **given: Any) -> Event:
    """One move, made at noon."""
    to_step = next(move.to_step for move in MOVES if (move.event, move.from_step) == (name, from_step))
    made = Event(from_step, to_step, name, on, datetime.combine(on, time(12)), "asa", REASON)
    return replace(made, **given)


def record(kind: str, on: date = DAY, number: int = 1, **given: Any) -> Record:
    """One record, made in the afternoon."""
    made = Record(number, kind, 0, on, datetime.combine(on, time(15)), who="asa", registration_number="KS 2026/1")
    return replace(made, **given)


def deviation(on: date = DAY, number: int = 1, **given: Any) -> DeviationFact:
    """One confirmed deviation of severity 1."""
    return replace(DeviationFact(number, "late", 1, "confirmed", on), **given)


PATHS = {
    0: (),
    1: (("indicator_warning", 0),),
    2: (("indicator_warning", 0), ("deviation_confirmed", 1)),
    3: (("indicator_warning", 0), ("deviation_confirmed", 1), ("action_plan_failed", 2)),
    4: (
        ("indicator_warning", 0),
        ("deviation_confirmed", 1),
        ("action_plan_failed", 2),
        ("decision_terminate", 3),
    ),
}


def case(step: int = 0, **given: Any) -> CaseFacts:
    """A case on a step, all the way climbed on DAY, with a person in every role and a number of its own."""
    events = tuple(event(name, from_step) for name, from_step in PATHS[step])
    made = CaseFacts(1, 1, 1, DAY, registration_number="KS 2026/1", members=EVERYBODY, events=events)
    return replace(made, **given)
