"""Days per stage run from one entry to the next, the present one's until today; the order is the acts' and tables'."""

from datetime import date

import polars as pl

from dashboard.acts import plan_procurement
from dashboard.rules.plans.stages import STAGES, next_stage, with_days, with_late
from data_access.tables import decisions

TODAY = date(2026, 11, 16)
ROWS = pl.DataFrame(
    {
        "id": [3, 1, 2, 4],
        "plan_item_id": [1, 1, 1, 2],
        "stage": ["market", "planning", "needs", "planning"],
        "entered_on": [date(2026, 11, 1), date(2026, 9, 1), date(2026, 9, 11), date(2026, 11, 16)],
    }
)


def test_each_stage_lasts_until_the_next_and_the_present_one_until_today() -> None:
    found = with_days(ROWS, TODAY)

    assert found.select("plan_item_id", "stage", "days", "is_present").rows() == [
        (1, "planning", 10, False),
        (1, "needs", 51, False),
        (1, "market", 15, True),
        (2, "planning", 0, True),
    ]


def test_a_stage_is_late_when_it_is_left_after_its_milestone() -> None:
    rows = with_days(ROWS, TODAY).filter(pl.col("plan_item_id") == 1)

    found = with_late(rows, {"needs_done": date(2026, 10, 12), "market_done": date(2026, 12, 1)}, TODAY)

    assert found.select("due_on", "late_days").rows() == [
        (date(2026, 10, 12), 0),
        (date(2026, 10, 12), 20),
        (date(2026, 12, 1), 0),
    ]


def test_without_a_schedule_nothing_is_late_or_in_time() -> None:
    assert with_late(with_days(ROWS, TODAY), {}, TODAY)["late_days"].to_list() == [None] * 4


def test_the_stages_come_in_the_order_of_the_acts_and_the_tables() -> None:
    assert tuple(STAGES) == plan_procurement.STAGES == decisions.STAGES


def test_the_first_stage_follows_on_nothing_and_nothing_on_the_last() -> None:
    assert (next_stage(None), next_stage("planning"), next_stage("manage")) == ("planning", "needs", None)
