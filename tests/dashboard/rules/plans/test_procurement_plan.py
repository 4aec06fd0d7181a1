"""The plan holds its own lines and the contracts whose decision point is near; a decision or a line takes the place."""

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest

from dashboard.rules.plans.lead_parts import DAYS, Timing
from dashboard.rules.plans.procurement_plan import LINES, PlanFrames, plan_lines
from dashboard.rules.plans.project_plan import Days, schedule
from data_access.queries.frames import polars_type
from data_access.tables import contracts
from data_access.tables import decisions as tables
from tests.dashboard.rules.decisions.build import EXAMPLE, LEAD_TIMES, Row, dated_frame

TODAY = date(2026, 11, 16)
PARTS = (120, 35, 30, 19, 30)
TIMING = Timing(
    LEAD_TIMES,
    pl.DataFrame(
        [("open", "any", *PARTS), ("direct_award", "any", 10, 5, 5, 2, 5)],
        schema=["procedure", "complexity", *DAYS],
        orient="row",
    ),
)
END = date(2028, 2, 29)


def rows(table: Any, made: list[Row]) -> pl.DataFrame:
    schema = {column.name: polars_type(column.type) for column in table.columns}
    return pl.DataFrame([{**dict.fromkeys(schema), "id": place, **row} for place, row in enumerate(made, 1)], schema)


def item(**said: Any) -> Row:
    return {"title": "Nytt behov", "needed_on": date(2028, 3, 1), "state": "planned", "version": 1, **said}


def plan(
    contract: list[Row] | None = None,
    items: list[Row] | None = None,
    decided: list[Row] | None = None,
    scope: list[Row] | None = None,
    **more: Any,
) -> list[Row]:
    """The plan of these contracts (one that ends in February 2028 unless said), as rows."""
    given = [{**EXAMPLE, "initial_end_on": END, **one} for one in ([{}] if contract is None else contract)]
    dated = dated_frame(given, [], TODAY).with_columns(is_ended=(pl.col("current_end") < TODAY).fill_null(False))
    frames = PlanFrames(
        items=rows(tables.plan_item, items or []),
        stages=rows(tables.plan_stage, []),
        decisions=rows(tables.contract_decision, decided or []),
        scope=rows(contracts.contract_scope, scope or []),
        timing=TIMING,
    )
    found = plan_lines(dated, frames, TODAY, **more)
    assert dict(found.schema) == dict(LINES)
    return found.to_dicts()


def decision(kind: str, **said: Any) -> Row:
    return {"contract_id": 1, "kind": kind, "decided_on": TODAY, "end_before_on": END, "new_end_on": END, **said}


def test_a_contract_whose_decision_point_is_near_is_a_line_of_its_own() -> None:
    (line,) = plan(scope=[{"contract_id": 1, "category_id": 7, "unit_id": 3}])

    assert (line["source"], line["state"], line["item_id"], line["contract_id"]) == ("gate", "undecided", None, 1)
    assert line["needed_on"] == END + timedelta(days=1)
    assert (line["category_id"], line["unit_id"], line["procedure"], line["review_risk"]) == (7, 3, "open", "normal")
    assert line["hours"] is None


def test_its_days_are_those_of_the_project_plan_and_of_the_decision() -> None:
    (line,) = plan()

    due = schedule(END + timedelta(days=1), Days(*PARTS, review=60), "open")
    assert (line["start_on"], line["publish_on"], line["sign_on"]) == (due["start"], due["published"], due["signed"])


def test_what_covers_several_categories_has_none() -> None:
    (line,) = plan(scope=[{"contract_id": 1, "category_id": 7}, {"contract_id": 1, "category_id": 8}])

    assert line["category_id"] is None


@pytest.mark.parametrize(
    "contract",
    [
        {"is_secret": True},
        {"initial_end_on": date(2026, 11, 15)},
        {"initial_end_on": date(2031, 1, 31)},
        {"review_risk": None},
        {"initial_end_on": None, "is_until_further_notice": True},
    ],
)
def test_secret_ended_and_far_off_contracts_and_those_without_a_decision_point_are_no_lines(contract: Row) -> None:
    assert plan([contract]) == []


def test_more_months_reach_further() -> None:
    far = [{"initial_end_on": date(2031, 1, 31)}]

    assert len(plan(far, months=60)) == 1


@pytest.mark.parametrize(("kind", "count"), [("terminate", 0), ("expire", 0), ("sanction", 1)])
def test_a_decision_that_lets_the_contract_end_takes_it_out_of_the_plan(kind: str, count: int) -> None:
    assert len(plan(decided=[decision(kind)])) == count


def test_a_decision_that_was_undone_does_not() -> None:
    undone = [decision("terminate"), {"contract_id": 1, "kind": "undo", "undoes_id": 1, "decided_on": TODAY}]

    assert len(plan(decided=undone)) == 1


@pytest.mark.parametrize(
    ("said", "source"),
    [({"contract_id": 1, "decision_id": 4}, "decision"), ({"contract_id": 1}, "planned")],
)
def test_a_line_takes_the_place_of_the_contracts_decision_point(said: Row, source: str) -> None:
    found = plan(items=[item(**said)])

    assert [(line["source"], line["item_id"], line["number"]) for line in found] == [(source, 1, "contracts-1")]


def test_a_cancelled_line_leaves_the_decision_point_and_stands_beside_it() -> None:
    found = plan(items=[item(contract_id=1, state="cancelled")])

    assert {(line["source"], line["state"]) for line in found} == {("planned", "cancelled"), ("gate", "undecided")}


def test_a_line_without_a_contract_is_a_need() -> None:
    found = plan([], [item()])

    assert [(line["source"], line["number"], line["start_on"]) for line in found] == [("need", None, None)]


def test_a_line_about_a_secret_contract_is_left_out() -> None:
    assert plan([{"is_secret": True}], [item(contract_id=1)]) == []


def test_the_days_somebody_planned_stand_and_the_rest_follow_on_them() -> None:
    start = date(2027, 9, 6)  # too late: the contract will be signed after the last day for it

    (line,) = plan([], [item(procedure="Öppet förfarande", review_risk="låg", planned_start_on=start)])

    assert line["start_on"] == start
    assert line["publish_on"] == date(2028, 1, 4)
    assert line["sign_on"] == date(2028, 3, 28)


@pytest.mark.parametrize(
    ("state", "start", "late"),
    [
        ("planned", TODAY - timedelta(days=5), 5),
        ("planned", TODAY, 0),
        ("started", TODAY - timedelta(days=5), 0),
        ("cancelled", TODAY - timedelta(days=5), 0),
    ],
)
def test_a_line_is_late_from_the_day_after_its_start_until_somebody_starts(state: str, start: date, late: int) -> None:
    (line,) = plan([], [item(state=state, planned_start_on=start)])

    assert line["late_days"] == late


def test_lines_come_in_the_order_they_start_and_those_without_a_start_last() -> None:
    days = (None, date(2027, 5, 3), date(2027, 2, 1))

    found = plan([], [item(planned_start_on=day) for day in days])

    assert [line["item_id"] for line in found] == [3, 2, 1]


def test_an_empty_plan_has_its_columns() -> None:
    assert plan([]) == []
