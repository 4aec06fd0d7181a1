"""The plan's hours by month: they add up to the hour, late work comes now, and a slow way of counting agrees."""

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.rules.plans.load import spread
from dashboard.rules.plans.months import Load, against, load_of, worst
from dashboard.rules.plans.procurement_plan import LINES
from tests.slow.load import slow_spread

TODAY = date(2026, 11, 16)
SCHEMA = {**LINES, "needed_hours": pl.Int64}


def line(start: date | None, sign: date | None, hours: int | None = 100, **said: Any) -> dict[str, Any]:
    """A line that was put into the plan and that nobody has begun."""
    usual = {"source": "planned", "state": "planned"}
    return {"start_on": start, "sign_on": sign, "needed_hours": hours, **usual, **said}


def load(*lines: dict[str, Any]) -> Load:
    return load_of(pl.DataFrame(list(lines), schema=SCHEMA), TODAY)


def hours(found: Load) -> dict[int, int]:
    """Month -> hours, of the months that have any."""
    return dict(found.parts.group_by("period").agg(pl.col("hours").sum()).sort("period").iter_rows())


def test_the_hours_follow_the_working_days_of_each_month() -> None:
    found = load(line(date(2027, 2, 1), date(2027, 3, 12), 90))  # twenty working days and ten

    assert hours(found) == {202702: 60, 202703: 30}


def test_what_does_not_divide_goes_to_the_largest_part_left_over_and_then_to_the_earlier_month() -> None:
    found = load(line(date(2027, 2, 22), date(2027, 3, 5), 3))  # five working days in each

    assert hours(found) == {202702: 2, 202703: 1}


def test_a_line_without_a_single_working_day_lies_in_its_first_month() -> None:
    found = load(line(date(2027, 1, 30), date(2027, 1, 31), 7))

    assert hours(found) == {202701: 7}


def test_a_signing_before_the_start_is_on_the_same_day() -> None:
    found = load(line(date(2027, 3, 1), date(2027, 1, 1), 7))

    assert hours(found) == {202703: 7}


def test_work_that_should_have_begun_begins_today_and_takes_as_long_as_planned() -> None:
    found = load(line(date(2026, 5, 4), date(2026, 6, 1), state="undecided"))

    days = found.lines.select("from_on", "until_on").row(0)
    assert days == (TODAY, TODAY + timedelta(days=28))
    assert found.before == 0


def test_work_that_has_begun_stays_where_it_was_planned_and_what_has_passed_is_stated() -> None:
    found = load(line(date(2026, 10, 5), date(2026, 12, 4), 90, state="started"))

    assert found.before + found.by_month()["hours"].sum() == 90
    assert found.before == hours(found)[202610] > 0


@pytest.mark.parametrize("state", ["signed", "cancelled"])
def test_finished_lines_ask_for_nothing(state: str) -> None:
    assert load(line(date(2027, 1, 4), date(2027, 3, 1), state=state)).total == 0


def test_lines_without_days_or_hours_are_counted_apart() -> None:
    found = load(line(None, date(2027, 1, 1), 50), line(date(2027, 1, 4), None, 60), line(TODAY, TODAY, None))

    assert (found.undated, found.without_hours, found.total) == (110, 1, 110)
    assert found.by_month()["hours"].sum() == 0


def test_the_bars_and_what_is_stated_outside_them_are_all_the_hours_there_are() -> None:
    found = load(
        line(date(2026, 9, 1), date(2027, 2, 1), 181, state="started"),
        line(date(2027, 4, 1), date(2029, 9, 1), 331, source="gate", state="undecided"),
        line(date(2029, 4, 1), date(2029, 9, 1), 77, source="need"),
        line(None, None, 12),
    )

    shown = int(found.by_month()["hours"].sum())
    assert shown + found.before + found.after + found.undated == found.total == 601


def test_a_procurement_counts_as_one_start_in_the_month_it_must_begin() -> None:
    found = load(
        line(date(2027, 1, 4), date(2027, 3, 1)),
        line(date(2027, 1, 29), date(2027, 3, 1), source="gate", state="undecided"),
        line(date(2026, 10, 5), date(2027, 3, 1), state="started"),
        line(date(2026, 10, 5), date(2027, 3, 1), None),
    )

    starts = against(found, capacity()).filter(pl.col("starts") > 0)
    assert dict(starts.select("period", "starts").iter_rows()) == {202611: 1, 202701: 2}


def test_what_somebody_has_started_this_month_need_not_start() -> None:
    found = load(
        line(date(2026, 11, 2), date(2027, 3, 1), state="started"),
        line(date(2026, 11, 2), date(2027, 3, 1)),
        line(date(2026, 11, 23), date(2027, 3, 1), source="gate", state="undecided"),
    )

    assert found.by_month()["starts"].sum() == 2
    assert found.in_month(202611)["is_start"].sum() == 2


def test_the_lines_of_a_month_add_up_to_its_bar() -> None:
    found = load(line(date(2027, 1, 4), date(2027, 3, 1), 55), line(date(2027, 2, 1), date(2027, 2, 26), 40))

    of_month = found.in_month(202702)

    assert of_month["month_hours"].sum() == hours(found)[202702]
    assert of_month["is_start"].to_list() == [True, False]


def capacity(**hours_of: int) -> pl.DataFrame:
    """Capacity of months: m202701=40."""
    rows = [{"period": int(name[1:]), "hours": value} for name, value in hours_of.items()]
    return pl.DataFrame(rows, schema={"period": pl.Int64, "hours": pl.Int64})


def test_a_month_nobody_has_said_the_capacity_of_is_unknown_and_not_short() -> None:
    found = load(line(date(2027, 1, 4), date(2027, 1, 29), 100), line(date(2027, 2, 1), date(2027, 2, 26), 90))

    rows = against(found, capacity(m202702=60, m202703=0))
    known = {row["period"]: (row["capacity"], row["gap"]) for row in rows.iter_rows(named=True)}

    assert known[202701] == (None, None)
    assert known[202702] == (60, 30)
    assert known[202703] == (0, 0)
    assert worst(rows) == 202702


def test_where_no_month_is_short_there_is_no_worst_one() -> None:
    found = load(line(date(2027, 1, 4), date(2027, 1, 29), 100))

    assert worst(against(found, capacity(m202701=100))) is None


DAYS = some.dates(date(2025, 1, 1), date(2031, 12, 31))
LINE = some.tuples(DAYS, some.integers(0, 900), some.integers(0, 700))


@given(some.lists(LINE, min_size=1, max_size=6))
def test_counting_day_by_day_and_hour_by_hour_gives_the_same(given_lines: list[tuple[date, int, int]]) -> None:
    rows: list[dict[str, Any]] = [
        {"line": turn, "from_on": first, "until_on": first + timedelta(days=length), "needed_hours": hours}
        for turn, (first, length, hours) in enumerate(given_lines)
    ]

    found = spread(pl.DataFrame(rows), TODAY)

    for row in rows:
        mine = found.filter(pl.col("line") == row["line"])
        assert dict(mine.select("period", "hours").iter_rows()) == slow_spread(
            row["from_on"], row["until_on"], row["needed_hours"]
        )
