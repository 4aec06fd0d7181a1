"""Deviations, placed in the month they were due, closed, or had been closed for half a year.

A dismissed deviation was none and is left out. The category is that of the contract's scope.
"""

import polars as pl

from dashboard.data.row_frames.ask import Ask, Tables, month, narrowed
from dashboard.data.row_frames.members import contract_members
from dashboard.rules.follow_up.deviations import AGAIN_MONTHS, days_open, is_closed_in_time, is_reopened_soon


def deviation_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """One row a deviation, in the month it was due: `row_id`, `period`, `is_in_time`, `days_open`, `category`,
    `severity`, `state`, `observed_on`, `due_on`, `closed_on`, `reopened_on`, `contract_id`, `contract_number` and the
    dimensions.

    One without an agreed day stands in the month it was observed, with null `is_in_time`. `contract_number` is null
    for a secret contract.
    """
    placed = _known(tables).with_columns(event_on=pl.coalesce("due_on", "observed_on"))
    return _placed(placed.with_columns(is_in_time=is_closed_in_time()), tables, ask)


def closed_deviation_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """As `deviation_rows`, but those that are closed, in the month they were."""
    return _placed(
        _known(tables).with_columns(event_on=pl.col("closed_on"), is_in_time=is_closed_in_time()), tables, ask
    )


def settled_deviation_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """As `deviation_rows`, but in the month when six months had passed since they were closed: `is_reopened`.

    One that was reopened counts by the closing that was undone.
    """
    closed = pl.coalesce("closed_before_on", "closed_on").dt.offset_by(f"{AGAIN_MONTHS}mo")
    return _placed(_known(tables).with_columns(event_on=closed, is_reopened=is_reopened_soon()), tables, ask)


def _known(tables: Tables) -> pl.DataFrame:
    numbers = tables["contract"].filter(~pl.col("is_secret")).select(contract_id="id", contract_number="number")
    return (
        tables["deviation"]
        .filter(pl.col("state") != "dismissed")
        .rename({"id": "row_id"})
        .join(numbers, on="contract_id", how="left")
        .with_columns(days_open=days_open())
        .drop("description", "place", "evidence", "note", "clause", "reported_by")  # free text stays where it is
    )


def _placed(rows: pl.DataFrame, tables: Tables, ask: Ask) -> pl.DataFrame:
    within = rows.drop_nulls("event_on").filter(pl.col("event_on") <= ask.as_of).with_columns(month("event_on"))
    return narrowed(within, ask, {"category_id": _categories(within, tables)})


def _categories(rows: pl.DataFrame, tables: Tables) -> pl.DataFrame:
    """Pairs of `row_id` and `category_id`: the categories the deviation's contract covers, and those below them."""
    of_contract = contract_members(tables)["category_id"].rename({"row_id": "contract_id"})
    return rows.select("row_id", "contract_id").join(of_contract, on="contract_id").select("row_id", "category_id")
