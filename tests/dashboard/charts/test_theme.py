"""The look of charts: Swedish numbers and months, a font name that browsers and exporters accept."""

import altair as alt
import pytest

from dashboard.charts.theme import STATUS, config, finished, locale


def test_swedish_months_have_small_letters_and_english_ones_capitals():
    swedish, english = locale("sv")["time"], locale("en")["time"]

    assert swedish["months"][0] == "januari"
    assert english["months"][0] == "January"
    assert len(swedish["months"]) == len(english["months"]) == len(swedish["shortMonths"]) == 12
    assert swedish["days"][0] == "söndag"


def test_numbers_have_a_decimal_comma_and_no_break_spaces():
    number = locale("sv")["number"]

    assert (number["decimal"], number["thousands"], number["minus"]) == (",", "\u00a0", "\u2212")


def test_the_font_family_stands_in_quotes_because_it_ends_in_a_digit():
    assert config("sv")["font"].startswith("'Source Sans 3'")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_finished_chart_is_valid_and_follows_the_width_of_the_page(language):
    bare = {"data": {"values": [{"a": 1}]}, "mark": "bar", "encoding": {"x": {"field": "a", "type": "quantitative"}}}

    spec = finished(bare, language, title="En mening.")

    alt.Chart.from_dict(spec, validate=True)
    assert spec["autosize"] == {"type": "fit-x", "contains": "padding"}
    assert spec["description"] == "En mening."


def test_every_status_has_a_shape_and_words_of_its_own():
    assert len({look.shape for look in STATUS.values()}) == len(STATUS)
    assert len({look.word.sv for look in STATUS.values()}) == len(STATUS)


@pytest.mark.parametrize("status", STATUS)
def test_a_status_word_is_dark_enough_to_read_on_white(status):
    assert _contrast_with_white(STATUS[status].text) >= 4.5


def _contrast_with_white(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
