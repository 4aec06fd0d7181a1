"""Changes as pages get them: golden vector V6, the last valuation, what is missing, and nothing that is secret."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
import streamlit as st

from dashboard.acts.change_contract import Amendment, record_amendment, value_contract
from dashboard.data import build, changes
from dashboard.data.edition import Edition
from dashboard.data.registers import read_register, register
from dashboard.filters import Filters, rolling
from dashboard.people import Person
from data_access import engine as engines

TODAY = date(2026, 11, 16)
THEN = date(2025, 12, 1)  # a day with a verified threshold
NOW = datetime.combine(TODAY, time(12))
LEADER = Person(None, "gun.leader", "Gun", frozenset({"team_leader"}))
V6 = (250_000_00, 180_000_00, -60_000_00, 300_000_00)


@pytest.fixture
def own_sample(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A sample municipality of one's own, to change."""
    home = shutil.copytree(sample_home, tmp_path / "home")
    monkeypatch.setenv("LULEAWAY_HOME", str(home))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    engines.close_engines()
    st.cache_resource.clear()
    yield home
    engines.close_engines()
    st.cache_resource.clear()


@pytest.fixture
def edition(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Edition]:
    """The sample municipality's edition."""
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    st.cache_resource.clear()
    yield build.current_edition(TODAY)
    engines.close_engines()
    st.cache_resource.clear()


def unchanged(regime: str = "above_threshold") -> int:
    """A contract that is not secret and has neither a change nor a value."""
    touched = pl.concat([read_register(name)["contract_id"] for name in ("amendment", "contract_valuation")])
    free = ~pl.col("is_secret") & (pl.col("regime") == regime) & ~pl.col("id").is_in(touched.implode())
    return int(read_register("contract").filter(free)["id"][0])


def valued(contract_id: int, ore: int, factor: str, day: date = date(2025, 1, 15), kind: str = "goods") -> None:
    told = {"purchase_type": kind, "source": "Tilldelningsbeslut"}
    key = f"{contract_id} {ore} {factor} {day}"
    value_contract(LEADER, key, NOW, contract_id, valued_on=day, value_ore=ore, index_factor=Decimal(factor), **told)


def one(contract_id: int, day: date = THEN) -> changes.OneContract:
    found = changes.contract_on(build.current_edition(TODAY), day, contract_id)
    assert found is not None
    return found


def test_golden_vector_6_through_the_pages_data(own_sample: Path) -> None:
    contract_id = unchanged()
    valued(contract_id, 6_000_000_00, "1.048")
    for turn, ore in enumerate(V6):
        amendment = Amendment(date(2025, 3, 3 + turn), "17:9", ore, "Ändrad omfattning.")
        record_amendment(LEADER, f"v6 {turn}", NOW, contract_id, amendment)

    found = one(contract_id)

    assert (found.row["net_ore"], found.row["indexed_ore"]) == (670_000_00, 6_288_000_00)
    assert (round(found.row["net_share"] * 100, 4), round(found.row["gross_share"] * 100, 4)) == (10.6552, 12.5636)
    assert (found.row["threshold_ore"], found.row["headroom_ore"], found.row["over"]) == (2_389_585_00, 0, 1)
    assert found.changes["answer"].to_list() == ["allowed", "allowed", "allowed", "probably_not"]


def test_an_index_factor_keeps_its_six_decimals(own_sample: Path) -> None:
    contract_id = unchanged()

    valued(contract_id, 1_000_000_00, "1.048357")

    assert one(contract_id).row["indexed_ore"] == 1_048_357_00


def test_the_last_valuation_by_the_day_holds(own_sample: Path) -> None:
    contract_id = unchanged()
    valued(contract_id, 100_00, "1", date(2025, 1, 15))
    valued(contract_id, 300_00, "1", date(2026, 2, 1))
    valued(contract_id, 200_00, "1", date(2025, 6, 1))

    assert one(contract_id, THEN).basis["value_ore"] == 200_00
    assert one(contract_id, TODAY).basis["value_ore"] == 300_00


def test_the_registers_estimate_is_no_value(own_sample: Path) -> None:
    contract_id = unchanged()

    found = one(contract_id)

    assert found.basis["estimated_value_ore"] is not None
    assert found.row["missing"][:3] == ["value", "index", "kind"]
    assert found.row["headroom_ore"] is None


def test_without_a_verified_threshold_the_room_is_bounded_by_the_limit_in_per_cent(own_sample: Path) -> None:
    contract_id = unchanged()
    valued(contract_id, 1_000_000_00, "1")

    found = one(contract_id, TODAY)

    assert (found.row["headroom_ore"], found.row["missing"]) == (None, ["threshold"])
    assert found.row["share_room_ore"] == 100_000_00 - 1


