"""Deviations put right in time, how long they are open, and whether they come back."""

from datetime import date, timedelta
from typing import Any

import polars as pl
from hypothesis import given
from hypothesis import strategies as some

from dashboard.data.metric_values import ask_for, measure_windows, split_of
from dashboard.filters import Filters, rolling
from dashboard.metrics import metric
from dashboard.periods import Grain, window
from dashboard.rules.scope import NOT_STATED
from tests.dashboard.metrics.frames import frames
from tests.dashboard.metrics.test_formulas import Given, measured

AS_OF = date(2026, 10, 31)
USUAL = {"supplier_id": 1, "state": "verified", "observed_on": date(2026, 5, 1), "category": "late"}


def deviations(*rows: dict[str, Any], times: int = 1) -> Given:
    """Deviations of which each is there so many times."""
    return [{**USUAL, **row} for row in rows for _ in range(times)]


def due(day: date, closed: date | None, **more: Any) -> dict[str, Any]:
    return {"due_on": day, "closed_on": closed, "state": "verified" if closed else "confirmed", **more}


def test_closed_on_the_agreed_day_is_in_time_and_the_day_after_is_not() -> None:
    day = date(2026, 6, 10)

    found = measured("K-UPP-2", deviation=deviations(due(day, day), due(day, day + timedelta(days=1)), times=3))

    assert (found["good"], found["known"], found["value"]) == (3, 6, 0.5)


def test_open_after_its_day_is_not_in_time_and_without_a_day_it_is_unknown() -> None:
    rows = deviations(due(date(2026, 6, 10), None), {"state": "confirmed"}, times=5)

    found = measured("K-UPP-2", deviation=rows)

    assert (found["value"], found["n"], found["n_unknown"]) == (0.0, 5, 5)


def test_what_was_dismissed_was_no_deviation() -> None:
    rows = deviations(due(date(2026, 6, 10), None, state="dismissed"), times=5)

    assert measured("K-UPP-2", deviation=rows)["n"] == 0


def test_a_deviation_counts_in_the_month_it_was_due_and_not_before_the_day_has_come() -> None:
    days = (date(2025, 10, 31), date(2025, 11, 1), date(2026, 10, 31), date(2026, 11, 1))

    found = measured("K-UPP-2", deviation=deviations(*(due(day, day) for day in days)))

    assert found["n"] == 2


def test_the_days_open_are_counted_for_those_closed_in_the_period() -> None:
    closed = [date(2026, 5, 1) + timedelta(days=days) for days in (0, 10, 20, 30, 100)]
    rows = deviations(*({"closed_on": day} for day in closed), {"state": "confirmed"}, {"closed_on": date(2025, 6, 1)})

    found = measured("K-UPP-2m", deviation=rows)

    assert (found["n"], found["value"]) == (5, 20)


def test_a_deviation_came_back_when_it_was_reopened_within_six_months_of_its_closing() -> None:
    closed = date(2026, 3, 1)
    rows = deviations(
        {"closed_on": closed},
        {"closed_before_on": closed, "reopened_on": date(2026, 9, 1), "state": "confirmed"},
        {"closed_before_on": closed, "reopened_on": date(2026, 9, 2), "closed_on": date(2026, 9, 20)},
        {"closed_on": date(2026, 5, 1)},  # half a year has not passed
        times=2,
    )

    found = measured("K-UPP-2r", deviation=rows)

    assert (found["good"], found["known"]) == (2, 6)


def test_a_deviation_belongs_to_the_categories_of_its_contract_to_its_supplier_and_to_the_unit_that_met_it() -> None:
    day = date(2026, 6, 10)
    tables = frames(
        contract=[{}, {}],
        scope=[{"contract_id": 1, "category_id": 1}, {"contract_id": 2, "category_id": 2}],
        category=[{"id": 1}, {"id": 2, "parent_id": 1}],
        unit=[{"id": 1}, {"id": 2}],
        deviation=deviations(
            due(day, day, contract_id=1, unit_id=1, supplier_id=7),
            due(day, day, contract_id=2, unit_id=2),
            due(day, day),
        ),
    )
    one = metric("K-UPP-2")

    for dimension, wanted in (
        ("category_id", {1: 1, 2: 2, None: 1}),
        ("unit_id", {1: 1, 2: 1, None: 1}),
        ("supplier_id", {1: 2, 7: 1}),
    ):
        bars = split_of(one, dimension, tables, rolling(202610), AS_OF, Grain.ROLLING)
        assert dict(bars.select(dimension, "n").iter_rows()) == wanted
        for key, n in wanted.items():
            chosen: dict[str, Any] = {dimension: NOT_STATED if key is None else key}
            narrowed = Filters(202511, 202610, **chosen)
            alone = measure_windows(one, ask_for(tables, narrowed, [window(202610, Grain.ROLLING)], AS_OF))
            assert alone["n"].item() == n


def test_the_number_of_a_secret_contract_is_not_among_the_rows_nor_is_any_free_text() -> None:
    tables = frames(contract=[{"number": "H-1", "is_secret": True}], deviation=deviations({"contract_id": 1}))

    rows = ask_for(tables, rolling(202610), [window(202610, Grain.ROLLING)], AS_OF).every("deviations")

    assert rows["contract_number"].to_list() == [None]
    assert not {"description", "note", "evidence", "place"} & set(rows.columns)


def slow_in_time(rows: list[dict[str, Any]], first: date, last: date) -> tuple[int, int, int]:
    """Closed in time, known and unknown, one by one."""
    good = known = unknown = 0
    for row in rows:
        placed = row["due_on"] if row["due_on"] is not None else row["observed_on"]
        if row["state"] == "dismissed" or not first <= placed <= last:
            continue
        if row["due_on"] is None:
            unknown += 1
            continue
        known += 1
        if row["closed_on"] is not None and row["closed_on"] <= row["due_on"]:
            good += 1
    return good, known, unknown


some_day = some.dates(date(2025, 8, 1), date(2027, 1, 31))
some_deviation = some.fixed_dictionaries(
    {
        "due_on": some.none() | some_day,
        "closed_on": some.none() | some_day,
        "observed_on": some_day,
        "state": some.sampled_from(["reported", "confirmed", "verified", "dismissed"]),
    }
)


@given(some.lists(some_deviation, max_size=12))
def test_the_fast_share_agrees_with_the_slow_one(rows: list[dict[str, Any]]) -> None:
    found = measured("K-UPP-2", deviation=deviations(*rows))

    slow = slow_in_time(rows, date(2025, 11, 1), AS_OF)
    assert (found["good"], found["known"], found["unknown"]) == slow


def test_a_bar_that_is_nobodys_is_there() -> None:
    tables = frames(deviation=deviations(due(date(2026, 6, 10), None)))

    bars = split_of(metric("K-UPP-2"), "unit_id", tables, rolling(202610), AS_OF, Grain.ROLLING)

    assert bars.filter(pl.col("unit_id").is_null())["n"].item() == 1
