"""Purchases, and the way from any figure to its invoice lines."""

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from sqlalchemy import Engine

from tests.pages.open import charts, heading, opened, written

FILTERS: list[dict[str, str]] = [{}, {"forvaltning": "13"}, {"fran": "202601", "till": "202603"}, {"kategori": "16"}]


def marks(**query: str) -> list[dict[str, str]]:
    """Every mark of the purchases page that leads somewhere: its address and the amount it stands for."""
    found = []
    for spec in map(json.loads, charts(opened("purchases", **query))):
        for part in (spec, *spec.get("layer", [])):
            found += [value for value in part.get("data", {}).get("values", []) if "href" in value]
    return [mark for mark in found if "/fakturarader" in mark["href"]]


def lines_of(address: str) -> str:
    """The lines page at an address."""
    return written(opened("lines", **dict(parse_qsl(urlsplit(address).query))))


@pytest.mark.parametrize("filters", FILTERS, ids=lambda filters: ",".join(filters) or "all")
def test_a_mark_leads_to_lines_that_add_up_to_it(filters: dict[str, str], sample: Path) -> None:
    with_something = [mark for mark in marks(**filters) if mark["written"] not in ("0\u00a0kr", "–")]

    assert with_something
    for mark in with_something[:: max(len(with_something) // 4, 1)]:
        page = lines_of(mark["href"])
        assert f", {mark['written']}." in page
        assert "samma som stapeln" in page or "stämmer med stapeln" in page


def test_the_five_measures_stand_side_by_side_with_what_they_ask(sample: Path) -> None:
    page = written(opened("purchases"))

    for words in ("Avtalstrohet", "Leverantörstrohet", "Rad- och pristrohet", "Avtalstäckning", "Regelefterlevnad"):
        assert f"<h3>{words}</h3>" in page


@pytest.mark.parametrize(("per", "title"), [("category", "Kategori"), ("supplier", "Leverantör"), ("x", "Förvaltning")])
def test_what_purchases_are_split_by_stands_in_the_address(per: str, title: str, sample: Path) -> None:
    page = written(opened("purchases", per=per))

    chosen = re.findall(r"aria-current=true>(.*?)</a>", page)
    assert title in chosen


def test_the_radar_says_that_it_is_no_verdict_and_that_the_limit_is_not_verified(sample: Path) -> None:
    page = written(opened("purchases"))

    assert "Indikator, inte ett juridiskt fastställande" in page
    assert "ej verifierad" in page


def test_a_selection_without_purchases_says_so(sample: Path) -> None:
    page = opened("purchases", fran="199001", till="199002")

    assert not page.exception
    assert "Inga inköp för det här urvalet" in written(page)


@pytest.mark.parametrize("key", ["purchases", "lines", "suppliers", "contracts", "data", "imports", "about"])
def test_an_empty_database_looks_deliberate(key: str, sqlite_database: Engine) -> None:
    page = opened(key)

    assert not page.exception
    assert heading(page)


def test_lines_can_be_narrowed_to_classes_and_the_way_out_is_there(sample: Path) -> None:
    page = written(opened("lines", klass="C,E,Z"))

    assert "Bara: Avtalsleverantör, men utanför avtalet, Köp utanför avtal" in page
    assert "visa alla" in page


def test_what_an_address_cannot_mean_is_left_out(sample: Path) -> None:
    page = opened("lines", klass="<script>", slag="nonsense", avtal="abc")

    assert not page.exception
    assert "<script>" not in written(page)
    assert "Bara:" not in written(page)


def test_what_is_not_stated_leads_to_its_lines_and_they_add_up(sample: Path) -> None:
    page = written(opened("purchases", per="supplier"))

    link = re.search("<a href='([^']*leverantor=0[^']*)'>Ej angiven</a>", page)
    assert link
    lines = lines_of(unescape(link[1]))
    assert "Leverantör: ej angiven" in lines
    assert "samma som stapeln" in lines or "stämmer med stapeln" in lines


def test_a_line_outside_the_measures_says_what_it_is_instead_of_a_class(sample: Path) -> None:
    page = written(opened("lines", slag="transfer"))

    assert "<td>Transfereringar</td>" in page
