"""The page of workload: bars that add up, extensions that move them and save nothing, and a month's capacity."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from sqlalchemy import delete
from streamlit.testing.v1 import AppTest

from dashboard.data import edition as editions
from dashboard.data import workload as data
from dashboard.data.registers import READERS, read_register
from dashboard.data.workload import Workload
from dashboard.filters import Filters, rolling
from dashboard.formats import NBSP, number
from dashboard.views import what_if
from data_access import engine as engines
from data_access.tables.decisions import officer_capacity
from tests.pages.open import opened, own_copy, written

TODAY = date(2026, 11, 16)


@pytest.fixture
def own_sample(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A sample municipality of one's own, to change, as its team leader."""
    yield from own_copy(sample_home, tmp_path, monkeypatch, "gun.leader")


def everything() -> Filters:
    edition = editions.current(TODAY)
    return rolling(edition.as_of.year * 100 + edition.as_of.month)


def load(*chosen: int, filters: Filters | None = None) -> Workload:
    return data.workload(editions.current(TODAY), filters or everything(), TODAY, chosen)


def four() -> tuple[int, ...]:
    """The four contracts that ease the worst month most."""
    return data.suggested(editions.current(TODAY), everything(), TODAY)


def all_hours(found: Workload) -> int:
    """The bars and what lies outside them."""
    outside = found.load.before + found.load.after + found.load.undated
    return int(found.load.by_month()["hours"].sum()) + outside


def hours_moved(before: Workload, after: Workload) -> str:
    """The hours that came to some month, or to what lies outside them, from another."""
    more = after.months["needed"] - before.months["needed"]
    outside = [getattr(after.load, name) - getattr(before.load, name) for name in ("before", "after", "undated")]
    return number(more.filter(more > 0).sum() + sum(hours for hours in outside if hours > 0)).replace(NBSP, " ")


def plain(page: AppTest) -> str:
    """What the page says, with plain spaces."""
    return written(page).replace(NBSP, " ")


def field(page: AppTest, label: str) -> str:
    return str(next(one.key for one in page.text_input if one.label == label))


def rows_of_every_table() -> dict[str, int]:
    return {name: read_register(name).height for name in READERS}


def test_the_bars_and_what_lies_outside_them_are_the_hours_of_the_plan(sample: Path) -> None:
    found = load()

    assert all_hours(found) == found.load.total == found.load.lines["needed_hours"].sum() > 0
    assert (
        found.months["needed"].to_list()
        == found.load.by_month().group_by("period", maintain_order=True).agg(pl.col("hours").sum())["hours"].to_list()
    )


def test_extending_four_contracts_moves_the_bars_and_the_hours_still_add_up(sample: Path) -> None:
    now, chosen = load(), four()

    after = load(*chosen)

    worst = pl.col("period") == now.worst
    assert len(chosen) == 4
    assert after.months.filter(worst)["needed"].item() < now.months.filter(worst)["needed"].item()
    assert all_hours(after) == all_hours(now)
    assert load().months.equals(now.months)


def test_a_department_has_its_part_of_the_load(sample: Path) -> None:
    unit = int(read_register("scope")["unit_id"].drop_nulls()[0])

    part = load(filters=replace(everything(), unit_id=unit))

    assert 0 < part.load.total < load().load.total
    assert all_hours(part) == part.load.total
    assert part.is_part
    assert part.months["capacity"].null_count() == 24


def test_a_part_of_the_plan_is_not_compared_with_the_hours_of_the_office(sample: Path) -> None:
    unit = read_register("scope")["unit_id"].drop_nulls()[0]

    html = plain(opened("workload", forvaltning=str(unit)))

    assert "kontorets timmar jämförs inte" in html
    assert "Utan underlag" not in html
    assert "<th scope='col' class='lw-number'>Saknas</th>" not in html


