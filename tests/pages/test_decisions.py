"""The decision page: its counts are those of the contracts, the day moves them, and what is not known is said."""

import re
from dataclasses import replace
from datetime import date, timedelta

import polars as pl
import pytest

from dashboard.data import decision_page as data
from dashboard.data import edition as editions
from dashboard.data.edition import Edition
from dashboard.data.registers import register
from dashboard.decision_words import KINDS, WORK
from dashboard.filters import Filters, rolling
from dashboard.views.decision_lead import lead
from dashboard.views.decision_list import with_words
from tests.pages.open import charts, opened, written

pytestmark = pytest.mark.usefixtures("sample")
TODAY = date(2026, 11, 16)


@pytest.fixture
def edition() -> Edition:
    return editions.current(TODAY)


@pytest.fixture
def everything(edition: Edition) -> Filters:
    return rolling(edition.as_of.year * 100 + edition.as_of.month)


@pytest.mark.parametrize("day", [TODAY, date(2027, 3, 1), date(2027, 8, 15), data.last_day(TODAY)])
def test_the_counts_of_the_portfolio_are_those_of_the_contracts_own_pages(
    edition: Edition, everything: Filters, day: date
) -> None:
    found = data.portfolio(edition, everything, day)

    counted: dict[tuple[str, str], int] = {}
    for contract_id in found.dated["id"]:
        one = data.contract_on(edition, day, contract_id)
        assert one is not None
        for row in one.ways.iter_rows(named=True):
            counted[row["way"], row["state"]] = counted.get((row["way"], row["state"]), 0) + 1
    shown = {(way, state): number for way, state, number in found.counts.iter_rows() if number}
    assert shown == counted


def test_each_way_counts_every_contract_once(edition: Edition, everything: Filters) -> None:
    found = data.portfolio(edition, everything, TODAY)

    totals = found.counts.group_by("way").agg(pl.col("contracts").sum())["contracts"]
    assert set(totals) == {found.dated.height}


def test_a_later_day_closes_the_way_of_extending(edition: Edition, everything: Filters) -> None:
    found = data.portfolio(edition, everything, TODAY)
    soon = found.dated.filter(pl.col("next_state") == "open", pl.col("option_call_deadline") > TODAY)
    first = soon.sort("option_call_deadline").row(0, named=True)

    def way(day: date) -> str:
        one = data.contract_on(edition, day, first["id"])
        assert one is not None
        return str(one.ways.filter(pl.col("way") == "extend")["state"][0])

    assert way(first["option_call_deadline"]) in ("possible", "possible_with_risk")
    assert way(first["option_call_deadline"] + timedelta(days=1)) in ("too_late", "not_offered")


def test_every_kind_holds_contracts_and_all_holds_every_one(edition: Edition, everything: Filters) -> None:
    found = data.portfolio(edition, everything, TODAY)

    parts = {kind: found.of(kind) for kind in data.KINDS}

    assert all(part.height == found.count(kind) > 0 for kind, part in parts.items())
    assert parts["alla"].height == found.dated.height
    assert found.soon <= parts["kommande"].height


def test_what_is_decided_is_in_no_list_of_what_is_left(edition: Edition, everything: Filters) -> None:
    found = data.portfolio(edition, everything, TODAY)

    decided = set(found.of("beslutade")["id"])

    assert {"terminate", "reprocure", "expire"} == set(found.of("beslutade")["decision_kind"])
    for kind in ("kommande", "passerade", "ej_paborjat", "okanda"):
        assert decided.isdisjoint(found.of(kind)["id"])


def test_the_list_and_the_badge_agree(edition: Edition, everything: Filters) -> None:
    found = data.portfolio(edition, everything, TODAY)

    badges = with_words(found.dated, TODAY)

    late = badges.filter(pl.col("work").str.contains(WORK["not_started"].sv, literal=True))
    assert set(late["id"]) == set(found.of("ej_paborjat")["id"])
    for kind, words in KINDS.items():
        told = badges.filter(pl.col("work").str.contains(f"{words.sv}, 20", literal=True))
        assert set(told["id"]) == set(found.of("beslutade").filter(pl.col("decision_kind") == kind)["id"])


