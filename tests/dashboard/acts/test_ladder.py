"""A supplier climbs the whole ladder and comes down again, by the rules as they are seeded, act by act."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, text

from dashboard.acts.complete_deviation import complete_deviation
from dashboard.acts.move_case import move_case
from dashboard.acts.name_member import name_member
from dashboard.acts.open_case import open_case
from dashboard.acts.plan_action import finish_action, plan_action
from dashboard.acts.record_act import record_act
from dashboard.people import Person
from data_access.engine import reading, writing
from data_access.errors import Refused
from data_access.queries.escalation import read_escalation_events
from data_access.writes.reference import seed_reference
from tests.dashboard.acts.cases import (
    CHIEF,
    CONTROLLER,
    LEADER,
    LEGAL,
    NOW,
    case_row,
    complete,
    deviation_row,
    report,
    settle,
)


class Walk:
    """A case with a deviation of severity 2, everybody named, and a day that goes on."""

    def __init__(self) -> None:
        self.now, self.count = NOW, 0
        self.deviation_id = report()
        complete(self.deviation_id, due_on=(NOW + timedelta(days=10)).date())
        case_id = open_case(CONTROLLER, "open", NOW, 1, 1, [self.deviation_id])
        assert case_id is not None
        self.case_id = case_id
        for person in (CONTROLLER, LEADER, LEGAL, CHIEF):
            role = min(person.roles)
            name_member(CONTROLLER, self._key(), NOW, case_id, self._seen(), role, person.id)

    def _key(self) -> str:
        self.count += 1
        return f"walk{self.count}"

    def _seen(self) -> int:
        return int(case_row(self.case_id)["version"])

    def wait(self, days: int) -> None:
        self.now += timedelta(days=days)

    def record(self, kind: str, by: Person = CONTROLLER, days: int | None = None, **said: Any) -> None:
        deadline = None if days is None else (self.now + timedelta(days=days)).date()
        said = {"done_on": self.now.date(), "deadline_on": deadline, "document_state": "dispatched", **said}
        record_act(by, self._key(), self.now, self.case_id, self._seen(), kind=kind, **said)

    def move(self, event: str, by: Person = LEADER, reason: str = "Skäl.", number: str | None = None) -> None:
        self.wait(1)
        move_case(by, self._key(), self.now, self.case_id, self._seen(), event, reason, number)

    def refused(self, event: str, by: Person = LEADER) -> set[str]:
        with pytest.raises(Refused) as refused:
            self.move(event, by)
        codes = refused.value.details["codes"]
        assert isinstance(codes, tuple)
        return set(codes)

    def carry_on(self, state: str, at: datetime) -> None:
        row = deviation_row(self.deviation_id)
        names = ("contract_id", "requirement_id", "clause", "category", "severity", "complained_on", "due_on")
        said = {name: row[name] for name in (*names, "remedy", "credited_ore", "note")}
        complete_deviation(CONTROLLER, self._key(), at, row["id"], row["version"], state=state, **said)

    def to_step_3(self) -> None:
        self.move("indicator_warning", CONTROLLER)
        self.move("deviation_confirmed")
        self.record("action_plan", days=5)
        self.wait(10)
        self.move("action_plan_failed")

    def steps(self) -> list[int]:
        with reading() as connection:
            return read_escalation_events(connection, self.case_id)["to_step"].to_list()


@pytest.fixture
def walk(database: Engine) -> Walk:
    settle()
    with writing() as connection:
        seed_reference(connection)
    return Walk()


def test_up_to_termination_and_settlement(walk: Walk) -> None:
    walk.move("indicator_warning", CONTROLLER)
    walk.move("deviation_confirmed")
    assert walk.refused("action_plan_failed") == {"no_action_plan"}
    walk.record("action_plan", days=5)
    assert walk.refused("action_plan_failed") == {"plan_has_not_failed"}
    walk.wait(10)
    walk.move("action_plan_failed")

    missing = {"no_notice_of_breach", "no_legal_assessment", "no_termination_decision", "no_continuity_plan"}
    assert walk.refused("decision_terminate") == missing
    walk.record("notice_of_breach", days=14)
    walk.record("legal_assessment", LEGAL, verdict=True, is_confidential=True, note="Väsentligt avtalsbrott.")
    walk.record("termination_decision", CHIEF, verdict=True)
    walk.record("continuity_plan")
    assert walk.refused("decision_terminate") == {"cure_deadline_running"}
    walk.wait(15)
    walk.move("decision_terminate", CHIEF)

    assert walk.refused("settled") == {"not_settled", "no_handover"}
    walk.record("settlement")
    walk.record("handover")
    walk.move("settled")

    assert walk.steps() == [1, 2, 3, 4, 5]
    assert case_row(walk.case_id)["closed_on"] == walk.now.date()


def test_down_again_when_what_was_wrong_is_put_right(walk: Walk) -> None:
    walk.to_step_3()
    item = plan_action(
        CONTROLLER,
        "item",
        walk.now,
        walk.case_id,
        int(case_row(walk.case_id)["version"]),
        description="Ny bil",
        owner="Bolaget",
        start_on=walk.now.date(),
        due_on=walk.now.date(),
    )
    assert item is not None
    assert walk.refused("remedy_verified") == {"deviations_not_verified", "legal_counsel_not_agreed"}
    for state in ("remedied", "verified"):
        walk.carry_on(state, walk.now)
    walk.record("lowering_agreed", LEGAL, verdict=True)
    walk.move("remedy_verified")

    assert walk.refused("plan_closed") == {"plan_not_completed", "too_soon_after_deviation"}
    finish_action(CONTROLLER, "done", walk.now, item, 1, done_on=walk.now.date(), verified_on=walk.now.date())
    walk.wait(60)
    walk.move("plan_closed")
    walk.move("monitoring_ok", CONTROLLER)

    assert walk.steps() == [1, 2, 3, 2, 1, 0]
    assert case_row(walk.case_id)["closed_on"] == walk.now.date()


def test_the_fast_track_takes_two_people_and_leads_to_step_3_and_no_further(walk: Walk) -> None:
    reason = "Leveransen innebar fara för liv och hälsa på tre äldreboenden i går."
    walk.record("fast_track_approval", CHIEF, verdict=True)
    assert walk.refused("fast_track") == {"reason_too_short", "approval_missing"}
    walk.record("fast_track_approval", LEGAL, verdict=True)

    walk.move("fast_track", reason=reason)

    assert walk.steps() == [3]
    assert walk.refused("settled") == {"one_step_at_a_time"}


def test_a_termination_is_withdrawn_with_its_number_before_it_is_declared(walk: Walk) -> None:
    walk.to_step_3()
    walk.record("notice_of_breach", days=0)
    walk.record("legal_assessment", LEGAL, verdict=True)
    walk.record("termination_decision", CHIEF, verdict=True)
    walk.record("continuity_plan")
    walk.move("decision_terminate", CHIEF)

    assert walk.refused("withdraw", CHIEF) == {"no_withdrawal_decision"}
    walk.move("withdraw", CHIEF, number="KS 2026/77")

    assert walk.steps()[-2:] == [4, 3]


def test_the_database_itself_keeps_the_moves_and_the_log_as_they_are(walk: Walk) -> None:
    walk.move("indicator_warning", CONTROLLER)

    for table in ("escalation_event", "audit_log"):
        for change in (f"UPDATE {table} SET reason = 'x'", f"DELETE FROM {table}"):
            with pytest.raises(Exception, match="never changed"), writing() as connection:
                connection.execute(text(change))
