"""The goal × zone matrix: sixteen indicators in the cells where the steering model places them."""

import pytest

from dashboard.goals import GOAL_NAMES, GOAL_ZONES, INDICATORS, ZONES, Goal, in_scope, indicator, indicators_in


def test_there_are_sixteen_indicators_three_five_and_eight() -> None:
    assert len(INDICATORS) == len({one.key for one in INDICATORS}) == 16
    assert [len(indicators_in(goal)) for goal in Goal] == [3, 5, 8]


@pytest.mark.parametrize(
    ("goal", "zone", "count"),
    [
        (Goal.FOLLOW_LOU, 1, 0),
        (Goal.FOLLOW_LOU, 2, 3),
        (Goal.FOLLOW_LOU, 3, 0),
        (Goal.EFFICIENCY, 1, 0),
        (Goal.EFFICIENCY, 2, 5),
        (Goal.EFFICIENCY, 3, 5),
        (Goal.VALUE, 1, 8),
        (Goal.VALUE, 2, 8),
        (Goal.VALUE, 3, 8),
    ],
)
def test_every_cell_has_what_the_steering_model_puts_there(goal: Goal, zone: int, count: int) -> None:
    assert len(indicators_in(goal, zone)) == count
    assert in_scope(goal, zone) == (count > 0)


def test_four_indicators_carry_the_political_goals() -> None:
    carried = {one.political_goal: one.key for one in INDICATORS if one.political_goal is not None}

    assert carried == {0: "jamlikhet", 1: "jamstalldhet", 2: "klimat", 3: "ekonomi"}


def test_every_goal_has_a_name_and_zones() -> None:
    assert set(GOAL_NAMES) == set(GOAL_ZONES) == set(Goal)
    assert {zone for zones in GOAL_ZONES.values() for zone in zones} == set(ZONES)


def test_an_indicator_is_found_by_its_key() -> None:
    assert indicator("avtalstrohet").name.en == "Contract compliance"
