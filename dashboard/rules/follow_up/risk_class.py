"""A contract's risk class from six scores of 1 to 4, and which class is in force.

Class 4 where any score is 4 and the mean is 2.5 or more, 3 where the mean is 2.5 or more, 2 where it is 1.75 or more,
otherwise 1. The class in force is that of the last scoring; without one, the contract register's; without that it is
unknown and never guessed. Source: the office's proposal for segmentation, to be confirmed by its own decision.
"""

from collections.abc import Mapping

import polars as pl

SCORES = ("value", "criticality", "supply_risk", "sustainability_risk", "price_complexity", "history")
CLASSES = (1, 2, 3, 4)
GRAVE, HIGH, MIDDLE = 4, 2.5, 1.75


def risk_class(scores: Mapping[str, int]) -> int:
    """The class 1-4 that the six scores give. KeyError where one is missing."""
    values = [scores[name] for name in SCORES]
    mean = sum(values) / len(values)
    if mean >= HIGH:
        return 4 if max(values) >= GRAVE else 3
    return 2 if mean >= MIDDLE else 1


def scored_class() -> pl.Expr:
    """As `risk_class`, for a frame with a column for each score."""
    mean = pl.sum_horizontal(*SCORES) / len(SCORES)
    is_grave = pl.max_horizontal(*SCORES) >= GRAVE
    high = pl.when(is_grave).then(pl.lit(4)).otherwise(pl.lit(3))
    return pl.when(mean >= HIGH).then(high).when(mean >= MIDDLE).then(pl.lit(2)).otherwise(pl.lit(1)).cast(pl.Int64)


def with_class_in_force(contracts: pl.DataFrame, scores: pl.DataFrame, day: str, key: str = "id") -> pl.DataFrame:
    """`contracts` with `risk_class` as in force on each row's `day` (a column); null: unknown. Order is kept.

    `key` is the column with the contract's id; each pair of contract and day stands once. `scores` has `contract_id`,
    `scored_on`, `id` and SCORES.
    """
    scored = scores.sort("scored_on", "id").select(
        pl.col("contract_id").alias(key),
        "scored_on",
        scored=scored_class(),
        until=pl.col("scored_on").shift(-1).over("contract_id"),  # the next one takes its place
    )
    holds = (pl.col("scored_on") <= pl.col(day)) & (pl.col(day) < pl.col("until")).fill_null(True)
    last = contracts.select(key, day).join(scored, on=key).filter(holds).select(key, day, "scored")
    return (
        contracts.join(last, on=[key, day], how="left", maintain_order="left")
        .with_columns(risk_class=pl.coalesce("scored", "risk_class"))
        .drop("scored")
    )
