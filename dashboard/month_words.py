"""A month as it stands in a sentence."""

from dashboard.charts.theme import locale
from dashboard.text import Language


def month_in_words(period: int, language: Language) -> str:
    """202710 -> 'oktober 2027', in English 'October 2027'."""
    year, month = divmod(period, 100)
    return f"{locale(language)['time']['months'][month - 1]} {year}"
