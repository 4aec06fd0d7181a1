"""Pages are opened on the sample municipality; no module sees what another has cached."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from data_access import engine as engines


@pytest.fixture
def sample(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The sample municipality as this process's database."""
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("LULEAWAY_PERSON", "gun.leader")  # a team leader: may do most things
    engines.close_engines()
    yield sample_home
    engines.close_engines()


@pytest.fixture(autouse=True, scope="module")
def fresh_caches() -> Iterator[None]:
    """Empty caches before and after."""
    st.cache_resource.clear()
    st.cache_data.clear()
    yield
    st.cache_resource.clear()
    st.cache_data.clear()
