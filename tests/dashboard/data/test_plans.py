"""The plan's lines by the filters: a contract by what it covers, a new need by what it says; secret ones never."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import streamlit as st

from dashboard.data import edition as editions
from dashboard.data import plans, project_plans
from dashboard.data.edition import Edition
from dashboard.data.registers import register
from dashboard.filters import Filters, rolling
from dashboard.rules.plans.chain import Link
from dashboard.rules.scope import NOT_STATED
from data_access import engine as engines

TODAY = date(2026, 11, 16)


@pytest.fixture(autouse=True)
def sample(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The sample municipality as this process's database."""
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    engines.close_engines()
    st.cache_resource.clear()
    yield
    engines.close_engines()
    st.cache_resource.clear()


@pytest.fixture
def edition() -> Edition:
    return editions.current(TODAY)


@pytest.fixture
def everything() -> Filters:
    return rolling(202610)


def test_a_category_leaves_its_contracts_and_its_needs(edition: Edition, everything: Filters) -> None:
    need = plans.lines(edition, everything, TODAY).filter(pl.col("source") == "need").row(0, named=True)

    found = plans.lines(edition, replace(everything, category_id=need["category_id"]), TODAY)

    covered = register(edition, "scope").filter(pl.col("category_id") == need["category_id"])["contract_id"]
    assert need["item_id"] in found["item_id"].to_list()
    assert set(found["contract_id"].drop_nulls()) <= set(covered)
    assert set(found.filter(pl.col("source") == "need")["category_id"]) == {need["category_id"]}


def test_a_need_without_a_department_is_of_none_of_them(edition: Edition, everything: Filters) -> None:
    needs = plans.lines(edition, everything, TODAY).filter(pl.col("source") == "need")
    assert needs["unit_id"].null_count() == needs.height

    of_unit = plans.lines(edition, replace(everything, unit_id=1), TODAY)
    not_stated = plans.lines(edition, replace(everything, unit_id=NOT_STATED), TODAY)

    assert of_unit.filter(pl.col("source") == "need").is_empty()
    assert not_stated.filter(pl.col("source") == "need").height == needs.height


def test_a_supplier_leaves_the_contracts_it_is_on(edition: Edition, everything: Filters) -> None:
    gates = plans.lines(edition, everything, TODAY)["contract_id"].drop_nulls()
    links = register(edition, "contract_supplier").drop_nulls("supplier_id")
    supplier = int(links.filter(pl.col("contract_id").is_in(gates.implode()))["supplier_id"][0])

    found = plans.lines(edition, replace(everything, supplier_id=supplier), TODAY)

    assert found.height
    assert set(found["contract_id"]) <= set(links.filter(pl.col("supplier_id") == supplier)["contract_id"])


def test_no_line_chain_or_choice_names_a_secret_contract(edition: Edition) -> None:
    secret = set(register(edition, "contract").filter("is_secret")["id"])
    assert secret

    assert not secret & set(plans.every_line(edition, TODAY, 600)["contract_id"].drop_nulls())
    assert not secret & set(project_plans.contract_names(edition, TODAY))
    free = register(edition, "plan_item").filter(pl.col("contract_id").is_null())["id"][0]
    chained = (Link("contract", min(secret)), Link("line", free))
    assert project_plans.shown(edition, TODAY, chained) == (Link("line", free),)


def test_every_line_has_a_project_plan_that_starts_when_its_decision_says(edition: Edition) -> None:
    rows = plans.every_line(edition, TODAY).filter(pl.col("source") == "gate").head(25)

    for line in rows.iter_rows(named=True):
        one = project_plans.project(edition, TODAY, None, line["contract_id"])
        assert one is not None
        due = {found.key: found.due_on for found in one.found}
        assert due["start"] == line["start_on"]


def test_what_is_in_no_plan_has_no_project_plan(edition: Edition) -> None:
    assert project_plans.project(edition, TODAY, None, None) is None
    assert project_plans.project(edition, TODAY, 999_999, None) is None
    assert project_plans.project(edition, TODAY, None, 999_999) is None
