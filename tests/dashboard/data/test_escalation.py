"""The board, what is missing, the dossier and deviations: what is counted is what is listed, whatever is chosen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import streamlit as st

from dashboard.data import build, deviations, dossier, escalation
from dashboard.data.build import Edition
from dashboard.data.registers import register
from dashboard.filters import Filters
from dashboard.rules.scope import NOT_STATED
from data_access import engine
from tests.pages.open import opened, written

TODAY = date(2026, 11, 16)
ALL = Filters(202511, 202610)


def choosing(field: str, value: int) -> Filters:
    """Everything, but for what the field says."""
    chosen: dict[str, Any] = {field: value}
    return replace(ALL, **chosen)


@pytest.fixture
def edition(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Edition]:
    """The sample municipality's edition."""
    monkeypatch.setenv("LULEAWAY_HOME", str(sample_home))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("LULEAWAY_PERSON", "gun.leader")
    st.cache_resource.clear()
    yield build.current_edition(TODAY)
    engine.close_engines()
    st.cache_resource.clear()


def test_each_count_is_that_of_the_rows_it_leads_to(edition: Edition) -> None:
    board = escalation.board(edition, TODAY, ALL)

    assert board.gaps.height > 3
    for gap in board.gaps.iter_rows(named=True):
        rows = board.missing.filter(pl.col("key") == gap["key"])
        assert (gap["count"], gap["overdue"]) == (rows.height, rows["is_overdue"].sum())
    assert board.gaps["count"].sum() == board.missing.height
    in_open = board.missing.filter(pl.col("case_id").is_in(board.cases["case_id"].implode()))
    assert (in_open.height, in_open["is_overdue"].sum()) == (board.cases["missing"].sum(), board.cases["overdue"].sum())
    assert set(in_ended_cases(board)) <= set(ended_cases(edition))  # what is left to write when a case has ended


def in_ended_cases(board: escalation.Board) -> list[int]:
    """The cases with something missing that do not stand on the board."""
    return board.missing.join(board.cases, on="case_id", how="anti")["case_id"].to_list()


def ended_cases(edition: Edition) -> list[int]:
    return register(edition, "escalation_case").drop_nulls("closed_on")["id"].to_list()


def test_a_card_on_the_board_counts_the_rows_of_the_page_it_leads_to(edition: Edition) -> None:
    gap = escalation.board(edition, TODAY, ALL).gaps.filter(pl.col("key") == "registration_number").row(0, named=True)

    page = opened("missing", vad="registration_number")

    assert not page.exception
    table = next(part for part in written(page).split("<table>") if "Att göra" in part)
    assert table.count("<tr>") - 1 == gap["count"]


def test_the_highest_step_and_the_longest_stay_come_first(edition: Edition) -> None:
    order = escalation.board(edition, TODAY, ALL).cases.select("step", "days").rows()

    assert order == sorted(order, reverse=True)


def test_choosing_a_supplier_leaves_its_cases_its_gaps_and_its_row(edition: Edition) -> None:
    whole = escalation.board(edition, TODAY, ALL)
    one = whole.cases["supplier_id"][0]

    board = escalation.board(edition, TODAY, replace(ALL, supplier_id=one))

    mine = pl.col("supplier_id") == one
    assert board.cases.equals(whole.cases.filter(mine))
    assert board.missing.equals(whole.missing.filter(mine))
    assert board.ladder.equals(whole.ladder.filter(mine))
    assert board.cases.height > 0


@pytest.mark.parametrize("field", ["category_id", "unit_id"])
def test_choosing_a_category_or_a_unit_leaves_the_contracts_that_are_for_it(edition: Edition, field: str) -> None:
    whole = escalation.board(edition, TODAY, ALL).cases
    scope = register(edition, "scope").drop_nulls(field).join(whole, on="contract_id", how="semi")
    chosen = int(scope[field][0])

    board = escalation.board(edition, TODAY, choosing(field, chosen))

    rows = register(edition, "scope").to_dicts()
    fits = {
        row["contract_id"] for row in rows if row[field] == chosen or (field == "unit_id" and row["unit_id"] is None)
    }
    assert set(board.cases["case_id"]) == {
        row["case_id"] for row in whole.iter_rows(named=True) if row["contract_id"] in fits
    }
    assert 0 < board.cases.height < whole.height
    assert set(board.missing["case_id"]) <= set(board.cases["case_id"])


def test_the_dossier_holds_what_the_board_and_the_register_hold_of_the_supplier(edition: Edition) -> None:
    board = escalation.board(edition, TODAY, ALL)
    one = int(board.cases["supplier_id"][0])

    found = dossier.dossier(edition, TODAY, one)

    assert found.step["step"] == board.cases.filter(pl.col("supplier_id") == one)["step"].max()
    assert found.cases.equals(board.cases.filter(pl.col("supplier_id") == one))
    assert set(found.deviations["supplier_id"]) == {one}
    assert found.deviations.height == register(edition, "deviation").filter(pl.col("supplier_id") == one).height
    assert found.ladder["period"].n_unique() == 12


def test_a_supplier_nothing_is_known_of_has_an_empty_dossier_on_step_0(edition: Edition) -> None:
    found = dossier.dossier(edition, TODAY, 999_999)

    assert found.step["step"] == 0
    assert found.audit_beside is None
    assert all(frame.is_empty() for frame in vars(found).values() if isinstance(frame, pl.DataFrame))


