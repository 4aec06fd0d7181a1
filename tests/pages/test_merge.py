"""Merging two suppliers on the supplier's page: what will move is said, one click does it, and the page leads on."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from dashboard.data.registers import read_register
from tests.pages.open import opened, own_copy, written


@pytest.fixture
def own_sample(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A sample municipality of one's own, to change."""
    yield from own_copy(sample_home, tmp_path, monkeypatch, "gun.leader")


def test_two_suppliers_are_merged_with_one_click_and_the_page_then_leads_to_the_other(own_sample: Path) -> None:
    gone = read_register("merge")["from_supplier_id"].to_list()
    known = read_register("supplier").filter(~pl.col("is_masked"), ~pl.col("id").is_in(gone), pl.col("country") == "SE")
    this, other = known.row(0, named=True), known.row(5, named=True)

    page = opened("supplier", id=str(this["id"]))
    page = page.text_input(f"merge_{this['id']}").set_value(str(other["orgnr"])).run()
    assert f"Till {other['name']}" in written(page)
    assert "kan ångras" in written(page)
    page = page.button(f"merge_do_{this['id']}").click().run()

    assert not page.exception
    assert read_register("merge").filter(pl.col("from_supplier_id") == this["id"])["into_supplier_id"].to_list() == [
        other["id"]
    ]
    assert "sammanslagen med en annan" in written(page)
    assert "merge_do" not in str([button.key for button in page.button])


def test_a_supplier_cannot_be_chosen_as_its_own_other(own_sample: Path) -> None:
    this = read_register("supplier").filter(~pl.col("is_masked"), pl.col("country") == "SE").row(0, named=True)

    page = opened("supplier", id=str(this["id"]))
    page = page.text_input(f"merge_{this['id']}").set_value(str(this["orgnr"])).run()

    assert "Ingen annan leverantör passar" in written(page)
