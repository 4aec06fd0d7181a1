"""Opens a page of the app as a visitor would, without a browser."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.navigation import place
from data_access import engine as engines

APP = Path(__file__).parents[2] / "dashboard" / "app.py"


def opened(key: str, **query: str) -> AppTest:
    """The page `pages/<key>.py` with these parts of its address."""
    app = AppTest.from_file(APP, default_timeout=60)
    # as a visitor who follows a link: `switch_page` would need a run of the first page, four times the page's own time
    app._page_hash = calc_hash(place(key).path)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def written(page: AppTest) -> str:
    """All HTML of the page."""
    return "\n".join(html.proto.body for html in page.get("html"))


def heading(page: AppTest) -> str:
    """The page's one heading."""
    found = re.findall("<h1>(.*?)</h1>", written(page))
    assert len(found) == 1
    return str(found[0])


def charts(page: AppTest) -> list[str]:
    """The specifications of the page's charts."""
    return [chart.proto.spec for chart in page.get("vega_lite_chart")]


def own_copy(sample_home: Path, folder: Path, patch: pytest.MonkeyPatch, person: str) -> Iterator[Path]:
    """A sample municipality of one's own to change, seen by `person`; for a fixture to yield from."""
    home = shutil.copytree(sample_home, folder / "home")
    patch.setenv("LULEAWAY_HOME", str(home))
    patch.setenv("LULEAWAY_PERSON", person)
    patch.delenv("DATABASE_URL", raising=False)
    engines.close_engines()
    st.cache_resource.clear()
    yield home
    engines.close_engines()
    st.cache_resource.clear()
