"""Months in sentences."""

from dashboard.month_words import month_in_words


def test_a_month_is_written_out_in_the_visitors_language() -> None:
    assert month_in_words(202710, "sv") == "oktober 2027"
    assert month_in_words(202701, "en") == "January 2027"
