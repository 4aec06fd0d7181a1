"""Changes and values of contracts, the plan's lines and stages, and capacity: written, corrected, refused."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Engine

from dashboard.acts.change_contract import Amendment, record_amendment, value_contract
from dashboard.acts.plan_procurement import PlanLine, advance_plan, plan_procurement, set_capacity
from data_access.engine import reading
from data_access.errors import Conflict, Refused
from data_access.queries import decisions
from tests.dashboard.acts.cases import CONTROLLER, LEADER, NOW, OPERATIONS, TODAY, settle
from tests.dashboard.acts.test_at_once import at_once

CHANGE = Amendment(date(2026, 3, 1), "17:11", -500_00, "Färre lokaler.")
LINE = PlanLine("Städning", date(2027, 7, 1), contract_id=1, hours=300)
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def municipality(database: Engine) -> None:
    settle()


def test_a_change_is_noted_with_its_ground_and_its_notice_filled_in_later() -> None:
    made = record_amendment(CONTROLLER, "a", NOW, 1, CHANGE)

    record_amendment(CONTROLLER, "b", NOW, 1, replace(CHANGE, notice_published_on=TODAY), made, 1)

    with reading() as connection:
        row = decisions.read_amendments(connection).row(0, named=True)
    assert (row["value_delta_ore"], row["ground"], row["notice_published_on"], row["version"]) == (
        -500_00,
        "17:11",
        TODAY,
        2,
    )
    with pytest.raises(Conflict):
        record_amendment(CONTROLLER, "c", NOW, 1, CHANGE, made, 1)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (replace(CHANGE, ground="17:99"), "amendment_ground"),
        (replace(CHANGE, notice_published_on=date(2026, 2, 1)), "amendment_notice_day"),
        (replace(CHANGE, signed_on=TOMORROW), "day_impossible"),
        (replace(CHANGE, description=" "), "text_missing"),
    ],
)
def test_a_change_that_cannot_be_is_refused(change: Amendment, code: str) -> None:
    with pytest.raises(Refused, match=code):
        record_amendment(CONTROLLER, "a", NOW, 1, change)


def test_the_last_value_of_a_contract_holds() -> None:
    for key, value in (("a", 100), ("b", 200)):
        value_contract(
            CONTROLLER,
            key,
            NOW,
            1,
            valued_on=TODAY,
            value_ore=value,
            index_factor=Decimal("1.05"),
            purchase_type="services",
            source="Beräkning",
        )

    with reading() as connection:
        assert decisions.read_value_ore(connection, 1, TODAY) == 200


def test_a_line_goes_through_the_stages_in_order() -> None:
    made = plan_procurement(LEADER, "a", NOW, LINE) or 0

    with pytest.raises(Refused, match="plan_stage"):
        advance_plan(LEADER, "b", NOW, made, 1, "market", TODAY)
    advance_plan(LEADER, "c", NOW, made, 1, "planning", date(2026, 11, 2))
    with pytest.raises(Refused, match="plan_stage_day"):
        advance_plan(LEADER, "d", NOW, made, 2, "needs", date(2026, 11, 1))
    advance_plan(LEADER, "e", NOW, made, 2, "needs", TODAY)

    with reading() as connection:
        assert decisions.read_plan_stages(connection)["stage"].to_list() == ["planning", "needs"]
        assert decisions.read_plan_items(connection)["state"].to_list() == ["started"]


def test_of_two_who_change_a_line_at_once_one_wins() -> None:
    made = plan_procurement(LEADER, "a", NOW, LINE) or 0

    given = at_once(
        lambda: plan_procurement(LEADER, "b", NOW, replace(LINE, hours=1), made, 1),
        lambda: plan_procurement(LEADER, "c", NOW, replace(LINE, hours=2), made, 1),
    )

    assert sorted(type(one).__name__ for one in given) == ["Conflict", "int"]


def test_a_line_names_what_exists() -> None:
    with pytest.raises(Refused, match="procurement_unknown"):
        plan_procurement(LEADER, "a", NOW, replace(LINE, procurement_id=9))
    with pytest.raises(Refused, match="plan_days"):
        plan_procurement(LEADER, "b", NOW, replace(LINE, planned_publish_on=TOMORROW, planned_sign_on=TODAY))
    with pytest.raises(Refused, match="not_allowed"):
        plan_procurement(OPERATIONS, "c", NOW, LINE)


def test_capacity_is_set_by_month_and_seen_before_it_is_changed() -> None:
    set_capacity(LEADER, "a", NOW, 202701, 0, officers=4.5, hours=500, source="Schema")
    set_capacity(LEADER, "b", NOW, 202701, 1, officers=4, hours=450, source="Schema")

    with reading() as connection:
        assert decisions.read_capacity(connection)["hours"].to_list() == [450]
    with pytest.raises(Conflict):
        set_capacity(LEADER, "c", NOW, 202701, 1, officers=4, hours=1, source="Schema")
    with pytest.raises(Refused, match="capacity_month"):
        set_capacity(LEADER, "d", NOW, 202713, 0, officers=4, hours=1, source="Schema")