def test_the_page_says_the_month_that_lacks_most_and_how_many_must_begin(sample: Path) -> None:
    now = load()
    row = now.months.filter(pl.col("period") == now.worst).row(0, named=True)

    page = opened("workload")

    said = re.search(r"I (\w+ \d{4}) behövs ([\d ]+) timmar och det finns ([\d ]+)\. Flest", plain(page))
    late = now.load.lines.filter(pl.col("late_days") > 0).height
    assert said is not None
    assert [int(said[turn].replace(" ", "")) for turn in (2, 3)] == [row["needed"], row["capacity"]]
    assert f"{late} av dem är redan sena." in plain(page)


def test_the_address_extends_contracts_and_nothing_is_saved(sample: Path) -> None:
    before, chosen = rows_of_every_table(), four()

    page = opened("workload", forlang=what_if.in_address(chosen))

    html = plain(page)
    assert not page.exception
    assert "Om de valda avtalen förlängs" in html
    assert f"Fyra förlängningar flyttar {hours_moved(load(), load(*chosen))} timmar" in html
    assert "Ingenting sparas här" in html
    assert f"avtalssida?id={chosen[0]}&amp;del=beslut" in html
    assert rows_of_every_table() == before


def test_choosing_in_the_list_writes_the_address_and_removing_restores_the_plan(sample: Path) -> None:
    page = opened("workload")
    one = four()[0]

    page = page.multiselect(what_if.WIDGET).set_value([one]).run()
    assert page.query_params["forlang"] == str(one)
    assert "En förlängning flyttar" in written(page)

    page = page.multiselect(what_if.WIDGET).set_value([]).run()
    assert "forlang" not in page.query_params
    assert "Om de valda avtalen förlängs" not in written(page)


def test_contracts_that_cannot_be_extended_or_do_not_exist_are_not_chosen(sample: Path) -> None:
    offered = set(data.offered(editions.current(TODAY), everything(), TODAY)["contract_id"])
    other = next(one for one in read_register("contract")["id"] if one not in offered)

    page = opened("workload", forlang=f"{other},999999,-1,<b>,")

    assert not page.exception
    assert "Om de valda avtalen förlängs" not in written(page)


def test_a_month_lists_its_procurements_and_they_add_up(sample: Path) -> None:
    rows = load().load.in_month(202710)

    html = plain(opened("workload", manad="202710"))

    total = f"{int(rows['month_hours'].sum()):,}".replace(",", " ")
    assert f"{rows.height} upphandlingar tar {total} timmar i oktober 2027" in html
    assert f"projektplan?avtal={rows.filter(pl.col('item_id').is_null())['contract_id'][0]}" in html


def test_a_month_nobody_has_said_anything_about_is_without_data(own_sample: Path) -> None:
    with engines.writing() as connection:
        connection.execute(delete(officer_capacity).where(officer_capacity.c.period == 202702))

    html = plain(opened("workload"))

    assert "En månad är utan underlag." in html
    assert "<td>Utan underlag</td>" in html


def test_whoever_may_says_how_many_hours_a_month_has(own_sample: Path) -> None:
    page = opened("workload")
    period = load().worst

    page.text_input(field(page, "Timmar för upphandlingar")).input("1 234")
    page.text_input(field(page, "Upphandlare, heltider")).input("9,5")
    page.text_input(field(page, "Källa")).input("Bemanningsplan hösten")
    page = next(one for one in page.button if one.label == "Spara").click().run()

    row = read_register("officer_capacity").filter(pl.col("period") == period).row(0, named=True)
    assert (row["hours"], row["officers"], row["source"], row["version"]) == (1234, 9.5, "Bemanningsplan hösten", 2)
    assert not page.exception


def test_an_amount_nobody_can_read_is_refused(own_sample: Path) -> None:
    before = read_register("officer_capacity")
    page = opened("workload")

    page.text_input(field(page, "Timmar för upphandlingar")).input("många")
    page = next(one for one in page.button if one.label == "Spara").click().run()

    assert "lw-error" in written(page)
    assert read_register("officer_capacity").equals(before)


def test_whoever_may_not_sees_who_may(own_sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LULEAWAY_PERSON", "anna.controller")

    page = opened("workload")

    assert not any(one.label == "Spara" for one in page.button)
    assert "Det här får bara den göra som är teamleader eller inköpschef" in written(page)