def test_the_audits_that_disagree_with_us_are_those_whose_dossier_says_so(edition: Edition) -> None:
    listed = dossier.audit_conflicts(edition, TODAY)

    assert listed.height > 0
    audited = register(edition, "audit_result")["supplier_id"].unique()
    for supplier_id in audited:
        one = dossier.dossier(edition, TODAY, supplier_id)
        assert one.audit_beside is not None
        row = listed.filter(pl.col("supplier_id") == supplier_id)
        is_told = one.audit_beside.verdict in ("theirs_worse", "ours_worse")
        if is_told:
            assert row["verdict"].to_list() == [one.audit_beside.verdict]
        elif row.height:
            assert (one.audit_beside.verdict, row["step"].item() > 0) == ("stale", True)


def test_a_deviation_is_overdue_the_day_after_its_day_while_it_is_open(edition: Edition) -> None:
    rows = deviations.deviations(edition, TODAY).filter("is_open").drop_nulls("due_on")
    due_on, deviation_id = rows.select("due_on", "id").row(0)

    on_the_day = deviations.deviation(edition, due_on, deviation_id)
    day_after = deviations.deviation(edition, due_on + timedelta(days=1), deviation_id)

    assert on_the_day is not None
    assert day_after is not None
    assert (on_the_day["is_overdue"], day_after["is_overdue"]) == (False, True)


def test_closed_deviations_are_neither_overdue_nor_waiting_to_be_completed(edition: Edition) -> None:
    rows = deviations.deviations(edition, TODAY)

    assert rows.height == register(edition, "deviation").height
    assert rows.select("observed_on", "id").rows() == sorted(rows.select("observed_on", "id").rows(), reverse=True)
    closed = rows.filter(pl.col("state").is_in(["verified", "dismissed"]))
    assert closed.select(pl.any_horizontal("is_open", "is_overdue", "is_incomplete").any()).item() is False
    incomplete = rows.filter("is_incomplete")
    assert incomplete.select(pl.any_horizontal(pl.col("contract_id", "category", "severity").is_null()).all()).item()


@pytest.mark.parametrize("field", ["supplier_id", "unit_id"])
def test_choosing_narrows_the_deviations(edition: Edition, field: str) -> None:
    rows = deviations.deviations(edition, TODAY)
    one = int(rows.drop_nulls(field)[field][0])

    found = deviations.chosen_deviations(edition, TODAY, choosing(field, one))

    assert found.equals(rows.filter(pl.col(field) == one))
    assert 0 < found.height < rows.height


def test_deviations_of_a_category_are_those_on_its_contracts(edition: Edition) -> None:
    rows, scope = deviations.deviations(edition, TODAY), register(edition, "scope")
    one = int(scope.join(rows.drop_nulls("contract_id"), on="contract_id", how="semi")["category_id"][0])

    found = deviations.chosen_deviations(edition, TODAY, replace(ALL, category_id=one))

    fits = set(scope.filter(pl.col("category_id") == one)["contract_id"])
    assert found["id"].to_list() == [row["id"] for row in rows.iter_rows(named=True) if row["contract_id"] in fits]
    assert found.height > 0


def test_what_is_not_stated_can_be_chosen(edition: Edition) -> None:
    rows = deviations.deviations(edition, TODAY)
    scoped = set(register(edition, "scope")["contract_id"])

    no_unit, no_category = (
        deviations.chosen_deviations(edition, TODAY, choosing(field, NOT_STATED))
        for field in ("unit_id", "category_id")
    )

    assert no_unit.equals(rows.filter(pl.col("unit_id").is_null()))
    assert set(no_category["id"]) == {
        row["id"] for row in rows.iter_rows(named=True) if row["contract_id"] not in scoped
    }


def test_the_companies_deviations_are_theirs(edition: Edition) -> None:
    rows = deviations.deviations(edition, TODAY)
    unit = int(rows.drop_nulls("unit_id")["unit_id"][0])

    found = deviations.chosen_deviations(edition, TODAY, replace(ALL, left_out=(unit,)))

    assert found.equals(rows.filter((pl.col("unit_id") != unit).fill_null(True)))


@pytest.mark.parametrize(
    ("today", "span"),
    [
        (date(2026, 11, 16), (202512, 202611)),
        (date(2026, 12, 31), (202601, 202612)),
        (date(2026, 1, 1), (202502, 202601)),
    ],
)
def test_twelve_months_end_with_todays(today: date, span: tuple[int, int]) -> None:
    assert deviations.month_span(today) == span


def test_the_bars_are_the_deviations_of_their_month(edition: Edition) -> None:
    rows = deviations.deviations(edition, TODAY)

    bars = deviations.by_month(edition, TODAY, ALL)

    first, last = deviations.month_span(TODAY)
    assert bars["count"].sum() == rows.filter(pl.col("period").is_between(first, last)).height > 0
    assert bars["period"].is_between(first, last).all()


def test_one_reports_about_suppliers_by_name_and_about_contracts_that_are_not_secret(edition: Edition) -> None:
    known = deviations.subjects(edition)

    suppliers: dict[int, Any] = {row["id"]: row for row in register(edition, "supplier").iter_rows(named=True)}
    secret = set(register(edition, "contract").filter("is_secret")["id"])
    assert not any(suppliers[supplier]["is_masked"] for supplier, _ in known)
    assert not secret & {contract for _, contract in known}
    assert {(one, 0) for one, row in suppliers.items() if not row["is_masked"]} <= known.keys()
