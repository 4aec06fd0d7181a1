"""The red flags of a selection: what is looked at, what each is about, and what is never shown."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from dashboard.data import edition as editions
from dashboard.data.red_flags import Raised, red_flags
from dashboard.data.registers import register
from dashboard.filters import Filters, rolling
from dashboard.rules.red_flags import all_flags
from data_access import engine as engines

TODAY = date(2026, 11, 16)
YEAR = rolling(202610)


@pytest.fixture(autouse=True)
def sample(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    engines.close_engines()


def raised(filters: Filters = YEAR) -> dict[str, Raised]:
    return {one.key: one for one in red_flags(editions.current(TODAY), filters, TODAY)}


def test_every_flag_is_there_in_order_and_never_raised_at_more_than_was_looked_at() -> None:
    found = raised()

    assert list(found) == [flag.key for flag in all_flags()]
    assert all(0 < one.rows.height <= one.of or one.rows.is_empty() for one in found.values())


def test_the_sample_has_an_example_of_each_flag() -> None:
    assert all(one.rows.height > 0 for one in raised().values())


def test_each_thing_has_words() -> None:
    for one in raised().values():
        assert one.rows["thing"].null_count() == 0


def test_a_category_has_its_own_flags_and_the_categories_sum_to_the_whole() -> None:
    edition = editions.current(TODAY)
    whole = raised()["single_bid"]

    parts = [
        raised(Filters(YEAR.period_from, YEAR.period_to, category_id=key))["single_bid"]
        for key in whole.rows["category_id"].unique()
    ]

    assert sum(part.rows.height for part in parts) == whole.rows.height
    assert register(edition, "category").height > len(parts)


def test_a_supplier_has_the_procurements_it_bid_in() -> None:
    found = raised(Filters(YEAR.period_from, YEAR.period_to, supplier_id=1))

    assert found["single_bid"].of < raised()["single_bid"].of


def test_a_secret_contract_is_never_among_them() -> None:
    secret = register(editions.current(TODAY), "contract").filter("is_secret")["id"]

    shown = pl.concat([one.rows.select("contract_id") for one in raised().values()])

    assert secret.len() > 0
    assert not set(secret) & set(shown["contract_id"])
