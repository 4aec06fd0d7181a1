"""What pages ask about follow-up: what was planned and done, what is next, and what is not prepared."""

from datetime import date, timedelta
from typing import Any

import polars as pl

from dashboard.data.follow_up import active_contracts, of_period, planned_rows, to_do
from dashboard.filters import Filters
from dashboard.rules.follow_up.limits import FollowUpLimits
from dashboard.rules.follow_up.risk_class import SCORES
from tests.dashboard.metrics.frames import frames

TODAY = date(2026, 11, 16)
Given = list[dict[str, Any]]


def days(count: int) -> date:
    """So many days from today."""
    return TODAY + timedelta(days=count)


def rows(plans: Given, activities: Given | None = None, contracts: Given | None = None, **more: Given) -> pl.DataFrame:
    """The planned follow-ups of contract 1 unless they say otherwise, meetings unless they say otherwise."""
    planned = [{"contract_id": 1, "method": "moten", **plan} for plan in plans]
    tables = frames(
        contract=contracts or [{"number": "A-1"}],
        follow_up_plan=planned,
        follow_up_activity=activities or [],
        **more,
    )
    return planned_rows(tables, TODAY, FollowUpLimits())


def test_what_is_planned_after_the_contracts_end_or_on_a_secret_contract_is_left_out() -> None:
    contracts: Given = [{"initial_end_on": days(10)}, {"is_secret": True}, {"initial_end_on": None}]
    plans: Given = [
        {"planned_on": days(10)},
        {"planned_on": days(11)},
        {"planned_on": days(1), "contract_id": 2},
        {"planned_on": days(900), "contract_id": 3},
    ]

    assert rows(plans, contracts=contracts)["plan_id"].to_list() == [1, 4]


def test_an_option_that_was_used_keeps_what_is_planned_in_the_longer_term() -> None:
    ended: Given = [{"initial_end_on": days(-10)}]
    option: Given = [{"contract_id": 1, "length_months": 12, "exercised_on": days(-40)}]

    assert rows([{"planned_on": days(20)}], contracts=ended).is_empty()
    assert rows([{"planned_on": days(20)}], contracts=ended, option=option).height == 1


def test_to_do_is_what_is_overdue_by_a_year_at_most_and_what_comes_within_sixty_days() -> None:
    plans: Given = [{"planned_on": days(one)} for one in (-366, -364, -15, -14, 0, 60, 61)]

    found = to_do(rows(plans), TODAY)

    assert found["plan_id"].to_list() == [2, 3, 4, 5, 6]
    assert found["state"].to_list() == ["not_done", "not_done", "coming", "coming", "coming"]


def test_what_was_missed_leaves_the_list_when_the_same_is_done_later_on() -> None:
    plans: Given = [{"planned_on": days(-200)}, {"planned_on": days(-200), "method": "csr"}, {"planned_on": days(-100)}]

    found = to_do(rows(plans, [{"plan_id": 3, "done_on": days(-99)}]), TODAY)

    assert found["plan_id"].to_list() == [2]


def test_nothing_is_to_do_on_a_contract_that_has_ended() -> None:
    plans: Given = [{"planned_on": days(-30)}]

    assert to_do(rows(plans, contracts=[{"initial_end_on": days(-1)}]), TODAY).is_empty()
    assert to_do(rows(plans, contracts=[{"initial_end_on": TODAY}]), TODAY).height == 1


def test_the_gravest_class_in_force_comes_first_and_the_unknown_last() -> None:
    contracts: Given = [{"number": "A", "risk_class": 2}, {"number": "B"}, {"number": "C", "risk_class": 1}]
    scored: Given = [{"contract_id": 3, "scored_on": TODAY, **dict.fromkeys(SCORES, 4)}]
    plans: Given = [{"planned_on": days(at), "contract_id": at} for at in (1, 2, 3)]

    found = to_do(rows(plans, contracts=contracts, risk_score=scored), TODAY)

    assert found.select("number", "risk_class").rows() == [("C", 4), ("A", 2), ("B", None)]


def test_the_months_chosen_are_those_of_the_planned_day() -> None:
    plans: Given = [{"planned_on": day} for day in (date(2025, 10, 31), date(2025, 11, 1), date(2026, 10, 31))]

    assert of_period(rows(plans), Filters(202511, 202610))["plan_id"].to_list() == [2, 3]


def test_a_contract_holds_from_its_first_day_to_its_last_and_where_the_end_is_unknown() -> None:
    contracts: Given = [
        {"start_on": TODAY},
        {"start_on": days(1)},
        {"initial_end_on": TODAY},
        {"initial_end_on": days(-1)},
        {"initial_end_on": None},
        {"is_secret": True},
    ]

    assert active_contracts(frames(contract=contracts), TODAY)["id"].to_list() == [1, 3, 5]
