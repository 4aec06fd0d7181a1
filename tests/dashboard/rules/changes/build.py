"""Contracts and changes: one valid row, say only what matters."""

from datetime import date
from typing import Any

import polars as pl

from dashboard.rules.changes.judged import judged_changes
from dashboard.rules.changes.limits import ChangeLimits
from dashboard.rules.changes.standing import standing
from data_access.queries.frames import polars_type
from data_access.tables.goals import threshold
from data_access.writes.reference import read_reference

Row = dict[str, Any]
AS_OF = date(2025, 12, 1)
CONTRACT = {
    "contract_id": pl.Int64,
    "value_ore": pl.Int64,
    "index_ppm": pl.Int64,
    "kind": pl.String,
    "regime": pl.String,
}
CHANGE = {
    "change_id": pl.Int64,
    "contract_id": pl.Int64,
    "decided_on": pl.Date,
    "value_delta_ore": pl.Int64,
    "legal_basis": pl.String,
    "notice_published_on": pl.Date,
}
LIMITS = ChangeLimits()


def reference_thresholds() -> pl.DataFrame:
    """The thresholds as they stand in the reference file."""
    schema = {column.name: polars_type(column.type) for column in threshold.c if column.name != "id"}
    return pl.DataFrame(read_reference("thresholds.csv", threshold), schema=schema)


def contract(**more: Any) -> Row:
    """Six million kronor of goods above the threshold, without an index clause."""
    usual = {"value_ore": 6_000_000_00, "index_ppm": 1_000_000, "kind": "goods", "regime": "above_threshold"}
    return {"contract_id": 1, **usual, **more}


def change(change_id: int, ore: int | None, **more: Any) -> Row:
    """A change of contract 1, in March 2025, that states no ground."""
    usual = {"contract_id": 1, "decided_on": date(2025, 3, 1), "legal_basis": None, "notice_published_on": None}
    return {"change_id": change_id, "value_delta_ore": ore, **usual, **more}


def judged(contracts: list[Row], changes: list[Row], as_of: date = AS_OF) -> pl.DataFrame:
    """The changes judged, by the thresholds of the reference file."""
    frames = pl.DataFrame(contracts, CONTRACT), pl.DataFrame(changes, CHANGE)
    return judged_changes(*frames, reference_thresholds(), LIMITS, as_of)


def stands(contracts: list[Row], changes: list[Row], as_of: date = AS_OF) -> pl.DataFrame:
    """The contracts' standing."""
    frame = pl.DataFrame(contracts, CONTRACT)
    return standing(frame, judged(contracts, changes, as_of), reference_thresholds(), LIMITS, as_of)
