"""Needs without a contract: the figures lead to exactly their invoice lines, the gaps to where they are decided."""

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from sqlalchemy import Engine

from dashboard.data import edition as editions
from dashboard.data.needs import Needs, needs
from dashboard.data.registers import read_register
from dashboard.filters import rolling
from data_access.tables.suppliers import supplier
from tests.build import DEFAULTS
from tests.pages.open import charts, opened, written

TODAY = date(2026, 11, 16)


def found() -> Needs:
    edition = editions.current(TODAY)
    return needs(edition, rolling(edition.as_of.year * 100 + edition.as_of.month), TODAY)


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "query", [{}, {"per": "unit"}, {"forvaltning": "15"}, {"kategori": "40"}, {"omfattning": "alla"}]
)
def test_each_figure_is_the_sum_of_the_lines_its_link_leads_to(query: dict[str, str], sample: Path) -> None:
    page = written(opened("needs", **query))
    cells = re.findall(r"<a href='([^']*/fakturarader[^']*klass=D[^']*)'>([\d\u00a0 \u2212]+kr)</a>", page)

    assert cells
    for address, amount in cells[:: max(len(cells) // 3, 1)]:
        lines = written(opened("lines", **dict(parse_qsl(urlsplit(unescape(address)).query))))
        assert f", {amount}." in lines


def test_the_groups_and_the_months_sum_to_the_years_figure(sample: Path) -> None:
    whole = found()

    assert whole.now_ore > 0
    for rows in (whole.by_category, whole.by_unit, whole.by_period):
        assert rows["amount_ore"].sum() == whole.now_ore
        assert rows["documented_ore"].sum() == whole.documented_ore


def test_the_gaps_and_the_months_to_come_sum_to_the_same(sample: Path) -> None:
    whole = found()

    assert whole.gaps["amount_ore"].sum() == whole.coming_ore > 0
    assert whole.gaps["too_late_ore"].sum() == whole.too_late_ore
    assert 0 <= whole.too_late_ore <= whole.coming_ore


def test_a_department_has_its_part_of_the_gaps(sample: Path) -> None:
    edition = editions.current(TODAY)
    year = rolling(edition.as_of.year * 100 + edition.as_of.month)
    units = [row["id"] for row in found().by_unit.iter_rows(named=True) if row["id"] is not None]

    parts = [needs(edition, replace(year, unit_id=unit), TODAY).now_ore for unit in units]

    assert sum(parts) == found().by_unit.drop_nulls("id")["amount_ore"].sum()


def test_the_sentence_says_the_year_and_what_it_grows_to(sample: Path) -> None:
    lead = plain(re.findall("<p class='lw-lead'>(.*?)</p>", written(opened("needs")))[0])

    assert re.match(
        r"Vi köper för [\d ,]+ (mnkr|tkr) om året utan avtal\. Om inget beslutas växer det till [\d ,]+ mnkr om året",
        lead,
    )


def test_the_picture_has_the_year_that_was_and_two_years_to_come(sample: Path) -> None:
    (spec,) = charts(opened("needs"))

    months = [value["month"] for layer in json.loads(spec)["layer"][:2] for value in layer["data"]["values"]]
    assert len(dict.fromkeys(months)) == 36


def test_each_gap_leads_to_the_decisions_of_its_contract(sample: Path) -> None:
    page = written(opened("needs"))

    links = re.findall(r"href='(/avtalssida\?[^']*)'", page)
    assert links
    assert all("del=beslut" in link for link in links)


def test_the_radar_is_one_link_away_and_says_on_which_side_the_limit_lies(sample: Path) -> None:
    assert "visa=radar" in written(opened("needs"))

    page = written(opened("needs", visa="radar"))

    assert "Indikator, inte ett juridiskt fastställande" in page
    assert "ej verifierad" in page
    assert "Precis på gränsen är över" in page


def test_without_a_ledger_data_is_missing_and_nothing_is_zero(sqlite_database: Engine) -> None:
    with sqlite_database.begin() as connection:
        connection.execute(supplier.insert().values(DEFAULTS["suppliers"]))

    page = written(opened("needs"))

    assert "Underlag saknas" in page
    assert "0 kr" not in plain(page)


def test_a_secret_contract_is_no_gap_to_be_seen(sample: Path) -> None:
    secret = set(read_register("contract").filter("is_secret")["id"])

    assert secret
    assert not secret & set(found().gaps["contract_id"])
