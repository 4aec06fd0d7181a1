"""The goal matrix: the sixteen indicators in the cells the steering model gives them, and nothing hidden in between."""

import re

import pytest

from dashboard.charts.goal_matrix import Entry, goal_matrix
from dashboard.charts.theme import STATUS
from dashboard.goals import INDICATORS, OUTSIDE_SCOPE, ZONES, Goal, in_scope

ADDRESSES = {goal: f"/mal?mal={goal.value}" for goal in Goal}


def cells(html: str) -> dict[tuple[Goal, int], str]:
    """What stands in each cell, by goal and zone."""
    rows = re.findall(r"<tr><th scope='row'>.*?</tr>", html)
    return {
        (goal, zone): cell
        for goal, row in zip(Goal, rows, strict=True)
        for zone, cell in zip(ZONES, re.findall(r"<td.*?</td>", row), strict=True)
    }


def test_there_are_sixteen_indicators_and_each_has_its_place():
    entries = [Entry(one.key, zone, "green", "1", "/x") for one in INDICATORS for zone in one.zones]

    found = cells(goal_matrix(entries, ADDRESSES, "sv"))

    assert len(INDICATORS) == 16
    for one in INDICATORS:
        for zone in one.zones:
            assert f"<span class='lw-name'>{one.name.sv}</span>" in found[one.goal, zone]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_cell_the_model_leaves_out_says_so(language):
    found = cells(goal_matrix([], ADDRESSES, language))

    outside = {key for key, cell in found.items() if OUTSIDE_SCOPE.in_language(language) in cell}

    assert outside == {(goal, zone) for goal in Goal for zone in ZONES if not in_scope(goal, zone)}
    assert outside == {(Goal.FOLLOW_LOU, 1), (Goal.FOLLOW_LOU, 3), (Goal.EFFICIENCY, 1)}


def test_an_indicator_nothing_measures_is_named_in_its_cell():
    found = cells(goal_matrix([Entry("e-handel", 3, "red", "57 %", "/x")], ADDRESSES, "sv"))

    assert "4 utan nyckeltal här" in found[Goal.EFFICIENCY, 3]
    assert "Samla volymer" in found[Goal.EFFICIENCY, 3]
    assert "Inget nyckeltal mäter den här zonen ännu" in found[Goal.VALUE, 1]


@pytest.mark.parametrize("status", STATUS)
def test_a_status_is_a_word_and_a_shape_and_never_colour_alone(status):
    html = goal_matrix([Entry("e-handel", 3, status, "57 %", "/x")], ADDRESSES, "sv")

    assert STATUS[status].word.sv in html
    assert STATUS[status].shape in html


def test_an_entry_outside_its_goals_zones_is_not_shown():
    html = goal_matrix([Entry("avtalstrohet", 1, "green", "99 %", "/x")], ADDRESSES, "sv")

    assert "99 %" not in html


def test_every_entry_is_a_link_to_its_metric():
    html = goal_matrix([Entry("e-handel", 3, "red", "57 %", "/nyckeltal?kod=K-EHA-1&lang=en")], ADDRESSES, "sv")

    assert "<a href='/nyckeltal?kod=K-EHA-1&amp;lang=en'" in html
