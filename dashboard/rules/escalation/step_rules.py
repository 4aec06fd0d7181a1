"""What the ladder asks for on a day: roles, obligations, delegations and limits, each a dated row valid then."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any

import polars as pl

PREFIX = "escalation_"
RESPONSIBLE = ("R", "A")  # does it, answers for it
# Formal acts that no step waits for: they come with a move, and are registered whenever they are done.
FORMAL_ACTS = frozenset(
    {
        "fast_track_approval",
        "termination_decision",
        "settlement_agreement",
        "closing_note",
        "final_report",
    }
)


@dataclass(frozen=True)
class StepLimits:
    """The limits of one day (`rule_limit`, keys `escalation_…`). The values here hold where the database has none.

    `…_working_days` and `…_days` are days, `…_share` is a share of the longest time on a step.
    """

    unresolved_working_days: int = 20
    many_deviations: int = 3
    many_deviations_days: int = 90
    answer_working_days: int = 10
    again_months: int = 6
    quiet_days_to_1: int = 60
    quiet_days_to_0: int = 30
    reason_characters: int = 50
    afterwards_working_days: int = 5
    after_move_working_days: int = 5
    complaint_working_days: int = 10
    complaint_law_months: int = 24
    max_working_days_1: int = 20
    max_working_days_2: int = 45
    max_working_days_3: int = 30
    max_working_days_4: int = 90
    reminder_share: float = 1.0
    proposal_share: float = 1.2
    plan_working_days: int = 30
    cure_working_days_from: int = 10
    cure_working_days_to: int = 20

    def max_working_days(self, step: int) -> int | None:
        """The longest time on a step before it is looked at anew; None for step 0 and for a settled case."""
        longest = (self.max_working_days_1, self.max_working_days_2, self.max_working_days_3, self.max_working_days_4)
        return longest[step - 1] if 1 <= step <= 4 else None


@dataclass(frozen=True)
class StepRole:
    """A role's part in a step. A doubtful one could not be read with certainty: it is shown and stops nobody."""

    step: int
    role: str
    part: str
    is_doubtful: bool


@dataclass(frozen=True)
class Obligation:
    """What a step demands: within `due_days` from the day the step began, seen to by `role`."""

    key: str
    step: int
    due_days: int
    is_working_days: bool
    role: str
    is_registered: bool


@dataclass(frozen=True)
class Delegation:
    """A role's right to decide on the committee's behalf, up to an amount in öre (None: any amount)."""

    decision: str
    role: str
    limit_ore: int | None


@dataclass(frozen=True)
class StepRules:
    """The rules valid on one day."""

    roles: tuple[StepRole, ...]
    obligations: tuple[Obligation, ...]
    delegations: tuple[Delegation, ...]
    limits: StepLimits = StepLimits()

    def responsible(self, step: int) -> tuple[str, ...]:
        """The roles that do or answer for a step, each once, without the doubtful ones."""
        return self._responsible(step, doubtful=False)

    def doubtful(self, step: int) -> tuple[str, ...]:
        """The roles that may be responsible for a step too: the picture could be read in two ways."""
        return self._responsible(step, doubtful=True)

    def accountable(self, step: int) -> tuple[str, ...]:
        """The roles that answer for a step: they are reminded."""
        return tuple(one.role for one in self.roles if one.step == step and one.part == "A")

    def may_move(self, step: int) -> tuple[str, ...]:
        """The roles that may make a move whose higher step this is; the doubtful ones too, for a doubt stops nobody."""
        return (*self.responsible(step), *self.doubtful(step))

    def obligations_of(self, step: int) -> tuple[Obligation, ...]:
        """What the step demands."""
        return tuple(one for one in self.obligations if one.step == step)

    @cached_property
    def registered_kinds(self) -> frozenset[str]:
        """The kinds of records that are formal acts and have a registration number."""
        return FORMAL_ACTS | {one.key for one in self.obligations if one.is_registered}

    def has_delegation(self, decision: str, role: str | None, value_ore: int | None) -> bool:
        """Whether a delegation covers it; one with a limit does not where the value is unknown."""
        matching = (one for one in self.delegations if (one.decision, one.role) == (decision, role))
        return any(one.limit_ore is None or (value_ore is not None and value_ore <= one.limit_ore) for one in matching)

    def _responsible(self, step: int, doubtful: bool) -> tuple[str, ...]:
        there = (one for one in self.roles if one.step == step and one.part in RESPONSIBLE)
        return tuple(dict.fromkeys(one.role for one in there if one.is_doubtful == doubtful))


def step_rules(frames: Mapping[str, pl.DataFrame], day: date) -> StepRules:
    """The rules valid on `day`, out of the frames step_role, step_obligation, delegation and rule_limit."""
    roles, obligations, delegations = (
        _valid(frames[name], day, key)
        for name, key in (
            ("step_role", ["step", "role", "part"]),
            ("step_obligation", ["step", "key"]),
            ("delegation", ["decision", "role"]),
        )
    )
    return StepRules(
        roles=tuple(StepRole(*row) for row in roles.select("step", "role", "part", "is_doubtful").iter_rows()),
        obligations=tuple(
            Obligation(*row) for row in obligations.select(*(field.name for field in fields(Obligation))).iter_rows()
        ),
        delegations=tuple(Delegation(*row) for row in delegations.select("decision", "role", "limit_ore").iter_rows()),
        limits=_limits(frames["rule_limit"], day),
    )


def _valid(rows: pl.DataFrame, day: date, key: list[str]) -> pl.DataFrame:
    """The newest row of each key that has begun and not ended."""
    begun = rows.filter(pl.col("valid_from") <= day, pl.col("valid_to").is_null() | (pl.col("valid_to") >= day))
    return begun.sort("valid_from", maintain_order=True).unique(key, keep="last", maintain_order=True).sort("id")


def _limits(rows: pl.DataFrame, day: date) -> StepLimits:
    begun = rows.filter(pl.col("valid_from") <= day).sort("valid_from").unique("key", keep="last")
    said = {key.removeprefix(PREFIX): value for key, value in begun.select("key", "value").iter_rows()}
    known: dict[str, Any] = {
        field.name: float(said[field.name]) if field.name.endswith("_share") else int(said[field.name])
        for field in fields(StepLimits)
        if field.name in said
    }
    return StepLimits(**known)
