"""Every page in the table of contents opens in both languages, on the sample municipality and on nothing at all."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard.navigation import PLACES, Place
from data_access import engine as engines

APP = Path(__file__).parents[2] / "dashboard" / "app.py"


@pytest.fixture
def sample(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The sample municipality as this process's database."""
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    yield
    engines.engine.cache_clear()


@pytest.fixture(autouse=True)
def fresh_caches() -> Iterator[None]:
    """No test sees what another has cached."""
    st.cache_resource.clear()
    st.cache_data.clear()
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


def opened(place: Place, language: str, **query: str) -> AppTest:
    """The page as its visitor sees it."""
    app = AppTest.from_file(APP, default_timeout=60).run()  # pages are known once the app has run
    if place.path:
        app.switch_page(f"../pages/{place.key}.py")
    for name, value in {**query, "lang": language}.items():
        app.query_params[name] = value
    return app.run()


def heading(page: AppTest) -> str:
    """The page's one heading."""
    found = re.findall("<h1>(.*?)</h1>", " ".join(html.proto.body for html in page.get("html")))
    assert len(found) == 1
    return str(found[0])


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.key)
def test_every_page_opens_on_the_sample_municipality(place: Place, language: str, sample: None) -> None:
    page = opened(place, language)

    assert not page.exception
    assert heading(page)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.key)
def test_every_page_opens_on_an_empty_database(place: Place, language: str, sqlite_database: Engine) -> None:
    page = opened(place, language)

    assert not page.exception
    assert heading(page)
