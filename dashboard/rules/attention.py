"""A metric needs attention when its status is amber or red, and what costs most to leave alone comes first.

The order: what needs action before what is near its target, then the kronor between value and target, then how far
the value is from the target as a part of it. Metrics without data or target are never here.
"""

import polars as pl

STATUSES = ("red", "amber")


def with_consequence(values: pl.DataFrame) -> pl.DataFrame:
    """`values` plus `distance` (the way to the target as a part of it) and `affected_ore` (null where not money).

    Columns used: `value`, `target_green`, `target_green_to` (null but for a band), `known` (the weight judged, in
    öre where `is_money`). A value on the good side of its target has distance 0.
    """
    low, high = pl.col("target_green"), pl.col("target_green_to")
    nearest = pl.when(high.is_not_null() & (pl.col("value") > high)).then(high).otherwise(low)
    gap = (pl.col("value") - nearest).abs()
    scale = pl.when(nearest.abs() > 0).then(nearest.abs()).otherwise(1.0)
    return values.with_columns(
        distance=gap / scale,
        affected_ore=pl.when(pl.col("is_money")).then((gap * pl.col("known").abs()).round().cast(pl.Int64)),
    )


def attention(values: pl.DataFrame) -> pl.DataFrame:
    """The rows that need attention, those of greatest consequence first; columns as `with_consequence`."""
    rank = pl.col("status").replace_strict(list(STATUSES), [0, 1], return_dtype=pl.Int8)
    needing = with_consequence(values.filter(pl.col("status").is_in(STATUSES)))
    return needing.sort(
        rank, "affected_ore", "distance", "code", descending=[False, True, True, False], nulls_last=True
    )
