"""A metric's numbers in words, as people read them."""

from typing import Any

import pytest

from dashboard.metric import Better, Unit
from dashboard.metric_words import short_sureness, sureness_words, target_words, value_words
from tests.dashboard.build_metric import median_days, share

NBSP = "\u00a0"


def row(**given: Any) -> dict[str, Any]:
    usual = {"low": None, "high": None, "coverage": 1.0, "n": 100, "target_green": 0.9, "target_green_to": None}
    return {**usual, **given}


@pytest.mark.parametrize(
    ("unit", "value", "written"),
    [
        (Unit.SHARE, 0.8355, f"83,6{NBSP}%"),
        (Unit.DAYS, 182.4, f"182{NBSP}dagar"),
        (Unit.INDEX, 68.84, "68,8"),
        (Unit.TONNES, 53085.2, f"53{NBSP}085{NBSP}ton CO₂e"),
        (Unit.SHARE, None, "–"),
    ],
)
def test_a_value_has_its_unit(unit: Unit, value: float | None, written: str):
    assert value_words(share(unit=unit), value, "sv") == written


@pytest.mark.parametrize(
    ("better", "given", "written"),
    [
        (Better.HIGHER, {}, f"mål minst 90{NBSP}%"),
        (Better.LOWER, {"target_green": 0.045}, f"mål högst 4,5{NBSP}%"),
        (Better.BAND, {"target_green": 0.1, "target_green_to": 0.5}, f"mål 10{NBSP}%–50{NBSP}%"),
        (Better.NEUTRAL, {}, "utan mål"),
        (Better.HIGHER, {"target_green": None}, "utan mål"),
    ],
)
def test_the_direction_of_a_target_is_said_in_words(better: Better, given: dict[str, Any], written: str):
    assert target_words(share(better=better), row(**given), "sv") == written


def test_an_interval_says_its_unit_once():
    assert short_sureness(share(), row(low=0.758, high=0.804), "sv") == f"75,8–80,4{NBSP}%"
    assert short_sureness(median_days(unit=Unit.DAYS), row(low=212, high=222), "sv") == f"212–222{NBSP}dagar"


def test_no_interval_is_shown_where_the_value_is_certain_or_has_no_upper_end():
    assert short_sureness(share(), row(low=0.8, high=0.8), "sv") == ""
    assert short_sureness(share(), row(low=0.8), "sv") == ""


def test_low_coverage_is_called_uncertain():
    assert "osäkert" in sureness_words(share(), row(coverage=0.75), "sv")
    assert "osäkert" not in sureness_words(share(), row(coverage=0.9), "sv")
