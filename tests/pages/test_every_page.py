"""Every page in the table of contents opens in both languages, on the sample municipality and on nothing at all."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.navigation import PLACES
from tests.pages.open import heading, opened

KEYS = [place.key for place in PLACES]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_every_page_opens_on_the_sample_municipality(key: str, language: str, sample: Path) -> None:
    page = opened(key, lang=language)

    assert not page.exception
    assert page.session_state["place"] == key
    assert heading(page)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_every_page_opens_on_an_empty_database(key: str, language: str, sqlite_database: Engine) -> None:
    page = opened(key, lang=language)

    assert not page.exception
    assert heading(page)


@pytest.mark.parametrize("key", KEYS)
def test_every_page_bears_filters_that_leave_nothing(key: str, sample: Path) -> None:
    page = opened(key, fran="199001", till="199002", forvaltning="1")

    assert not page.exception
    assert heading(page)


@pytest.mark.parametrize("key", KEYS)
def test_every_page_bears_an_address_full_of_nonsense(key: str, sample: Path) -> None:
    nonsense = dict.fromkeys(
        ("fran", "till", "forvaltning", "kategori", "leverantor", "kod", "mal", "id", "steg"), "'<"
    )

    page = opened(key, **nonsense)

    assert not page.exception
    assert heading(page)
    assert "'<" not in "".join(html.proto.body for html in page.get("html")).replace("href='<", "")
