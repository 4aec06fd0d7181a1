"""The dated rows: which hold on a day, and that the seeded ones say what the presentation says."""

from datetime import date, timedelta

import polars as pl
import pytest
from sqlalchemy import Engine

from dashboard.rules.escalation.step_rules import StepLimits, StepRules, step_rules
from data_access.engine import reading, writing
from data_access.queries.goals import read_rule_limits
from data_access.queries.steps import read_delegations, read_step_obligations, read_step_roles
from data_access.tables.escalation import RECORDS
from data_access.writes.reference import seed_reference
from tests.dashboard.rules.escalation.build import DAY, RULES, reference_frames

NOT_RECORDS = {"registration_number", "legal_counsel", "erp_block"}  # seen elsewhere in the case


def test_the_database_gives_the_rules_that_the_reference_files_say(database: Engine) -> None:
    with writing(database) as connection:
        seed_reference(connection)

    with reading(database) as connection:
        frames = {
            "step_role": read_step_roles(connection),
            "step_obligation": read_step_obligations(connection),
            "delegation": read_delegations(connection),
            "rule_limit": read_rule_limits(connection),
        }
    assert step_rules(frames, DAY) == RULES


@pytest.mark.parametrize(
    ("step", "responsible", "doubtful"),
    [
        (0, {"contract_controller"}, set()),
        (1, {"contract_controller"}, set()),
        (2, {"contract_controller", "team_leader", "chief_purchasing_officer"}, set()),
        (3, {"team_leader", "legal_counsel", "chief_purchasing_officer"}, {"contract_controller"}),
        (4, {"team_leader", "legal_counsel", "chief_purchasing_officer"}, {"contract_controller"}),
    ],
)
def test_who_is_responsible_for_each_step(step: int, responsible: set[str], doubtful: set[str]) -> None:
    assert set(RULES.responsible(step)) == responsible
    assert set(RULES.doubtful(step)) == doubtful
    assert len(RULES.accountable(step)) == 1


def test_the_limits_of_the_code_are_those_of_the_reference_file() -> None:
    assert RULES.limits == StepLimits()


def test_every_obligation_is_something_that_can_be_recorded_or_seen() -> None:
    assert {one.key for one in RULES.obligations} <= set(RECORDS) | NOT_RECORDS


def test_every_row_says_where_it_comes_from_and_that_the_time_is_a_proposal() -> None:
    for name in ("step_role", "step_obligation", "delegation"):
        rows = reference_frames()[name]
        assert rows["source"].str.len_chars().min() > 10  # type: ignore[operator]
        assert set(rows["status"]) == {"estimate"}


def test_a_newer_row_holds_from_its_day_and_the_older_one_before_it() -> None:
    frames = reference_frames()
    frames["step_obligation"] = _with_new(frames["step_obligation"], pl.col("key") == "meeting", due_days=7)
    frames["rule_limit"] = _with_new(frames["rule_limit"], pl.col("key") == "escalation_quiet_days_to_0", value=45)

    before, since = (step_rules(frames, day) for day in (DAY - timedelta(days=1), DAY))

    assert [_meeting(rules) for rules in (before, since)] == [10, 7]
    assert [rules.limits.quiet_days_to_0 for rules in (before, since)] == [30, 45]


def test_a_row_that_has_ended_holds_no_more() -> None:
    frames = reference_frames()
    ended = pl.when(pl.col("role") == "chief_purchasing_officer").then(pl.lit(DAY)).alias("valid_to")
    frames["delegation"] = frames["delegation"].with_columns(ended)

    on_the_day, after = (step_rules(frames, day) for day in (DAY, date(2026, 3, 3)))

    assert on_the_day.has_delegation("termination", "chief_purchasing_officer", None)
    assert not after.has_delegation("termination", "chief_purchasing_officer", None)


def _with_new(rows: pl.DataFrame, which: pl.Expr, **changed: int) -> pl.DataFrame:
    new = rows.filter(which).with_columns(
        pl.lit(DAY).alias("valid_from"),
        pl.col("id") + 1000,
        *(pl.lit(value).cast(rows.schema[name]).alias(name) for name, value in changed.items()),
    )
    return pl.concat([new, rows])


def _meeting(rules: StepRules) -> int:
    return next(one.due_days for one in rules.obligations_of(2) if one.key == "meeting")
