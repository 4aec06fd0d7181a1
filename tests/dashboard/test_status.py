"""From value and target to status: equality, both directions, bands, coverage, and no data."""

from typing import Any

import polars as pl
import pytest

from dashboard.metric import Better
from dashboard.rules.limits import Limits
from dashboard.rules.targets import SCHEMA
from dashboard.status import DEFINITIONS, REASONS, STATUS_NAMES, Reason, Status, with_status
from tests.dashboard.build_metric import share

MEASURED = {"n": 100, "n_unknown": 0, "coverage": 1.0, "value": 0.5, "is_count_only": False}
TYPES = {
    **SCHEMA,
    "n": pl.Int64,
    "n_unknown": pl.Int64,
    "coverage": pl.Float64,
    "value": pl.Float64,
    "is_count_only": pl.Boolean,
}


def judged(better: Better = Better.HIGHER, needs_coverage: bool = True, **given: Any) -> dict[str, Any]:
    target = {"target_green": 0.9, "target_green_to": None, "target_amber": 0.8, "target_amber_to": None}
    row = {**dict.fromkeys(SCHEMA), **MEASURED, **target, **given}
    metric = share(better=better, needs_coverage=needs_coverage)
    return with_status(pl.DataFrame([row], schema=TYPES), metric, Limits()).row(0, named=True)


@pytest.mark.parametrize(
    ("value", "status"),
    [(0.95, "green"), (0.9, "green"), (0.899, "amber"), (0.8, "amber"), (0.799, "red"), (0.0, "red")],
)
def test_higher_is_better_and_a_value_on_the_limit_is_on_its_good_side(value: float, status: str) -> None:
    assert judged(value=value)["status"] == status


@pytest.mark.parametrize(
    ("value", "status"), [(0.05, "green"), (0.08, "green"), (0.081, "amber"), (0.15, "amber"), (0.151, "red")]
)
def test_lower_is_better_and_a_value_on_the_limit_is_on_its_good_side(value: float, status: str) -> None:
    found = judged(Better.LOWER, value=value, target_green=0.08, target_amber=0.15)

    assert found["status"] == status


@pytest.mark.parametrize(
    ("value", "status"),
    [(5.9, "amber"), (6, "green"), (12, "green"), (12.1, "amber"), (15, "amber"), (15.1, "red"), (3, "red")],
)
def test_a_band_is_judged_by_both_its_ends(value: float, status: str) -> None:
    ends: dict[str, Any] = {"target_green": 6, "target_green_to": 12, "target_amber": 4, "target_amber_to": 15}

    assert judged(Better.BAND, value=value, **ends)["status"] == status


def test_nothing_is_never_green() -> None:
    found = judged(n=0, value=None, coverage=None)

    assert (found["status"], found["reason"]) == ("no_data", "nothing")


def test_only_unknown_rows_are_no_data() -> None:
    found = judged(n=0, n_unknown=9, value=None, coverage=0.0)

    assert (found["status"], found["reason"]) == ("no_data", "unknown")


def test_too_few_are_no_data() -> None:
    found = judged(n=4, value=None, is_count_only=True)

    assert (found["status"], found["reason"]) == ("no_data", "few")


@pytest.mark.parametrize(
    ("coverage", "status", "is_uncertain"),
    [(0.9, "green", False), (0.899, "green", True), (0.7, "green", True), (0.699, "no_data", False)],
)
def test_coverage_makes_uncertain_and_then_hides_the_judgement(
    coverage: float, status: str, is_uncertain: bool
) -> None:
    found = judged(value=0.95, coverage=coverage)

    assert (found["status"], found["is_uncertain"]) == (status, is_uncertain)
    assert found["value"] == 0.95


def test_a_survey_is_judged_whatever_its_response_rate() -> None:
    assert judged(value=0.95, coverage=0.4, needs_coverage=False)["status"] == "green"


def test_a_neutral_metric_is_followed_and_never_judged() -> None:
    found = judged(Better.NEUTRAL, value=0.1)

    assert (found["status"], found["reason"]) == ("no_target", None)


def test_without_a_target_on_the_day_nothing_is_judged() -> None:
    found = judged(value=0.1, target_green=None, target_amber=None)

    assert (found["status"], found["reason"]) == ("no_target", "target")


def test_without_a_tolerance_there_is_no_amber() -> None:
    assert judged(value=0.89, target_amber=None)["status"] == "red"


def test_every_status_and_reason_has_words_in_both_languages() -> None:
    assert set(STATUS_NAMES) == set(DEFINITIONS) == set(Status)
    assert set(REASONS) == set(Reason)
    for words in (*STATUS_NAMES.values(), *DEFINITIONS.values(), *REASONS.values()):
        assert words.sv
        assert words.en
