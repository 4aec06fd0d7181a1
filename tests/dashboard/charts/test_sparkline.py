"""Small drawings: a line that says where it goes, and a bar that says how far it is."""

from dashboard.charts.bullet import bullet, scale_end
from dashboard.charts.sparkline import picture, sparkline


def test_one_value_is_no_trend():
    assert sparkline([0.5]) == ""
    assert sparkline([None, 0.5, None]) == ""


def test_a_gap_in_the_values_is_a_gap_in_the_line():
    assert sparkline([1, 2, None, 3, 4]).count("<polyline") == 2


def test_a_flat_line_is_drawn():
    assert "<polyline" in sparkline([0.5, 0.5, 0.5])


def test_a_picture_has_words_that_cannot_break_out_of_it():
    image = picture(sparkline([1, 2]), "uppåt' onload='x", "lw-spark")

    assert "onload='x" not in image
    assert 'alt="' in image or "alt='uppåt&#x27;" in image


def test_a_share_is_drawn_against_a_hundred_per_cent_and_a_small_share_against_its_own_size():
    assert scale_end(0.83, 0.9, None, True) == 1.0
    assert scale_end(0.03, 0.04, None, True) == 0.05
    assert scale_end(182, 180, None, False) == 227.5


def test_no_value_draws_no_bar_but_still_the_target():
    drawn = bullet(None, 0.9, "no_data")

    assert drawn.count("<rect") == 2
