"""The line of a metric: valid, with the target as dated steps, and a sentence as its title."""

import altair as alt
import polars as pl
import pytest

from dashboard.charts.metric_trend import metric_trend

POINTS = pl.DataFrame(
    {
        "label": ["okt 2025", "nov 2025", "dec 2025"],
        "value": [0.81, None, 0.84],
        "low": [0.80, None, 0.82],
        "high": [0.83, None, 0.85],
        "n": [100, 0, 120],
        "status": ["amber", "no_data", "amber"],
        "target": [0.85, 0.85, 0.9],
        "written": ["81,0 %", "–", "84,0 %"],
        "interval": ["80,0 %–83,0 %", "–", "82,0 %–85,0 %"],
        "target_written": ["85 %", "85 %", "90 %"],
    }
)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_chart_is_valid(language):
    spec = metric_trend(POINTS, language, "Avtalstrohet: från 81 % till 84 %", "Månad", ".0%")

    alt.Chart.from_dict(spec, validate=True)


def test_the_target_is_drawn_as_steps_because_it_changes_on_a_day():
    spec = metric_trend(POINTS, "sv", "T", "", ".0%")

    marks = [layer["mark"] for layer in spec["layer"]]
    assert any(mark.get("interpolate") == "step" for mark in marks)


def test_there_is_room_for_half_a_month_in_words_to_the_right_of_the_last_point():
    assert metric_trend(POINTS, "sv", "T", "", ".0%")["padding"]["right"] >= 30


def test_without_a_target_no_target_is_drawn():
    points = POINTS.with_columns(target=pl.lit(None, pl.Float64))

    spec = metric_trend(points, "sv", "T", "", ".0%")

    assert not any(layer["mark"].get("interpolate") == "step" for layer in spec["layer"])


def test_the_periods_stand_in_their_own_order_and_the_last_one_has_its_label():
    spec = metric_trend(POINTS, "sv", "T", "", ".0%")

    assert spec["encoding"]["x"]["sort"] == POINTS["label"].to_list()
    assert "dec 2025" in spec["encoding"]["x"]["axis"]["values"]
