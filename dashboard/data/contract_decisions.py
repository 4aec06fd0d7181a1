"""The decisions about one contract, what a new one would do, and what a form about it needs."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard.data.decision_page import OneContract, on_day
from dashboard.data.edition import Edition
from dashboard.data.registers import names, register
from dashboard.rules.decisions import deciding
from dashboard.rules.decisions.deciding import Standpoint, standpoint
from dashboard.rules.decisions.terms import CEILING_DAYS
from dashboard.rules.sanctions.delegations import delegated
from data_access.engine import reading
from data_access.queries.decision_frames import read_decision_frames


@dataclass(frozen=True)
class ContractDecisions:
    """What was decided about a contract. `rows`: the table's columns, the newest first, and `undone_on`, the day a
    later decision undid it. `plan`: the plan's line each decision made, by the decision's id. `cases`: the contract's
    open cases and `suppliers` those on it, each id with its supplier's name.
    """

    contract_id: int
    rows: pl.DataFrame
    plan: dict[int, dict[str, Any]]
    cases: dict[int, str]
    suppliers: dict[int, str]

    @property
    def newest(self) -> int:
        """The id of the newest decision; 0 where there is none."""
        return int(self.rows["id"][0]) if self.rows.height else 0

    @property
    def standing(self) -> list[dict[str, Any]]:
        """The decisions that hold, the newest first."""
        return self.rows.filter(pl.col("kind") != "undo", pl.col("undone_on").is_null()).to_dicts()

    @property
    def kinds(self) -> list[str]:
        """The kinds of those that hold."""
        return [str(one["kind"]) for one in self.standing]


@st.cache_resource(max_entries=64, show_spinner=False)
def contract_decisions(edition: Edition, contract_id: int) -> ContractDecisions:
    """Every decision about the contract as it stands in this edition."""
    of_this = pl.col("contract_id") == contract_id
    rows = register(edition, "contract_decision").filter(of_this)
    undoing = rows.filter(pl.col("kind") == "undo").select(id="undoes_id", undone_on="decided_on")
    told = rows.join(undoing, on="id", how="left").sort("id", descending=True)
    made = register(edition, "plan_item").filter(pl.col("decision_id").is_in(rows["id"].implode()))
    links = register(edition, "contract_supplier").filter(of_this)
    cases = register(edition, "escalation_case").filter(of_this, pl.col("closed_on").is_null())
    called = names(edition, "supplier")
    return ContractDecisions(
        contract_id,
        told,
        {row["decision_id"]: row for row in made.iter_rows(named=True)},
        {case_id: called[supplier] for case_id, supplier in cases.select("id", "supplier_id").iter_rows()},
        {supplier: called[supplier] for supplier in links["supplier_id"].unique(maintain_order=True)},
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def handling_decision(edition: Edition, day: date, contract_id: int) -> dict[str, Any] | None:
    """The decision (`kind`, `decided_on`) by which the contract's gate is handled on `day`; None where none is."""
    row = on_day(edition, day).dated.filter(pl.col("id") == contract_id).row(0, named=True)
    return {"kind": row["decision_kind"], "decided_on": row["decided_on"]} if row["is_handled"] else None


def why_closed(one: OneContract, stands: list[str], today: date) -> dict[str, list[str]]:
    """For each kind of decision the codes of why it may not be taken today; none where it may."""
    ways = {row["way"]: row for row in one.ways.iter_rows(named=True)}
    option: Any = one.row["next_option"]
    at = {kind: Standpoint(one.row, ways.get(deciding.WAY_OF.get(kind, ""))) for kind in deciding.KINDS}
    return {kind: deciding.obstacles(at[kind], kind, option, stands, today) for kind in deciding.KINDS}


def standing_point(edition: Edition, today: date, one: OneContract, kind: str, wanted: date | None) -> Standpoint:
    """Where the contract stands today as the act will see it, with the last day `wanted` by who gives notice.

    What is bought a day on it is what the ledger says; the act does not need it, but it is what a gap costs.
    """
    row: dict[str, Any] = one.row
    known = _Ledger(**ceiling_days(one), daily_spend_ore=row["daily_spend_ore"])
    return _point(edition, today, row["id"], kind, wanted, known)


def ceiling_days(one: OneContract) -> dict[str, date | None]:
    """The last day the ceiling reaches to, reached (`exhausted_on`) and forecast (`ceiling_forecast_on`)."""
    row: dict[str, Any] = one.row
    return {name: row.get(name) for name in CEILING_DAYS}


@dataclass(frozen=True)
class _Ledger:
    """What the ledger says of a contract."""

    exhausted_on: date | None
    ceiling_forecast_on: date | None
    daily_spend_ore: float | None


@st.cache_resource(max_entries=32, show_spinner=False)
def _point(
    edition: Edition, today: date, contract_id: int, kind: str, wanted: date | None, ledger: _Ledger
) -> Standpoint:
    known = _frames(edition, contract_id)
    spend = pl.lit(ledger.daily_spend_ore, pl.Float64)
    frames = known | {"one": known["one"].with_columns(daily_spend_ore=spend)}
    return standpoint(
        frames,
        today,
        kind,
        desired_end_on=wanted,
        exhausted_on=ledger.exhausted_on,
        ceiling_forecast_on=ledger.ceiling_forecast_on,
    )


@st.cache_resource(max_entries=8, show_spinner=False)
def _frames(edition: Edition, contract_id: int) -> dict[str, pl.DataFrame]:
    with reading() as connection:
        return read_decision_frames(connection, contract_id)


def value_ore(edition: Edition, contract_id: int, day: date) -> int | None:
    """What the contract is worth with all its options: the last value by the day, else the register's estimate."""
    valued = register(edition, "contract_valuation").filter(
        pl.col("contract_id") == contract_id, pl.col("valued_on") <= day
    )
    if valued.height:
        return int(valued.sort("valued_on", "id")["value_ore"][-1])
    estimate = register(edition, "contract").filter(pl.col("id") == contract_id)["estimated_value_ore"]
    return estimate[0] if estimate.len() else None


def delegation(
    edition: Edition, contract_id: int, kind: str, roles: frozenset[str], day: date
) -> dict[str, object] | None:
    """The delegation by which somebody with these roles takes the decision; None where none is found."""
    amount = value_ore(edition, contract_id, day)
    known = register(edition, "delegation")
    return delegated(known, deciding.DELEGATED[kind], roles, deciding.ANY_AMOUNT if amount is None else amount, day)
