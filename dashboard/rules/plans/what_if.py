"""What becomes of the plan if some contracts are extended: as if their next option were used today. Saves nothing."""

from datetime import date

import polars as pl

from dashboard.rules.decisions.decision_dates import GIVEN, with_decision_dates
from dashboard.rules.decisions.lead_times import LeadTimes
from dashboard.rules.decisions.limits import DecisionLimits
from dashboard.rules.plans.procurement_plan import GATE, PlanFrames, plan_lines

OPEN = ("possible", "possible_with_risk")
EVER = 600  # months: a line that moves far away is still there
MOVES = ("needed_on", "start_on", "publish_on", "sign_on", "late_days")


def extendable(lines: pl.DataFrame, ways: pl.DataFrame, dated: pl.DataFrame, options: pl.DataFrame) -> pl.DataFrame:
    """`contract_id, number, title, state` of the lines that an extension would move.

    Those are lines from decision points, of contracts that may be extended today (`ways`, as `rules.decisions.ways`;
    `state` is the way's) and whose next option stands in the register.
    """
    is_open = (pl.col("way") == "extend") & pl.col("state").is_in(OPEN)
    may = ways.filter(is_open).select("contract_id", "state")
    following = dated.select(contract_id="id", sequence="next_option")
    told = following.join(options.select("contract_id", "sequence"), on=["contract_id", "sequence"], how="semi")
    return (
        lines.filter(pl.col("source") == GATE)
        .select("contract_id", "number", "title")
        .join(may, on="contract_id", maintain_order="left")
        .join(told, on="contract_id", how="semi", maintain_order="left")
    )


def redated(
    contracts: pl.DataFrame,
    options: pl.DataFrame,
    dated: pl.DataFrame,
    today: date,
    lead_times: LeadTimes,
    limits: DecisionLimits,
) -> pl.DataFrame:
    """`dated` (of `with_decision_dates`: the contracts to extend) as it would be with each next option used today.

    `contracts` and `options` are the tables.
    """
    given = dated.select("id", *(name for name in GIVEN if name in dated.columns))
    chosen = contracts.join(given, on="id", maintain_order="left")
    used = dated.select(contract_id="id", sequence="next_option", is_used=pl.lit(True))
    known = (
        options.join(chosen.select(contract_id="id"), on="contract_id", how="semi", maintain_order="left")
        .join(used, on=["contract_id", "sequence"], how="left", maintain_order="left")
        .with_columns(exercised_on=pl.when(pl.col("is_used")).then(pl.lit(today)).otherwise("exercised_on"))
        .drop("is_used")
    )
    return with_decision_dates(chosen, known, today, lead_times, limits).with_columns(
        is_ended=(pl.col("current_end") < today).fill_null(False)
    )


def extended(lines: pl.DataFrame, after: pl.DataFrame, frames: PlanFrames, today: date) -> pl.DataFrame:
    """`lines` with the days of the contracts in `after` (of `redated`) as they would be; the rest is as it was.

    Only lines from decision points move. One whose new days cannot be computed keeps its hours and has no days.
    """
    ids = after["id"].implode()
    moved = plan_lines(after, frames, today, EVER).filter(pl.col("source") == GATE)
    new = moved.select("contract_id", *(pl.col(name).alias(f"new_{name}") for name in MOVES))
    is_moved = pl.col("contract_id").is_in(ids).fill_null(False) & (pl.col("source") == GATE)
    return (
        lines.join(new, on="contract_id", how="left", maintain_order="left")
        .with_columns(pl.when(is_moved).then(f"new_{name}").otherwise(name).alias(name) for name in MOVES)
        .drop(f"new_{name}" for name in MOVES)
    )
