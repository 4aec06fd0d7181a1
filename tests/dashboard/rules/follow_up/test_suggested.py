"""The scores the registers suggest, and why."""

from datetime import date

import polars as pl
import pytest

from dashboard.rules.follow_up.limits import FollowUpLimits, follow_up_limits
from dashboard.rules.follow_up.suggested import suggested_history, suggested_value

LIMITS = FollowUpLimits(14, 1_000_000, 5_000_000, 20_000_000, 1, 3, 6)


@pytest.mark.parametrize(
    ("sek", "score"), [(999_999, 1), (1_000_000, 2), (4_999_999, 2), (5_000_000, 3), (20_000_000, 4)]
)
def test_a_value_has_the_highest_score_whose_limit_it_reaches(sek: int, score: int) -> None:
    found = suggested_value(sek * 100, LIMITS)

    assert (found.score, found.code, found.number) == (score, "value", sek * 100)


def test_an_unknown_value_or_an_unknown_limit_suggests_nothing() -> None:
    assert suggested_value(None, LIMITS).score is None
    assert suggested_value(100, FollowUpLimits()).score is None


@pytest.mark.parametrize(
    ("severities", "score", "code"),
    [
        ((), 1, "no_deviations"),
        ((None,), 2, "open_deviations"),
        ((1, 1, 1), 3, "open_deviations"),
        ((1,) * 6, 4, "open_deviations"),
        ((4,), 4, "gravest_deviation"),
        ((3, 1, 1), 3, "open_deviations"),
    ],
)
def test_history_is_as_grave_as_the_gravest_open_deviation_and_graver_where_there_are_many(
    severities: tuple[int | None, ...], score: int, code: str
) -> None:
    found = suggested_history(severities, LIMITS)

    assert (found.score, found.code) == (score, code)


def test_the_limits_are_those_of_the_day() -> None:
    rows = pl.DataFrame(
        {
            "key": ["follow_up_tolerance_days", "follow_up_tolerance_days", "follow_up_value_2_sek"],
            "valid_from": [date(2020, 1, 1), date(2026, 6, 1), date(2026, 6, 1)],
            "value": [14, 30, 500_000],
        }
    )

    before, after = follow_up_limits(rows, date(2026, 5, 31)), follow_up_limits(rows, date(2026, 6, 1))

    assert (before.tolerance_days, before.value_2_sek) == (14, None)
    assert (after.tolerance_days, after.value_2_sek) == (30, 500_000)
