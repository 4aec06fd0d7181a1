"""The decision page: its counts are those of the contracts, the day moves them, and what is not known is said."""

from dataclasses import replace
from datetime import date, timedelta

import polars as pl
import pytest

from dashboard.data import decision_page as data
from dashboard.data import edition as editions
from dashboard.data.edition import Edition
from dashboard.data.registers import register
from dashboard.filters import Filters, rolling
from tests.pages.open import charts, opened, written

pytestmark = pytest.mark.usefixtures("sample")
TODAY = date(2026, 11, 16)


@pytest.fixture
def edition() -> Edition:
    return editions.current(TODAY)


@pytest.fixture
def everything(edition: Edition) -> Filters:
    return rolling(edition.as_of.year * 100 + edition.as_of.month)


def test_the_counts_of_the_portfolio_are_those_of_the_contracts_own_pages(
    edition: Edition, everything: Filters
) -> None:
    found = data.portfolio(edition, everything, TODAY)

    counted: dict[tuple[str, str], int] = {}
    for contract_id in found.dated["id"]:
        one = data.contract_on(edition, TODAY, contract_id)
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


def test_the_kinds_part_the_contracts(edition: Edition, everything: Filters) -> None:
    found = data.portfolio(edition, everything, TODAY)
    parts = {kind: found.of(kind, TODAY) for kind in ("kommande", "passerade", "okanda", "alla")}

    assert parts["passerade"].height == found.passed(TODAY)
    assert parts["okanda"].height == found.incomplete
    assert parts["alla"].height == found.dated.height
    assert all(part.height for part in parts.values())


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
    unknown = data.portfolio(edition, everything, TODAY).of("okanda", TODAY)

    page = opened("contract", id=str(unknown["id"][0]), **{"del": "beslut"})

    assert "Kan inte beräknas:" in written(page)
