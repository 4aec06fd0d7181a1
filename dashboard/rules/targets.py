"""The target that holds for a metric, a unit and a day: the unit's own where it has one, else the municipality's."""

from datetime import date

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


def target_on(targets: pl.DataFrame, metric: str, day: date, unit_id: int | None = None) -> dict[str, object]:
    """The target of `metric` on `day`, its keys those of SCHEMA; all None where none holds.

    `targets` has the columns of the table `target`. Of several valid rows the one that began last holds.
    """
    valid = targets.filter(
        pl.col("metric") == metric,
        pl.col("valid_from") <= day,
        pl.col("valid_to").is_null() | (pl.col("valid_to") >= day),
        pl.col("unit_id").is_null() | pl.col("unit_id").eq_missing(pl.lit(unit_id)),
    ).sort(pl.col("unit_id").is_null(), "valid_from", descending=[False, True])
    row = valid.row(0, named=True) if len(valid) else dict.fromkeys(COLUMNS)
    return {f"target_{column}": row[column] for column in COLUMNS}


def with_targets(
    measured: pl.DataFrame, targets: pl.DataFrame, metric: str, days: dict[int, date], unit_id: int | None
) -> pl.DataFrame:
    """Adds the columns of SCHEMA to each row, by its `until` (`days`: until -> day) and its `unit_id` if it has one."""
    keys = ["until", "unit_id"] if "unit_id" in measured.columns else ["until"]
    wanted = measured.select(keys).unique()
    rows = [
        {**key, **target_on(targets, metric, days[key["until"]], key.get("unit_id", unit_id))}
        for key in wanted.iter_rows(named=True)
    ]
    found = pl.DataFrame(rows, schema={**{key: wanted.schema[key] for key in keys}, **SCHEMA})
    return measured.join(found, on=keys, how="left", nulls_equal=True)
