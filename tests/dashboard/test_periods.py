"""Windows of months and what each is compared with."""

from datetime import date

import pytest

from dashboard.periods import (
    Grain,
    Window,
    last_day,
    last_year,
    previous,
    window,
    window_label,
    window_months,
    windows_until,
)


@pytest.mark.parametrize(
    ("grain", "last", "expected"),
    [
        (Grain.MONTH, 202610, Window(202610, 202610)),
        (Grain.TERTIAL, 202604, Window(202601, 202604)),
        (Grain.TERTIAL, 202610, Window(202609, 202610, is_partial=True)),
        (Grain.HALF_YEAR, 202612, Window(202607, 202612)),
        (Grain.YEAR, 202610, Window(202601, 202610, is_partial=True)),
        (Grain.YEAR, 202612, Window(202601, 202612)),
        (Grain.ROLLING, 202602, Window(202503, 202602)),
    ],
)
def test_a_window_ends_with_the_month_asked_for(grain: Grain, last: int, expected: Window) -> None:
    assert window(last, grain) == expected


def test_a_chosen_period_is_as_chosen() -> None:
    assert window(202610, Grain.PERIOD, 202604) == Window(202604, 202610)


@pytest.mark.parametrize(
    ("of", "grain", "expected"),
    [
        (Window(202601, 202601), Grain.MONTH, Window(202512, 202512)),
        (Window(202609, 202610, True), Grain.TERTIAL, Window(202605, 202608)),
        (Window(202601, 202606), Grain.HALF_YEAR, Window(202507, 202512)),
        (Window(202601, 202610, True), Grain.YEAR, Window(202501, 202512)),
        (Window(202511, 202610), Grain.ROLLING, Window(202510, 202609)),
        (Window(202604, 202610), Grain.PERIOD, Window(202509, 202603)),
    ],
)
def test_the_window_before_is_the_whole_one_just_before(of: Window, grain: Grain, expected: Window) -> None:
    assert previous(of, grain) == expected


def test_the_same_months_last_year_are_as_many_as_now() -> None:
    assert last_year(Window(202609, 202610, is_partial=True)) == Window(202509, 202510)


def test_windows_follow_one_another_without_gap_or_overlap() -> None:
    found = windows_until(202610, Grain.TERTIAL, 5)

    months = [month for one in found for month in one.months]
    assert len(months) == len(set(months)) == 4 * 4 + 2
    assert months == sorted(months)


def test_rolling_windows_move_a_month_at_a_time() -> None:
    found = windows_until(202602, Grain.ROLLING, 3)

    assert [(one.first, one.last) for one in found] == [(202501, 202512), (202502, 202601), (202503, 202602)]
    assert window_months(found).height == 36


def test_the_last_day_of_february_in_a_leap_year() -> None:
    assert last_day(202402) == date(2024, 2, 29)


def test_a_window_has_words_in_both_languages() -> None:
    labels = {grain: window_label(window(202610, grain), grain).sv for grain in Grain}

    assert labels == {
        Grain.MONTH: "okt 2026",
        Grain.TERTIAL: "T3 2026",
        Grain.HALF_YEAR: "H2 2026",
        Grain.YEAR: "2026",
        Grain.ROLLING: "nov 2025–okt 2026",
        Grain.PERIOD: "nov 2025–okt 2026",
    }
    assert window_label(window(202605, Grain.MONTH), Grain.MONTH).en == "May 2026"
