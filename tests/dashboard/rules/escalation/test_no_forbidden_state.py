"""No sequence of days, acts and moves brings a case to a state that the specification forbids."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dashboard.rules.escalation.facts import SETTLED, Block, CaseFacts, DeviationFact, Event, Item, PenaltyFact, Record
from dashboard.rules.escalation.missing import missing
from dashboard.rules.escalation.moves import MOVES, move_of, moves_from
from dashboard.rules.escalation.obstacles import obstacles, warnings
from dashboard.rules.escalation.stays import days_on_step, stays
from dashboard.rules.escalation.time_limits import step_time
from data_access.tables.escalation import DEVIATION_STATES, DOCUMENT_STATES, EVENTS, RECORDS
from data_access.tables.sanctions import PENALTY_STATES
from tests.dashboard.rules.escalation.build import ALL_ROLES, EVERYBODY, RULES
from tests.slow.escalation_moves import TABLE, slow_allows

ROLES = sorted(ALL_ROLES)
LONG, SHORT = "Fara för liv: elever har blivit sjuka av maten i dag.", "Kort skäl"
BEGIN = date(2026, 1, 7)
PEOPLE = ("asa", "tom", "eva", "jon")
CHIEF = {"role": "chief_purchasing_officer", "who": "eva"}
COUNSEL = {"role": "legal_counsel", "who": "jon", "verdict": True}
# What each move asks to be recorded, and how many days it waits.
EVIDENCE: dict[str, tuple[tuple[str, dict[str, Any]], ...]] = {
    "indicator_warning": (),
    "deviation_confirmed": (),
    "action_plan_failed": (("action_plan", {}),),
    "decision_terminate": (
        ("notice_of_breach", {}),
        ("legal_assessment", COUNSEL),
        ("termination_decision", CHIEF),
        ("continuity_plan", {}),
    ),
    "settled": (("settlement", {}), ("handover", {})),
    "remedy_verified": (("lowering_agreed", COUNSEL),),
    "plan_closed": (),
    "monitoring_ok": (),
    "fast_track": (("fast_track_approval", CHIEF), ("fast_track_approval", COUNSEL)),
    "withdraw": (),
}
WAITS = {"action_plan_failed": 1, "decision_terminate": 15, "plan_closed": 60, "monitoring_ok": 30}
LIVELY = st.sampled_from(("confirmed", "remedied", "verified"))


class Ladder(RuleBasedStateMachine):
    """A case to which anything may happen; only the moves ask for leave."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = CaseFacts(1, 1, 1, BEGIN, members=dict(EVERYBODY))
        self.now = datetime.combine(BEGIN, time(8))
        self.number = 0

    @property
    def today(self) -> date:
        return self.now.date()

    def next_number(self) -> int:
        self.number += 1
        self.now += timedelta(seconds=1)
        return self.number

    def change(self, **given: Any) -> None:
        self.facts = replace(self.facts, **given)

    def add_record(self, kind: str, **given: Any) -> None:
        made = Record(self.next_number(), kind, min(self.facts.step, 4), self.today, self.now, **given)
        self.change(records=(*self.facts.records, made))

    @initialize(members=st.sets(st.sampled_from(ROLES)), is_active=st.booleans())
    def begin(self, members: set[str], is_active: bool) -> None:
        named = EVERYBODY if is_active else {role: EVERYBODY[role] for role in members}
        self.change(members=dict(named), is_contract_active=is_active)

    @rule(days=st.sampled_from((1, 1, 5, 14, 15, 30, 60)))
    def days_pass(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(
        kind=st.sampled_from(RECORDS),
        deadline=st.none() | st.integers(0, 30),
        verdict=st.none() | st.booleans(),
        role=st.sampled_from(ROLES),
        who=st.sampled_from(PEOPLE),
        state=st.none() | st.sampled_from(DOCUMENT_STATES),
        number=st.none() | st.just("KS 2026/2"),
    )
    def record_anything(
        self, kind: str, deadline: int | None, verdict: bool | None, role: str, who: str, state: str | None, number: Any
    ) -> None:
        day = None if deadline is None else self.today + timedelta(days=deadline)
        given = {"verdict": verdict, "role": role, "who": who, "document_state": state, "registration_number": number}
        self.add_record(kind, deadline_on=day, **given)

    @rule(choice=st.integers(0, 2), left_out=st.none() | st.sampled_from(RECORDS), is_early=st.booleans())
    def somebody_who_knows_the_rules_goes_on(self, choice: int, left_out: str | None, is_early: bool) -> None:
        """Does what one of the possible moves asks for, but perhaps for one thing: else few cases come far."""
        moves = moves_from(self.facts.step) if self.facts.is_open else ()
        if moves:
            event = moves[choice % len(moves)].event
            self.name_everybody()
            for kind, given in EVIDENCE[event]:
                if kind != left_out:
                    deadline = self.today + timedelta(days=14) if kind == "notice_of_breach" else None
                    self.add_record(kind, deadline_on=deadline, **given)
            self.see_to_deviations_and_actions(event)
            self.days_pass(max(WAITS.get(event, 0) - is_early, 0))
            self.let_those_who_may_try(event)

    def see_to_deviations_and_actions(self, event: str) -> None:
        match event:
            case "deviation_confirmed":
                self.a_deviation(severity=2, category="late", state="confirmed", ago=0, due=None)
            case "action_plan_failed":
                self.plan_an_action(due=0)
            case "remedy_verified":
                self.look_at_every_deviation(state="verified", is_reopened=False)
            case "plan_closed":
                self.plan_an_action(due=0)
                self.verify_every_action()

    @rule(
        whos=st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)), verdict=st.sampled_from((None, True, False))
    )
    def approve_a_fast_track(self, whos: tuple[str, str], verdict: bool | None) -> None:
        self.add_record("fast_track_approval", role="chief_purchasing_officer", who=whos[0], verdict=verdict)
        self.add_record("fast_track_approval", role="legal_counsel", who=whos[1])

    @precondition(lambda self: self.facts.records)
    @rule(data=st.data())
    def withdraw_a_record(self, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(self.facts.records) - 1))
        records = list(self.facts.records)
        records[place] = replace(records[place], is_withdrawn=True)
        self.change(records=tuple(records))

    @rule(
        severity=st.none() | st.integers(1, 4),
        category=st.sampled_from((None, "late", "price")),
        state=st.sampled_from((*DEVIATION_STATES, "confirmed")),
        ago=st.integers(0, 100),
        due=st.none() | st.integers(0, 40),
    )
    def a_deviation(self, severity: int | None, category: str | None, state: str, ago: int, due: int | None) -> None:
        day = None if due is None else self.today + timedelta(days=due)
        observed = self.today - timedelta(days=ago)
        made = DeviationFact(self.next_number(), category, severity, state, observed, due_on=day)
        self.change(deviations=(*self.facts.deviations, made))

    @precondition(lambda self: self.facts.deviations)
    @rule(state=LIVELY, is_reopened=st.booleans())
    def look_at_every_deviation(self, state: str, is_reopened: bool) -> None:
        day = self.today if is_reopened and state == "confirmed" else None
        seen = (replace(one, state=state, reopened_on=day or one.reopened_on) for one in self.facts.deviations)
        self.change(deviations=tuple(seen))

    @rule(due=st.integers(0, 40))
    def plan_an_action(self, due: int) -> None:
        made = Item(self.next_number(), self.today, self.today + timedelta(days=due))
        self.change(items=(*self.facts.items, made))

    @rule()
    def verify_every_action(self) -> None:
        self.change(items=tuple(replace(one, done_on=self.today, verified_on=self.today) for one in self.facts.items))

    @rule(state=st.sampled_from(PENALTY_STATES), is_cap_reached=st.booleans())
    def a_penalty(self, state: str, is_cap_reached: bool) -> None:
        made = PenaltyFact(self.next_number(), state, is_cap_reached, self.today)
        self.change(penalties=(*self.facts.penalties[-1:], made), blocks=(Block(made.id, self.today),))

    @rule(role=st.sampled_from(ROLES), is_named=st.booleans())
    def name_or_release(self, role: str, is_named: bool) -> None:
        others = {key: who for key, who in self.facts.members.items() if key != role}
        self.change(members={**others, **({role: EVERYBODY[role]} if is_named else {})})

    @rule()
    def name_everybody(self) -> None:
        self.change(members=dict(EVERYBODY), is_contract_active=True)

    @rule(
        event=st.sampled_from(EVENTS),
        roles=st.sets(st.sampled_from((*ROLES, "operations"))),
        reason=st.sampled_from((LONG, SHORT, "  ")),
        number=st.sampled_from((None, "KS 2026/3")),
    )
    def try_a_move(self, event: str, roles: set[str], reason: str, number: str | None) -> None:
        self.attempt(event, roles, reason, number)

    @rule(event=st.sampled_from(EVENTS))
    def let_those_who_may_try(self, event: str) -> None:
        self.attempt(event, set(ALL_ROLES), LONG, "KS 2026/3")

    def attempt(self, event: str, roles: set[str], reason: str, number: str | None) -> None:
        facts, today = self.facts, self.today
        found = obstacles(event, facts, RULES, today, roles, reason, number)

        assert (not found) == slow_allows(event, facts, today, roles, reason, number)
        for one in (*found, *warnings(event, facts, RULES)):
            assert "{" not in one.in_language("sv") + one.in_language("en")
        move = move_of(event, facts.step)
        if not found and move:
            self.next_number()
            made = Event(move.from_step, move.to_step, event, today, self.now, "asa", reason, number)
            self.change(events=(*facts.events, made), closed_on=today if move.closes else None)

    @invariant()
    def every_logged_move_follows_the_table_and_the_one_before_it(self) -> None:
        step = 0
        for one in self.facts.events:
            assert one.from_step == step
            assert TABLE[step, one.event] == one.to_step
            step = one.to_step
        assert self.facts.step == step

    @invariant()
    def no_move_but_the_fast_track_takes_two_steps(self) -> None:
        jumps = [one for one in self.facts.events if abs(one.to_step - one.from_step) > 1]

        assert all((one.event, one.to_step) == ("fast_track", 3) for one in jumps)

    @invariant()
    def what_is_settled_or_closed_is_final(self) -> None:
        ends = [place for place, one in enumerate(self.facts.events) if one.to_step in (0, SETTLED)]

        assert ends in ([], [len(self.facts.events) - 1])
        assert self.facts.is_open is not bool(ends)

    @invariant()
    def step_4_was_never_reached_without_notice_time_to_cure_and_legal_counsels_yes(self) -> None:
        for one in self.facts.events:
            if one.to_step == 4:
                before = [record for record in self.facts.records if record.at < one.at]
                notices = [each for each in before if each.kind == "notice_of_breach" and each.deadline_on]
                assessed = [each for each in before if each.kind == "legal_assessment" and each.verdict]
                assert any(each.deadline_on and each.deadline_on <= one.happened_on for each in notices)
                assert any(each.role == "legal_counsel" for each in assessed)

    @invariant()
    def a_fast_track_has_two_approvals_and_a_long_reason(self) -> None:
        for one in self.facts.events:
            if one.event == "fast_track":
                given = [r for r in self.facts.records if r.kind == "fast_track_approval" and r.at < one.at]
                assert {r.role for r in given} >= {"chief_purchasing_officer", "legal_counsel"}
                assert len({r.who for r in given}) >= 2
                assert len(one.reason.strip()) >= 50

    @invariant()
    def the_stays_make_up_the_whole_time(self) -> None:
        last = self.facts.closed_on or self.today

        assert sum(stay.days(last) for stay in stays(self.facts)) == (last - BEGIN).days
        assert 0 <= days_on_step(self.facts, self.today) <= (self.today - BEGIN).days

    @invariant()
    def what_is_missing_can_always_be_said(self) -> None:
        found = missing(self.facts, RULES, self.today)

        assert len({(one.key, one.about) for one in found}) == len(found)
        assert all(one.needs.sv and one.is_overdue == (one.due_on < self.today) for one in found)
        assert step_time(self.facts, RULES, self.today).state in ("none", "reminder", "proposal")


Ladder.TestCase.settings = settings(max_examples=200, stateful_step_count=40, deadline=None)
TestLadder = Ladder.TestCase


def test_the_second_table_of_moves_is_the_first_one() -> None:
    assert {(move.from_step, move.event): move.to_step for move in MOVES} == TABLE
