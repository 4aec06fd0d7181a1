"""Every reason why a move may not be made, all at once. No reasons: it may be made."""

from collections.abc import Iterator, Set
from datetime import date

from dashboard.roles import ROLE_NAMES
from dashboard.rules.escalation import guards_down, guards_up
from dashboard.rules.escalation.facts import SETTLED, CaseFacts
from dashboard.rules.escalation.guarding import Asked, Guard
from dashboard.rules.escalation.moves import Move, move_between, move_of, moves_from
from dashboard.rules.escalation.obstacle import Obstacle
from dashboard.rules.escalation.obstacle_words import MOVES as MOVE_WORDS
from dashboard.rules.escalation.step_rules import StepRules
from dashboard.rules.working_days import working_days_between

GUARDS: dict[str, tuple[Guard, ...]] = {**guards_up.GUARDS, **guards_down.GUARDS}


def obstacles(
    event: str,
    facts: CaseFacts,
    rules: StepRules,
    today: date,
    roles: Set[str],
    reason: str,
    registration_number: str | None = None,
) -> list[Obstacle]:
    """Why somebody with `roles` may not let `event` happen to the case today. Empty: they may.

    `registration_number` is the number of the decision behind the move, where there is one.
    """
    move = move_of(event, facts.step)
    if not facts.is_open or move is None:
        return [_impossible(facts)]
    asked = Asked(facts, rules, today, reason.strip(), registration_number)
    guarded = (found for guard in GUARDS[event] for found in guard(asked))
    return [*_reason(asked), *_who(move, rules, roles), *_members(move, asked), *guarded]


def jump_obstacles(from_step: int, to_step: int) -> list[Obstacle]:
    """Why no case goes straight from one step to the other. Empty: such a move exists, whatever else it asks for."""
    return [] if move_between(from_step, to_step) else [_one_step(from_step)]


def warnings(event: str, facts: CaseFacts, rules: StepRules) -> list[Obstacle]:
    """What stops nobody and should be known: no delegation, a short time to cure, a role in doubt."""
    move = move_of(event, facts.step)
    if move is None or not facts.is_open:
        return []
    return [*_delegation(event, facts, rules), *_short_cure(event, facts, rules), *_doubtful(move, facts, rules)]


def _impossible(facts: CaseFacts) -> Obstacle:
    return _one_step(facts.step) if facts.is_open else Obstacle("case_closed")


def _one_step(step: int) -> Obstacle:
    next_moves = tuple(MOVE_WORDS[move.event] for move in moves_from(step))
    return (
        Obstacle("one_step_at_a_time", {"step": step, "moves": next_moves}) if next_moves else Obstacle("case_closed")
    )


def _reason(asked: Asked) -> Iterator[Obstacle]:
    if not asked.reason:
        yield Obstacle("reason_missing")


def _who(move: Move, rules: StepRules, roles: Set[str]) -> Iterator[Obstacle]:
    """A role that does or answers for the higher of the two steps makes the move."""
    allowed = rules.may_move(move.higher)
    if not roles & set(allowed):
        yield Obstacle("not_responsible", {"roles": tuple(ROLE_NAMES[role] for role in allowed)})


def _members(move: Move, asked: Asked) -> Iterator[Obstacle]:
    """Every role that does or answers for the step moved to has a named person in the case."""
    if move.to_step == SETTLED:
        return
    for role in asked.rules.responsible(move.to_step):
        if role not in asked.facts.members:
            yield Obstacle("role_without_member", {"role": ROLE_NAMES[role], "step": move.to_step})


def _doubtful(move: Move, facts: CaseFacts, rules: StepRules) -> Iterator[Obstacle]:
    for role in rules.doubtful(move.to_step):
        if role not in facts.members:
            yield Obstacle("doubtful_role", {"role": ROLE_NAMES[role], "step": move.to_step})


def _delegation(event: str, facts: CaseFacts, rules: StepRules) -> Iterator[Obstacle]:
    decision = facts.latest("termination_decision", facts.entered_on) if event == "decision_terminate" else None
    if decision and not rules.has_delegation("termination", decision.role, facts.contract_value_ore):
        yield Obstacle("no_delegation", {"role": ROLE_NAMES[decision.role] if decision.role else "–"})


def _short_cure(event: str, facts: CaseFacts, rules: StepRules) -> Iterator[Obstacle]:
    """The time to cure is not unreasonably short (köplagen 25 §)."""
    notice = facts.latest("notice_of_breach", facts.entered_on) if event == "decision_terminate" else None
    if notice and notice.deadline_on:
        days = working_days_between(notice.done_on, notice.deadline_on)
        if days < rules.limits.cure_working_days_from:
            yield Obstacle("short_time_to_cure", {"days": days, "least": rules.limits.cure_working_days_from})