def test_what_would_happen_is_what_happens_when_it_is_saved(own_sample: Path) -> None:
    contract_id = unchanged()
    valued(contract_id, 6_000_000_00, "1.048")
    change = {"decided_on": date(2025, 3, 3), "value_delta_ore": 700_000_00, "legal_basis": "17:9"}
    edition = build.current_edition(TODAY)

    before = changes.with_change(edition, THEN, contract_id, change | {"change_id": 0, "notice_published_on": None})
    record_amendment(LEADER, "a", NOW, contract_id, Amendment(date(2025, 3, 3), "17:9", 700_000_00, "Mer."))

    assert before is not None
    assert before.row == one(contract_id).row
    assert before.changes["answer"].to_list() == ["probably_not"]


def test_a_correction_takes_the_place_of_the_change(own_sample: Path) -> None:
    contract_id = unchanged()
    valued(contract_id, 6_000_000_00, "1")
    made = record_amendment(LEADER, "a", NOW, contract_id, Amendment(date(2025, 3, 3), "17:9", 700_000_00, "Mer."))
    smaller = {"decided_on": date(2025, 3, 3), "value_delta_ore": 70_000_00, "legal_basis": "17:9"}

    found = changes.with_change(
        build.current_edition(TODAY), THEN, contract_id, smaller | {"change_id": made, "notice_published_on": None}
    )

    assert found is not None
    assert (found.row["net_ore"], found.row["changes"]) == (70_000_00, 1)


def test_a_value_is_tried_before_it_is_saved(own_sample: Path) -> None:
    contract_id = unchanged()

    found = changes.with_value(
        build.current_edition(TODAY),
        THEN,
        contract_id,
        {"value_ore": 1_000_000_00, "index_ppm": 1_100_000, "kind": "works"},
    )

    assert found is not None
    assert (found.row["indexed_ore"], found.row["limit_share"]) == (1_100_000_00, 0.15)


def test_a_secret_contract_is_nowhere(edition: Edition) -> None:
    secret = register(edition, "contract").filter("is_secret")["id"]

    assert secret.len() > 0
    assert not set(secret) & set(changes.standings(edition, TODAY)["contract_id"])
    assert not set(secret) & set(changes.judged(edition, TODAY)["contract_id"])
    assert changes.contract_on(edition, TODAY, int(secret[0])) is None


def everything(edition: Edition) -> Filters:
    return rolling(edition.as_of.year * 100 + edition.as_of.month)


def test_each_kind_is_what_its_rows_say(edition: Edition) -> None:
    found = changes.changed(edition, everything(edition), TODAY)
    judged = changes.judged(edition, TODAY)

    def having(*parts: pl.Expr) -> set[int]:
        return set(judged.filter(*parts)["contract_id"])

    assert set(found.rows["contract_id"]) == having()
    assert set(found.of("annons")["contract_id"]) == having(pl.col("is_notice_missing"))
    assert set(found.of("over")["contract_id"]) == having(pl.col("arithmetic") == "probably_not")
    assert set(found.of("okanda")["contract_id"]) == having(pl.col("answer") == "cannot_be_computed")
    assert all(found.count(kind) for kind in ("alla", "annons", "over", "okanda"))
    assert found.guided() == 1


def test_those_that_used_most_of_their_room_stand_first(edition: Edition) -> None:
    used = changes.changed(edition, everything(edition), TODAY).rows["used_share"].to_list()

    known = [share for share in used if share is not None]
    assert used == sorted(known, reverse=True) + [None] * (len(used) - len(known))
    assert known[0] > 1


def test_the_category_and_the_supplier_narrow(edition: Edition) -> None:
    every = changes.changed(edition, everything(edition), TODAY).rows["contract_id"]
    first = int(every[0])
    scope = register(edition, "scope")
    category = int(scope.filter(pl.col("contract_id") == first)["category_id"].drop_nulls()[0])
    links = register(edition, "contract_supplier")
    supplier = int(links.filter(pl.col("contract_id") == first)["supplier_id"].drop_nulls()[0])

    by_category = changes.changed(edition, replace(everything(edition), category_id=category), TODAY)
    by_supplier = changes.changed(edition, replace(everything(edition), supplier_id=supplier), TODAY)

    covering = set(scope.filter(pl.col("category_id") == category)["contract_id"])
    supplied = set(links.filter(pl.col("supplier_id") == supplier)["contract_id"])
    assert set(by_category.rows["contract_id"]) == set(every) & covering
    assert set(by_supplier.rows["contract_id"]) == set(every) & supplied
