"""How many hours a procurement takes: what its line says, else what our own lines say, else a dated estimate.

The middle of our own lines of the same procedure counts once there are enough of them. Which of the three it is always
follows the number, and a procedure nobody has an estimate for gives no number at all.
"""

from dataclasses import asdict, dataclass, fields
from datetime import date

import polars as pl

PREFIX = "plan_hours_"
SAID, OWN, ESTIMATE = "said", "own", "estimate"
CANCELLED = "cancelled"


@dataclass(frozen=True)
class PlanHours:
    """Hours by the code of the procedure, and how many own lines it takes. Hold where the database has none."""

    below_threshold: int = 120
    open: int = 240
    selective: int = 360
    renewed_competition: int = 60
    direct_award: int = 20
    least: int = 5  # own lines with hours of a procedure, for their middle to count


def plan_hours(rows: pl.DataFrame, day: date) -> PlanHours:
    """The newest value of each that had begun by `day`, of `rule_limit` rows with keys that begin with PREFIX."""
    begun = rows.filter(pl.col("valid_from") <= day).sort("valid_from").unique("key", keep="last")
    said = {key.removeprefix(PREFIX): value for key, value in begun.select("key", "value").iter_rows()}
    known = {field.name for field in fields(PlanHours)}
    return PlanHours(**{key: round(float(value)) for key, value in said.items() if key in known})


def with_hours(lines: pl.DataFrame, own: pl.DataFrame, estimates: PlanHours) -> pl.DataFrame:
    """`lines` (`hours`, `procedure`) with `needed_hours` and `hours_from`: SAID, OWN, ESTIMATE, or null for both.

    `own`: every line of our own, with `hours`, `procedure` and `state`; cancelled ones do not count.
    """
    middle = (
        own.filter(pl.col("state") != CANCELLED)
        .drop_nulls(["hours", "procedure"])
        .group_by("procedure")
        .agg(n=pl.len(), own_hours=pl.col("hours").median().ceil().cast(pl.Int64))
        .filter(pl.col("n") >= estimates.least)
        .drop("n")
    )
    told = {name: hours for name, hours in asdict(estimates).items() if name != "least"}
    estimate = pl.col("procedure").replace_strict(told, default=None, return_dtype=pl.Int64)
    return (
        lines.join(middle, on="procedure", how="left", maintain_order="left")
        .with_columns(
            needed_hours=pl.coalesce("hours", "own_hours", estimate),
            hours_from=pl.when(pl.col("hours").is_not_null())
            .then(pl.lit(SAID))
            .when(pl.col("own_hours").is_not_null())
            .then(pl.lit(OWN))
            .when(estimate.is_not_null())
            .then(pl.lit(ESTIMATE)),
        )
        .drop("own_hours")
    )
