"""A page asks the database the same number of questions whether there are 10 cases or 60."""

import shutil
from pathlib import Path

import polars as pl
import pytest
import streamlit as st
from sqlalchemy import event

from dashboard.data.registers import read_register
from data_access import engine as engines
from tests.many_cases import add_many
from tests.pages.open import opened

PAGES = ("escalation", "missing", "proposals", "deviations", "deviation", "case", "supplier", "follow_up")
FEW, MANY = 10, 60  # a question for each case would be asked fifty times more
MOST = 90  # the supplier's page measures metrics too: they read every table, together and once an edition


@pytest.fixture(scope="module")
def counts(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, dict[str, int]]:
    """How many cases were added -> page -> questions asked with empty caches."""
    found = {}
    for cases in (FEW, MANY):
        with pytest.MonkeyPatch.context() as patch:
            home = shutil.copytree(sample_home, tmp_path_factory.mktemp("many") / "home")
            patch.setenv("LULEAWAY_HOME", str(home))
            patch.delenv("DATABASE_URL", raising=False)
            patch.setenv("LULEAWAY_PERSON", "gun.leader")
            engines.close_engines()
            st.cache_resource.clear()
            suppliers = add_many(suppliers=cases + 1, deviations=cases * 8, cases=cases)
            found[cases] = {page: _asked_by(page, suppliers[0]) for page in PAGES}
            engines.close_engines()
    return found


def _asked_by(page: str, supplier_id: int) -> int:
    """The SELECTs of one run with empty caches; the ledger's classes are made before, once an edition."""
    of_supplier = pl.col("supplier_id") == supplier_id
    tables = {"case": "escalation_case", "deviation": "deviation"}
    about = read_register(tables[page]).filter(of_supplier)["id"][0] if page in tables else supplier_id
    app = opened(page, **({"id": str(about)} if page in (*tables, "supplier") else {}))
    assert not app.exception
    st.cache_resource.clear()
    asked: list[str] = []
    source = engines.engine()

    def listen(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(source, "before_cursor_execute", listen)
    app.run()
    event.remove(source, "before_cursor_execute", listen)
    assert not app.exception
    return sum(one.lstrip().upper().startswith(("SELECT", "WITH")) for one in asked)


@pytest.mark.parametrize("page", PAGES)
def test_ten_cases_and_sixty_cost_the_same_number_of_questions(counts: dict[int, dict[str, int]], page: str) -> None:
    few, many = counts[FEW][page], counts[MANY][page]

    assert few == many
    assert 1 < many <= MOST
