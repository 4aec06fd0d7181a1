"""How the days of a procurement fall on its parts: preparation, publication, evaluation, signing, transition.

Where the office's own procurements have replaced the planned days up to signing, the planned parts are scaled to them,
so that the parts always add up to the lead time that the decision dates rest on.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.rules.decisions.lead_times import KIND, LeadTimes, in_force, with_lead_time

PARTS = ("preparation", "publication", "evaluation", "signing", "transition")
DAYS = tuple(f"{part}_days" for part in PARTS)


@dataclass(frozen=True)
class Timing:
    """The lead times and buffers of a day, and their `parts`: procedure, complexity or `any`, DAYS."""

    lead_times: LeadTimes
    parts: pl.DataFrame


def timing_on(rows: pl.DataFrame, lead_times: LeadTimes, day: date) -> Timing:
    """`rows`: the table lead_time; `lead_times`: what holds on `day`, as `lead_times_on` gives it."""
    planned = in_force(rows, day, (*KIND, "part")).pivot("part", index=list(KIND), values="p50_days")
    lacking = [pl.lit(0, pl.Int64).alias(part) for part in PARTS if part not in planned.columns]
    known = planned.with_columns(*lacking).join(lead_times.times, on=list(KIND), how="inner")
    before = pl.sum_horizontal(PARTS[:-1])
    own = pl.col("lead_days") - pl.col("transition")
    scaled = known.with_columns(
        (pl.col(part) * own // before).fill_null(0).alias(f"{part}_days") for part in PARTS[1:-1]
    ).with_columns(transition_days="transition")
    rest = pl.col("lead_days") - pl.sum_horizontal(DAYS[1:])
    parts = scaled.with_columns(preparation_days=rest).select(*KIND, pl.col(DAYS).cast(pl.Int64))
    return Timing(lead_times, parts)


def with_parts(rows: pl.DataFrame, timing: Timing) -> pl.DataFrame:
    """Adds what `with_lead_time` does and DAYS, null where the lead time is not known; `rows` says the same columns."""
    known = with_lead_time(rows, timing.lead_times)
    named = {"procedure": "procedure_code", "complexity": "complexity_code"}
    exact = timing.parts.rename(named)
    whatever = timing.parts.filter(pl.col("complexity") == "any").drop("complexity")
    whatever = whatever.rename({"procedure": "procedure_code", **{name: f"any_{name}" for name in DAYS}})
    return (
        known.join(exact, on=list(named.values()), how="left", maintain_order="left")
        .join(whatever, on="procedure_code", how="left", maintain_order="left")
        .with_columns(pl.coalesce(name, f"any_{name}") for name in DAYS)
        .drop(f"any_{name}" for name in DAYS)
    )
