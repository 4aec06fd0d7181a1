"""What is wrong on a contract, as its own page says it, is found again among the rows of the data page."""

from pathlib import Path

import polars as pl
import pytest

from dashboard.data import edition as editions
from dashboard.data.decision_page import on_day
from dashboard.data.quality import rows_behind
from data_access import engine as engines
from tests.dashboard.rules.test_gaps import NAMED
from tests.pages.test_needs import TODAY


@pytest.fixture(autouse=True)
def sample(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    engines.close_engines()


def faulty(code: str) -> set[int]:
    """The contracts in force, not secret, that have this fault; one that ends before it begins has that one first."""
    edition = editions.current(TODAY)
    found = on_day(edition, edition.as_of)
    seen = found.dated.filter(~pl.col("is_ended"), ~pl.col("is_secret")).select("id")
    faults = found.missing.join(seen, on="id").filter(pl.col("faults").list.contains(code))
    is_reversed = pl.col("faults").list.contains("end_before_start")
    return set(faults.filter(~is_reversed | pl.lit(code == "end_before_start"))["id"])


@pytest.mark.parametrize("code", NAMED)
def test_a_fault_of_a_contract_is_among_the_rows_of_its_check(code: str) -> None:
    rows = rows_behind(editions.current(TODAY), NAMED[code])
    column = "contract_id" if "contract_id" in rows.columns else "id"

    assert faulty(code) <= set(rows[column])


def test_the_sample_has_faults_to_find() -> None:
    assert sum(len(faulty(code)) for code in NAMED) > 50
