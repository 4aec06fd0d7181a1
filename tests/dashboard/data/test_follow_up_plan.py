"""The follow-up plan: the months ahead, what is overdue, and how many there are in each class and month."""

from datetime import date

import polars as pl

from dashboard.data.follow_up_plan import OVERDUE, counted, months_ahead, with_months
from tests.dashboard.data.test_follow_up import TODAY, Given, days, rows


def placed(plans: Given, activities: Given | None = None, contracts: Given | None = None) -> dict[int, int]:
    """Which month each planned follow-up stands in."""
    found = with_months(rows(plans, activities, contracts), TODAY)
    return dict(found.select("plan_id", "month").iter_rows())


def test_the_months_ahead_are_this_one_and_eleven_more() -> None:
    months = months_ahead(TODAY)

    assert (months[0], months[-1], len(months)) == (202611, 202710, 12)


def test_what_is_planned_stands_in_its_month_until_the_twelfth_one_ends() -> None:
    plans: Given = [{"planned_on": day} for day in (TODAY, date(2027, 10, 31), date(2027, 11, 1))]

    assert placed(plans) == {1: 202611, 2: 202710}


def test_overdue_is_what_should_be_done_and_is_not_by_a_year_at_most() -> None:
    plans: Given = [{"planned_on": days(one)} for one in (-366, -364, -15)]

    assert placed(plans) == {2: OVERDUE, 3: OVERDUE}


def test_what_was_done_later_on_is_not_overdue() -> None:
    plans: Given = [{"planned_on": days(-100)}, {"planned_on": days(-50)}]
    done: Given = [{"plan_id": 2, "done_on": days(-50), "evidence": "Protokoll"}]

    assert placed(plans, done) == {}


def test_a_day_that_has_passed_while_there_is_still_time_stands_in_this_month() -> None:
    today = date(2026, 12, 2)
    late = rows([{"planned_on": date(2026, 11, 28)}]).with_columns(state=pl.lit("coming"))

    found = with_months(late, today)

    assert found["month"].to_list() == [202612]


def test_every_class_has_every_month_and_the_numbers_add_up() -> None:
    plans: Given = [{"planned_on": days(one)} for one in (-30, 5, 6, 40)]
    found = with_months(rows(plans), TODAY)

    counts = counted(found, TODAY)

    assert counts.height == 13
    assert counts["count"].sum() == found.height == 4
    assert dict(counts.filter(pl.col("count") > 0).select("month", "count").iter_rows()) == {0: 1, 202611: 2, 202612: 1}
