"""What is missing in a case: what its step demands, what steps passed have left, and registration numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.rules.escalation.due import DOCUMENTS, due_on, is_skipped
from dashboard.rules.escalation.facts import CaseFacts
from dashboard.rules.escalation.fulfilled import NOT_DECIDED, is_fulfilled
from dashboard.rules.escalation.missing_words import NEEDS
from dashboard.rules.escalation.step_rules import FORMAL_ACTS, Obligation, StepRules
from dashboard.rules.working_days import add_working_days
from dashboard.text import Text

NUMBER = "registration_number"
CONTROLLER = "contract_controller"
FORMAL_FROM = 2  # what is done from this step on is registered
# What a move downwards, or the end, leaves to be done.
AFTER_MOVE = {
    "remedy_verified": ("protocol", "block_lifted"),
    "plan_closed": ("closing_note",),
    "settled": ("final_report",),
}


@dataclass(frozen=True)
class Missing:
    """One thing that is missing, whose `role` sees to it.

    `about` is what lacks a number: ("case" | "record" | "penalty", its id); `kind` says what such a record is.
    """

    key: str
    step: int
    role: str
    due_on: date
    is_overdue: bool
    is_from_fast_track: bool = False
    about: tuple[str, int] | None = None
    kind: str | None = None

    @property
    def needs(self) -> Text:
        """What to do."""
        return NEEDS[self.key]


def missing(facts: CaseFacts, rules: StepRules, today: date) -> list[Missing]:
    """Everything missing, the earliest due first and each thing once. Overdue from the day after `due_on`."""
    found = [*_demanded(facts, rules, today), *_after_move(facts, rules, today), *_numbers(facts, rules, today)]
    found.sort(key=lambda one: (one.due_on, one.step, one.key, one.about or ("", 0)))
    return list({(one.key, one.about): one for one in reversed(found)}.values())[::-1]


def _demanded(facts: CaseFacts, rules: StepRules, today: date) -> Iterator[Missing]:
    """What the step asks for, the papers of steps below it, and those of the steps the fast track jumped over."""
    for step in range(1, facts.step + 1) if facts.is_open else ():
        for one in rules.obligations_of(step):
            if _is_asked_for(one, facts) and not is_fulfilled(one, facts):
                due = due_on(one, facts, rules.limits)
                about = ("case", facts.id) if one.key == NUMBER else None
                yield Missing(one.key, step, one.role, due, due < today, is_skipped(step, facts), about)


def _is_asked_for(obligation: Obligation, facts: CaseFacts) -> bool:
    if obligation.step == facts.step:
        return True
    return obligation.key in DOCUMENTS and (obligation.step >= FORMAL_FROM or is_skipped(obligation.step, facts))


def _after_move(facts: CaseFacts, rules: StepRules, today: date) -> Iterator[Missing]:
    """What the latest move leaves to be done."""
    due = add_working_days(facts.entered_on, rules.limits.after_move_working_days)
    for key in AFTER_MOVE.get(facts.events[-1].event, ()) if facts.events else ():
        if not _is_done_after_move(key, facts):
            yield Missing(key, min(facts.step, 4), CONTROLLER, due, due < today)


def _is_done_after_move(key: str, facts: CaseFacts) -> bool:
    if key == "block_lifted":
        return not any(one.executed_on and not one.lifted_on for one in facts.blocks)
    return facts.latest(key, facts.entered_on) is not None


def _numbers(facts: CaseFacts, rules: StepRules, today: date) -> Iterator[Missing]:
    """Formal acts without a registration number, due the day they were done.

    An act that stands in a log nobody changes (a move, a penalty) has the case's number where it has none of its own.
    """
    for record in facts.records:
        is_formal = record.kind in rules.registered_kinds and (record.step >= FORMAL_FROM or record.kind in FORMAL_ACTS)
        if is_formal and record.is_sent and not record.is_withdrawn and not record.registration_number:
            about = ("record", record.id)
            yield _number(record.step, record.done_on, today, about, record.kind)
    if facts.registration_number:
        return
    for event in facts.events:
        if max(event.from_step, event.to_step) >= FORMAL_FROM and not event.registration_number:
            yield _number(min(event.to_step, 4), event.happened_on, today, ("case", facts.id))
    for penalty in facts.penalties:
        if penalty.state not in NOT_DECIDED and not penalty.registration_number:
            yield _number(min(facts.step, 4), penalty.last_on, today, ("penalty", penalty.id))


def _number(step: int, day: date, today: date, about: tuple[str, int], kind: str | None = None) -> Missing:
    return Missing(NUMBER, step, CONTROLLER, day, day < today, about=about, kind=kind)
