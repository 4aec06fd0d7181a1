"""Which target holds: by metric, day and unit."""

from datetime import date
from typing import Any

import polars as pl

from dashboard.rules.targets import with_targets

SCHEMA = {
    "id": pl.Int64,
    "metric": pl.String,
    "unit_id": pl.Int64,
    "valid_from": pl.Date,
    "valid_to": pl.Date,
    "green": pl.Float64,
    "green_to": pl.Float64,
    "amber": pl.Float64,
    "amber_to": pl.Float64,
    "source": pl.String,
    "status": pl.String,
}


def targets(*rows: dict[str, Any]) -> pl.DataFrame:
    usual = {"metric": "K-AVT-1", "valid_from": date(2024, 1, 1), "source": "beslut", "status": "decided"}
    return pl.DataFrame(
        [{**dict.fromkeys(SCHEMA), **usual, "id": at, **row} for at, row in enumerate(rows)], schema=SCHEMA
    )


def target_on(rows: pl.DataFrame, day: date, unit_id: int | None = None) -> dict[str, Any]:
    return (
        with_targets(pl.DataFrame({"until": [0]}), rows, "K-AVT-1", {0: day}, unit_id).drop("until").row(0, named=True)
    )


def test_a_value_is_judged_by_the_target_valid_then() -> None:
    path = targets({"green": 0.8, "valid_to": date(2025, 12, 31)}, {"green": 0.85, "valid_from": date(2026, 1, 1)})

    found = [target_on(path, day)["target_green"] for day in (date(2025, 12, 31), date(2026, 1, 1))]

    assert found == [0.8, 0.85]


def test_a_unit_has_its_own_target_before_the_municipality() -> None:
    rows = targets({"green": 0.9}, {"green": 0.7, "unit_id": 4})

    assert target_on(rows, date(2026, 1, 1), 4)["target_green"] == 0.7
    assert target_on(rows, date(2026, 1, 1), 5)["target_green"] == 0.9
    assert target_on(rows, date(2026, 1, 1))["target_green"] == 0.9


def test_no_target_is_no_target() -> None:
    found = target_on(targets({"green": 0.9}), date(2023, 12, 31))

    assert set(found.values()) == {None}


def test_of_two_targets_that_hold_the_later_wins() -> None:
    rows = targets({"green": 0.9, "valid_from": date(2026, 1, 1)}, {"green": 0.8})

    assert target_on(rows, date(2026, 6, 1))["target_green"] == 0.9


def test_each_measured_row_gets_the_target_of_its_window_and_unit() -> None:
    rows = targets({"green": 0.9}, {"green": 0.7, "unit_id": 4, "valid_from": date(2026, 1, 1)})
    measured = pl.DataFrame({"until": [202512, 202601, 202601], "unit_id": [4, 4, None]})
    days = {202512: date(2025, 12, 31), 202601: date(2026, 1, 31)}

    found = with_targets(measured, rows, "K-AVT-1", days, None)

    assert found["target_green"].to_list() == [0.9, 0.7, 0.9]
