"""Penalties, blocks and equal treatment as pages get them: the sums are those of the rows, and of the ledger."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest
import streamlit as st
from sqlalchemy import event

from dashboard.data import blocks, build, equal_treatment, sanctions
from dashboard.data.build import Edition
from dashboard.data.lines import Wanted, classified_lines
from dashboard.data.narrowing import narrowed_by_unit
from dashboard.filters import Filters
from data_access import engine

TODAY = date(2026, 11, 16)


@pytest.fixture
def edition(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Edition]:
    """The sample municipality's edition."""
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    st.cache_resource.clear()
    yield build.current_edition(TODAY)
    engine.close_engines()
    st.cache_resource.clear()


def test_the_lines_after_a_block_are_those_of_the_ledger_one_block_at_a_time(edition: Edition) -> None:
    busiest = build.frame(edition, "cube").drop_nulls("contract_id").group_by("supplier_id", "contract_id")
    pairs = busiest.agg(pl.col("lines").sum()).sort("lines", descending=True).head(4)
    days = [(date(2026, 1, 5), None), (date(2026, 3, 1), date(2026, 5, 1)), (date(2025, 6, 30), None)]
    rows = [
        (at, supplier, contract if at % 2 else None, *days[at % 3])
        for at, (supplier, contract, _) in enumerate(pairs.iter_rows())
    ]
    schema = {
        **dict.fromkeys(("id", "supplier_id", "contract_id"), pl.Int64),
        **dict.fromkeys(("executed_on", "lifted_on"), pl.Date),
    }

    found = blocks.find_blocked_lines(edition, pl.DataFrame(rows, schema=schema, orient="row"))

    for block_id, supplier, contract, first, last in rows:
        wanted = Wanted(supplier_id=supplier, contract_id=contract)
        day = pl.coalesce("ordered_on", "posted_on", "invoiced_on", "on_day")
        until = day < (last or TODAY + timedelta(days=999))
        by_hand = classified_lines(edition, wanted).filter(day > first, until).select("amount_ore").collect()
        mine = found.filter(pl.col("block_id") == block_id)
        assert mine.height > 0
        assert (mine.height, mine["amount_ore"].sum()) == (by_hand.height, by_hand["amount_ore"].sum())


def test_each_block_says_how_many_lines_and_how_much_as_its_own_list_does(edition: Edition) -> None:
    listed = blocks.blocks(edition)

    assert set(listed["state"]) >= {"requested", "executed", "lifted"}
    for row in listed.iter_rows(named=True):
        lines = blocks.lines_of(edition, row["id"])
        assert (lines.height, lines["amount_ore"].sum()) == (row["lines"], row["amount_ore"])


def test_a_block_never_executed_has_no_lines(edition: Edition) -> None:
    assert blocks.blocks(edition).filter(pl.col("executed_on").is_null())["lines"].sum() == 0


def test_nothing_blocked_reads_nothing(edition: Edition) -> None:
    nothing = blocks.blocks(edition).clear()

    assert blocks.find_blocked_lines(edition, nothing).is_empty()


def test_every_penalty_is_shown_with_its_parts_adding_up(edition: Edition) -> None:
    rows = sanctions.penalties(edition, TODAY)

    assert rows.height == rows["id"].n_unique() > 20
    made_of = pl.sum_horizontal("received_ore", "under_way_ore", "lost_ore")
    assert rows.filter(made_of != pl.max_horizontal("entitled_ore", made_of)).is_empty()
    assert rows["lost_ore"].sum() > 0


def test_filters_narrow_penalties_to_a_supplier(edition: Edition) -> None:
    rows = sanctions.penalties(edition, TODAY)
    one = rows["supplier_id"][0]

    found = narrowed_by_unit(edition, rows, Filters(202511, 202610, supplier_id=one))

    assert set(found["supplier_id"]) == {one}
    assert found.height == rows.filter(pl.col("supplier_id") == one).height


def test_the_sample_has_deviations_that_stand_out_with_and_without_a_reason(edition: Edition) -> None:
    rows = equal_treatment.deviations(edition, TODAY)
    out = equal_treatment.standing_out(rows)

    assert out["reason"].null_count() > 0
    assert out["reason"].drop_nulls().len() > 0
    assert equal_treatment.compared_groups(rows)["standing_out"].sum() == out.height


def test_the_pages_ask_the_database_a_fixed_number_of_questions(edition: Edition) -> None:
    blocks.blocks(edition)  # the classes of the ledger's lines are made once an edition of the registers
    st.cache_resource.clear()
    asked: list[str] = []
    source = engine.engine()
    event.listen(source, "before_cursor_execute", lambda *given: asked.append(str(given[2])))

    sanctions.penalties(edition, TODAY)
    equal_treatment.deviations(edition, TODAY)
    first = [one for one in asked if one.startswith("SELECT")]
    sanctions.penalties(edition, TODAY)
    equal_treatment.deviations(edition, TODAY)

    assert 0 < len(first) <= 11  # one a table, and one for the notices decided on
    assert [one for one in asked if one.startswith("SELECT")] == first