def test_the_lead_counts_the_rows_of_the_lists(edition: Edition, everything: Filters) -> None:
    found = data.portfolio(edition, everything, TODAY)

    said = [int(number) for number in re.findall(r"[0-9]+", lead(found))]

    kinds = ("beslutade", "ej_paborjat", "okanda")
    assert said == [
        found.dated.height,
        found.of("passerade").height,
        found.soon,
        *(found.of(kind).height for kind in kinds),
    ]


def test_a_search_that_finds_nothing_says_so_and_keeps_its_field() -> None:
    page = opened("decisions", sok="qqqqqqqq")

    assert "Inga avtal passar det valda." in written(page)
    assert page.text_input("search").value == "qqqqqqqq"


def test_an_owner_narrows_to_the_contracts_of_the_owner(edition: Edition, everything: Filters) -> None:
    every = data.portfolio(edition, everything, TODAY)
    owner = next(name for name in every.owners if name)

    found = data.portfolio(edition, everything, TODAY, owner=owner)

    assert found.dated.height == every.dated.filter(pl.col("owner") == owner).height > 0
    assert set(found.dated["owner"]) == {owner}
    assert found.owners == every.owners


def test_nobody_as_owner_gives_those_without_one(edition: Edition, everything: Filters) -> None:
    every = data.portfolio(edition, everything, TODAY)

    found = data.portfolio(edition, everything, TODAY, owner=data.NOBODY)

    assert found.dated.height == every.dated["owner"].null_count()


def test_a_search_finds_by_number_title_and_supplier(edition: Edition, everything: Filters) -> None:
    one = data.portfolio(edition, everything, TODAY).dated.row(0, named=True)

    for asked in (one["number"], one["title"], one["supplier_name"]):
        assert one["id"] in data.portfolio(edition, everything, TODAY, query=asked).dated["id"]
    assert data.portfolio(edition, everything, TODAY, query=one["number"]).dated.height == 1


def test_a_list_of_more_than_a_page_says_so_and_leads_on(edition: Edition, everything: Filters) -> None:
    first, second = (written(opened("decisions", visa="alla", sida=page)) for page in ("alla.0", "alla.1"))

    numbers = data.portfolio(edition, everything, TODAY).of("alla")["number"].to_list()[100:200]
    assert "Visar 1–100 av" in first
    assert "Visar 101–200 av" in second
    assert all(f">{number}<" in second for number in numbers)
    assert not any(f">{number}<" in first for number in numbers)


def test_a_page_of_another_kind_begins_at_the_first() -> None:
    page = opened("decisions", visa="alla", sida="passerade.2")

    assert "Visar 1–100 av" in written(page)


def test_the_page_keeps_owner_and_search_in_the_address() -> None:
    page = opened("decisions", sok="städ", agare=data.NOBODY)

    assert page.text_input("search").value == "städ"
    assert page.selectbox("owner").value == data.NOBODY
    page.selectbox("owner").select("").run()
    assert "agare" not in page.query_params
    assert "städ" in page.query_params["sok"]
    assert not page.exception


def test_a_category_narrows_to_the_contracts_that_cover_it(edition: Edition, everything: Filters) -> None:
    every = data.portfolio(edition, everything, TODAY)
    scope = register(edition, "scope").join(every.dated.select(contract_id="id"), on="contract_id")
    category = int(scope["category_id"][0])

    narrowed = data.portfolio(edition, replace(everything, category_id=category), TODAY)

    assert set(narrowed.dated["id"]) == set(scope.filter(pl.col("category_id") == category)["contract_id"])


def test_the_page_shows_eight_gates_and_the_day_of_the_address() -> None:
    page = opened("decisions", dag="2027-01-15")

    assert page.slider[0].value == date(2027, 1, 15)
    assert "I dag 2027-01-15" in charts(page)[0]
    assert not page.exception


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("igår", TODAY),
        ("2020-01-01", TODAY),
        ("2999-01-01", data.last_day(TODAY)),
        ("<script>", TODAY),
    ],
)
def test_a_day_that_cannot_be_is_moved_to_one_that_can(asked: str, shown: date) -> None:
    page = opened("decisions", dag=asked)

    assert page.slider[0].value == shown
    assert not page.exception


def test_the_contracts_page_says_why_a_date_cannot_be_computed(edition: Edition, everything: Filters) -> None:
    unknown = data.portfolio(edition, everything, TODAY).of("okanda")

    page = opened("contract", id=str(unknown["id"][0]), **{"del": "beslut"})

    assert "Kan inte beräknas:" in written(page)
