"""An address that leads nowhere: what is known, and what the visitor is told."""

import pytest

from dashboard.navigation import PLACES
from dashboard.not_found import is_known, not_found_html
from dashboard.text import Language


def test_every_page_is_known_and_nothing_else() -> None:
    assert all(is_known(f"/{place.path}") for place in PLACES)
    assert not is_known("/nosuch")
    assert not is_known("/inkop/mer")


@pytest.mark.parametrize(
    ("language", "words", "link"),
    [("sv", "Sidan finns inte", "href='/way/inkop'"), ("en", "There is no such page", "href='/way/inkop?lang=en'")],
)
def test_the_page_says_so_in_the_visitors_language_and_leads_to_the_pages(
    language: Language, words: str, link: str
) -> None:
    html = not_found_html(language, "/way")

    assert words in html
    assert link in html
