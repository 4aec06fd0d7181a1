"""Who may decide a penalty: by kind, role, amount and day."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from dashboard.rules.sanctions.delegations import delegated
from dashboard.rules.sanctions.usual_days import usual_claim_days
from tests.dashboard.frames import rows_of

DAY = date(2026, 11, 16)
LEADER = {"decision": "penalty", "role": "team_leader", "limit_ore": 500_000_00, "valid_from": date(2026, 1, 1)}
CHIEF = {"decision": "penalty", "role": "chief_purchasing_officer", "valid_from": date(2026, 1, 1)}


def rows(*given: dict[str, Any]) -> pl.DataFrame:
    return rows_of("delegation", [{"source": "", "status": "", **row} for row in given])


def test_the_role_with_a_limit_that_is_enough_may_decide() -> None:
    roles = frozenset({"team_leader", "chief_purchasing_officer"})

    small, large = (delegated(rows(CHIEF, LEADER), "penalty", roles, ore, DAY) for ore in (500_000_00, 500_000_01))

    assert [found and found["role"] for found in (small, large)] == ["team_leader", "chief_purchasing_officer"]


@pytest.mark.parametrize(
    ("change", "role"),
    [
        ({"limit_ore": 99}, "team_leader"),
        ({"decision": "termination"}, "team_leader"),
        ({"valid_from": date(2026, 11, 17)}, "team_leader"),
        ({"valid_to": date(2026, 11, 15)}, "team_leader"),
        ({}, "contract_controller"),
    ],
)
def test_too_small_a_limit_another_decision_another_day_or_another_role_gives_none(
    change: dict[str, Any], role: str
) -> None:
    assert delegated(rows({**LEADER, **change}), "penalty", frozenset({role}), 100, DAY) is None


def test_a_delegation_holds_on_its_first_and_its_last_day() -> None:
    one_day = rows({**LEADER, "valid_from": DAY, "valid_to": DAY})

    assert delegated(one_day, "penalty", frozenset({"team_leader"}), 100, DAY) is not None


def test_the_usual_time_to_claim_is_the_one_valid_that_day() -> None:
    limits = rows_of(
        "rule_limit",
        [
            {"key": "penalty_claim_days", "valid_from": date(2015, 1, 1), "value": 180},
            {"key": "penalty_claim_days", "valid_from": date(2027, 1, 1), "value": 90},
            {"key": "min_n", "valid_from": date(2020, 1, 1), "value": 5},
        ],
    )

    assert usual_claim_days(limits, DAY) == 180
    assert usual_claim_days(limits, date(2027, 1, 1)) == 90
    assert usual_claim_days(limits.clear(), DAY) == 180
