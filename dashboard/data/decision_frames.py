"""The decision dates of every contract on a day, read from the registers; without Streamlit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.rules.decisions.decision_dates import option_dates, with_decision_dates
from dashboard.rules.decisions.handled import with_handled
from dashboard.rules.decisions.lead_times import LeadTimes, lead_times_on
from dashboard.rules.decisions.limits import decision_limits
from dashboard.rules.decisions.missing import with_missing
from dashboard.rules.decisions.steps import steps_on
from dashboard.rules.decisions.ways import ways
from dashboard.rules.decisions.work_started import with_work_state
from data_access.engine import Connection
from data_access.queries import contracts, decisions, escalation, goals, lead_times, procurements

READERS: Mapping[str, Callable[[Connection], pl.DataFrame]] = {
    "contract": contracts.read_contracts,
    "option": contracts.read_contract_options,
    "procurement": procurements.read_procurements,
    "lead_time": lead_times.read_lead_times,
    "review_buffer": lead_times.read_review_buffers,
    "rule_limit": goals.read_rule_limits,
    "escalation_case": escalation.read_escalation_cases,
    "escalation_event": escalation.read_escalation_events,
    "contract_decision": decisions.read_decisions,
    "plan_item": decisions.read_plan_items,
    "plan_stage": decisions.read_plan_stages,
}
GIVEN = {"exhausted_on": pl.Date, "ceiling_forecast_on": pl.Date, "daily_spend_ore": pl.Float64}


@dataclass(frozen=True)
class Decisions:
    """`dated`: a row a contract, as `with_decision_dates`, `with_handled` and `with_work_state`, and `is_ended`.

    `options`: a row an option, as `option_dates`. `ways`: five rows a contract, as `rules.decisions.ways`. `missing`: a
    row a contract, why its dates are missing, as `with_missing`.
    """

    as_of: date
    dated: pl.DataFrame
    options: pl.DataFrame
    ways: pl.DataFrame
    missing: pl.DataFrame
    lead_times: LeadTimes


def read_decision_frames(connection: Connection) -> dict[str, pl.DataFrame]:
    """The frames `decisions_on` asks for: one query each, columns of the tables."""
    return {name: read(connection) for name, read in READERS.items()}


def decisions_on(frames: Mapping[str, pl.DataFrame], day: date, by_contract: pl.DataFrame | None = None) -> Decisions:
    """Every contract on `day`, by the rules and lead times valid then; what happened later is not known then.

    `by_contract` is what the ledger knows, where it is given: `contract_id`, `exhausted_on` (the day its ceiling was
    reached), `ceiling_forecast_on` (the day it is forecast to be) and `daily_spend_ore`; any may be left out.
    """
    limits = decision_limits(frames["rule_limit"], day)
    lead_times = lead_times_on(frames, day, limits.own_procurements)
    steps = steps_on(frames["escalation_case"], frames["escalation_event"], day)
    known = frames["contract"].join(steps.rename({"contract_id": "id"}), on="id", how="left", maintain_order="left")
    if by_contract is not None:
        columns = [name for name in GIVEN if name in by_contract.columns]
        told = by_contract.select(pl.col("contract_id").cast(pl.Int64).alias("id"), *columns)
        known = known.join(told, on="id", how="left", maintain_order="left")
    dates = with_decision_dates(known, frames["option"], day, lead_times, limits)
    handled = with_handled(dates, frames["contract_decision"], frames["plan_item"], frames["plan_stage"], day)
    dated = with_work_state(handled, day, limits).with_columns(is_ended=(pl.col("current_end") < day).fill_null(False))
    options = option_dates(known, frames["option"], day, limits)
    return Decisions(day, dated, options, ways(dated, day), with_missing(dated), lead_times)


def reached_ceilings(exhausted: pl.DataFrame, day: date) -> pl.DataFrame:
    """`contract_id, exhausted_on` of the ceilings reached by `day`, from the edition's `exhausted`."""
    return exhausted.filter(pl.col("exhausted_from") <= day).select(
        "contract_id", exhausted_on=pl.col("exhausted_from").dt.offset_by("-1d")
    )
