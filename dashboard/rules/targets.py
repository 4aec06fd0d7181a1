"""The target that holds for a metric, a unit and a day: the unit's own where it has one, else the municipality's."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl

COLUMNS = ("green", "green_to", "amber", "amber_to", "source", "status")
SCHEMA = {
    "target_green": pl.Float64,
    "target_green_to": pl.Float64,
    "target_amber": pl.Float64,
    "target_amber_to": pl.Float64,
    "target_source": pl.String,
    "target_status": pl.String,
}


def _candidates(targets: pl.DataFrame, metric: str) -> list[dict[str, Any]]:
    return targets.filter(pl.col("metric") == metric).sort("valid_from", "id").to_dicts()


def _on(candidates: list[dict[str, Any]], day: date, unit_id: int | None) -> dict[str, Any]:
    valid = [
        row
        for row in candidates
        if row["valid_from"] <= day <= (row["valid_to"] or date.max) and row["unit_id"] in (None, unit_id)
    ]
    own = [row for row in valid if row["unit_id"] is not None]
    row = (own or valid or [dict.fromkeys(COLUMNS)])[-1]
    return {f"target_{column}": row[column] for column in COLUMNS}


def with_targets(
    measured: pl.DataFrame, targets: pl.DataFrame, metric: str, days: Mapping[int, date], unit_id: int | None
) -> pl.DataFrame:
    """Adds the columns of SCHEMA to each row, by its `until` (`days`: until -> day) and its `unit_id` if it has one.

    `targets` has the columns of the table `target`. Of several valid rows the one that began last holds; all are null
    where none does.
    """
    candidates = _candidates(targets, metric)
    if "unit_id" not in measured.columns:
        rows = [_on(candidates, days[until], unit_id) for until in measured["until"]]
    else:
        pairs = measured.select("until", "unit_id").iter_rows()
        rows = [_on(candidates, days[until], unit) for until, unit in pairs]
    return pl.concat([measured, pl.DataFrame(rows, schema=SCHEMA)], how="horizontal")
