"""How many days a new procurement takes until its contract works, and how many more a review may cost.

The planning values are dated rows. Where enough of the office's own procurements of a kind are signed, the median of
their days from project start to signing takes the place of the planned parts up to signing; the transition, which no
register of procurements tells of, stays as planned.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.rules.decisions.register_words import COMPLEXITY_WORDS, PROCEDURE_WORDS, RISK_WORDS, coded

KIND = ("procedure", "complexity")
TRANSITION = "transition"
OWN_SOURCE = "egna upphandlingar, n={}"


@dataclass(frozen=True)
class LeadTimes:
    """`times`: procedure, complexity or `any`, lead_days, lead_days_p80, lead_source; `buffers`: risk, buffer_days."""

    times: pl.DataFrame
    buffers: pl.DataFrame


def lead_times_on(frames: Mapping[str, pl.DataFrame], day: date, least: float = 20) -> LeadTimes:
    """What holds on `day`. `frames`: lead_time, review_buffer, procurement and contract, with the tables' columns.

    Own procurements count from `least` of a kind that were signed by that day. Their complexity is that of the contract
    they led to.
    """
    rows = in_force(frames["lead_time"], day, (*KIND, "part"))
    is_transition = pl.col("part") == TRANSITION
    planned = rows.group_by(*KIND, maintain_order=True).agg(
        pl.col("p50_days", "p80_days").sum(),
        pl.col("p50_days", "p80_days").filter(is_transition).sum().name.prefix("after_"),
        pl.col("source").first(),
    )
    own = _own(frames["procurement"], frames["contract"], day)
    known = planned.join(own.filter(pl.col("n") >= least), on=KIND, how="left", maintain_order="left")
    is_own = pl.col("n").is_not_null()
    times = known.select(
        *KIND,
        lead_days=pl.when(is_own).then(pl.col("own_p50") + pl.col("after_p50_days")).otherwise("p50_days"),
        lead_days_p80=pl.when(is_own).then(pl.col("own_p80") + pl.col("after_p80_days")).otherwise("p80_days"),
        lead_source=pl.when(is_own).then(pl.format(OWN_SOURCE, "n")).otherwise("source"),
    )
    buffers = in_force(frames["review_buffer"], day, ("risk",)).select("risk", buffer_days="days")
    return LeadTimes(times, buffers)


def with_lead_time(contracts: pl.DataFrame, lead_times: LeadTimes) -> pl.DataFrame:
    """Adds `procedure_code, complexity_code, risk_code, lead_days, lead_source, buffer_days`; unknown is null.

    A procedure that takes as long whatever it is about has its time under `any` and needs no complexity.
    """
    times = lead_times.times.select(*KIND, "lead_days", "lead_source")
    whatever = times.filter(pl.col("complexity") == "any").select(
        "procedure", any_days="lead_days", any_source="lead_source"
    )
    named = {"procedure": "procedure_code", "complexity": "complexity_code"}
    return (
        contracts.with_columns(
            procedure_code=coded("procedure", PROCEDURE_WORDS),
            complexity_code=coded("complexity", COMPLEXITY_WORDS),
            risk_code=coded("review_risk", RISK_WORDS),
        )
        .join(times.rename(named), on=list(named.values()), how="left", maintain_order="left")
        .join(whatever.rename({"procedure": "procedure_code"}), on="procedure_code", how="left", maintain_order="left")
        .join(lead_times.buffers.rename({"risk": "risk_code"}), on="risk_code", how="left", maintain_order="left")
        .with_columns(
            lead_days=pl.coalesce("lead_days", "any_days"), lead_source=pl.coalesce("lead_source", "any_source")
        )
        .drop("any_days", "any_source")
    )


def in_force(rows: pl.DataFrame, day: date, key: tuple[str, ...]) -> pl.DataFrame:
    """The rows that hold on the day; of two of a kind the one that began last."""
    holds = (pl.col("valid_from") <= day) & (pl.col("valid_to").is_null() | (pl.col("valid_to") >= day))
    return rows.filter(holds).sort("valid_from", maintain_order=True).unique(key, keep="last", maintain_order=True)


def _own(procurements: pl.DataFrame, contracts: pl.DataFrame, day: date) -> pl.DataFrame:
    """`procedure, complexity, n, own_p50, own_p80` in days, of procurements signed by `day`; `any` is all of one."""
    of_contract = contracts.drop_nulls("procurement_id").unique("procurement_id", keep="first", maintain_order=True)
    days = (pl.col("contract_signed_on") - pl.col("project_start_on")).dt.total_days()
    signed = (
        procurements.filter(pl.col("contract_signed_on") <= day, days >= 0)
        .join(of_contract.select("complexity", id="procurement_id"), on="id", how="left")
        .select(
            procedure=coded("procedure", PROCEDURE_WORDS), complexity=coded("complexity", COMPLEXITY_WORDS), days=days
        )
    )
    every = pl.concat([signed, signed.with_columns(complexity=pl.lit("any"))])
    return (
        every.drop_nulls()
        .group_by(*KIND)
        .agg(
            n=pl.len(),
            own_p50=pl.col("days").median().ceil().cast(pl.Int64),
            own_p80=pl.col("days").quantile(0.8, "linear").ceil().cast(pl.Int64),
        )
    )
