"""Frames of the needs' rules: one valid row, say only what matters; and the same answers found day by day."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

import polars as pl

TODAY = date(2026, 11, 16)
DAY = timedelta(days=1)
Rows = list[dict[str, Any]]
CONTRACT = {
    "contract_id": pl.Int64,
    "start_on": pl.Date,
    "ends_on": pl.Date,
    "follows_on": pl.Date,
    "gap_days": pl.Int64,
    "daily_spend_ore": pl.Float64,
}
PLAN = {
    "contract_id": pl.Int64,
    "successor_id": pl.Int64,
    "sign_on": pl.Date,
    "state": pl.String,
}
SCOPE = {"contract_id": pl.Int64, "category_id": pl.Int64, "unit_id": pl.Int64}
TREE = {"id": pl.Int64, "parent_id": pl.Int64}


def contract(key: int = 1, **said: Any) -> dict[str, Any]:
    """A contract that ends at the turn of the year, with purchases of a krona a day and nothing to follow."""
    start = {"contract_id": key, "start_on": date(2024, 1, 1), "ends_on": date(2026, 12, 31)}
    return start | {"follows_on": None, "gap_days": 0, "daily_spend_ore": 100.0} | said


def contracts(*rows: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=CONTRACT, orient="row")


def months_by_day(rows: Rows, today: date, months: int) -> dict[tuple[int, int], tuple[int, int]]:
    """(contract, month) -> (days without a contract, of which no decision can avoid): counted one day at a time."""
    counted: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    after = (today.year * 12 + today.month - 1 + months) // 12, (today.month - 1 + months) % 12 + 1
    for row in rows:
        day = today
        while row["ends_on"] and row["daily_spend_ore"] > 0 and (day.year, day.month) < after:
            is_without = day > row["ends_on"] and (row["follows_on"] is None or day < row["follows_on"])
            is_late = is_without and (day - row["ends_on"]).days <= (row["gap_days"] or 0)
            if is_without:
                counted[row["contract_id"], day.year * 100 + day.month][0] += 1
                counted[row["contract_id"], day.year * 100 + day.month][1] += is_late
            day += DAY
    return {key: (days, late) for key, (days, late) in counted.items()}


def above(tree: dict[int, int | None], key: int | None) -> set[int | None]:
    """The thing itself and all it lies under."""
    found: set[int | None] = set()
    while key is not None and key not in found:
        found.add(key)
        key = tree[key]
    return found


def covered_from(
    one: dict[str, Any],
    every: Rows,
    scope: list[tuple[int, int, int | None]],
    categories: dict[int, int | None],
    units: dict[int, int | None],
) -> date | None:
    """The first day others cover all that `one` covers: each need tried against each contract."""
    begins = []
    for _, category, unit in [need for need in scope if need[0] == one["contract_id"]]:
        days = [
            max(other["start_on"], one["ends_on"] + DAY)
            for other in every
            for contract_id, wider, other_unit in scope
            if contract_id == other["contract_id"] != one["contract_id"]
            and other["start_on"] is not None
            and (other["ends_on"] is None or other["ends_on"] > one["ends_on"])
            and wider in above(categories, category)
            and (other_unit is None or other_unit in above(units, unit))
        ]
        if not days:
            return None
        begins.append(min(days))
    return max(begins, default=None)
