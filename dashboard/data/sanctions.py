"""What pages ask about penalties: the ledger of them, one with its history, the clauses of a contract."""

from dataclasses import dataclass
from datetime import date

import polars as pl
import streamlit as st

from dashboard.data.edition import Edition
from dashboard.data.narrowing import narrowed_by_unit
from dashboard.data.registers import register
from dashboard.filters import Filters
from dashboard.rules.sanctions.delegations import delegated
from dashboard.rules.sanctions.penalty_ledger import penalty_ledger
from dashboard.rules.sanctions.usual_days import usual_claim_days


@st.cache_resource(max_entries=4, show_spinner=False)
def penalties(edition: Edition, today: date) -> pl.DataFrame:
    """Every penalty on a contract that is not secret: `penalty_ledger` and `supplier, contract` (number), `unit_id`."""
    found = penalty_ledger(
        register(edition, "penalty"),
        register(edition, "penalty_event"),
        register(edition, "penalty_clause"),
        usual_days(edition, today),
        today,
    )
    contracts = register(edition, "contract").filter(~pl.col("is_secret"))
    return (
        found.join(contracts.select(contract_id="id", contract="number"), on="contract_id")
        .join(register(edition, "supplier").select(supplier_id="id", supplier="name"), on="supplier_id", how="left")
        .join(register(edition, "deviation").select("unit_id", deviation_id="id"), on="deviation_id", how="left")
        .sort("lost_ore", "id", descending=[True, False])
    )


def usual_days(edition: Edition, today: date) -> int:
    """The days after the last day late to claim within, where the contract names none."""
    return usual_claim_days(register(edition, "rule_limit"), today)


@st.cache_resource(max_entries=8, show_spinner=False)
def chosen_penalties(edition: Edition, today: date, filters: Filters) -> pl.DataFrame:
    """Those of the supplier, unit and category chosen. The period does not narrow: rights do not end with a month."""
    return narrowed_by_unit(edition, penalties(edition, today), filters)


@dataclass(frozen=True)
class OnePenalty:
    """A penalty as a row of `penalties`, what has happened to it, and the terms it rests on."""

    row: dict[str, object]
    events: pl.DataFrame
    clause: dict[str, object]


def penalty(edition: Edition, today: date, penalty_id: int) -> OnePenalty | None:
    """One penalty; None where there is none with this id. Its events say people's names, or the key of a stranger."""
    found = penalties(edition, today).filter(pl.col("id") == penalty_id)
    if found.is_empty():
        return None
    row = found.row(0, named=True)
    clause = register(edition, "penalty_clause").filter(pl.col("id") == row["clause_id"]).row(0, named=True)
    people = dict(register(edition, "person").select("key", "name").iter_rows())
    events = register(edition, "penalty_event").filter(pl.col("penalty_id") == penalty_id)
    events = events.with_columns(who=pl.col("who").replace(people))
    return OnePenalty(row, events, clause)


def clauses_of(edition: Edition, contract_id: int) -> pl.DataFrame:
    """The contract's penalty clauses; the table's columns."""
    return register(edition, "penalty_clause").filter(pl.col("contract_id") == contract_id)


def deviations_of(edition: Edition, supplier_id: int, contract_id: int, case_id: int | None) -> pl.DataFrame:
    """What a penalty may be for: the case's deviations, else the supplier's on the contract; the newest first."""
    rows = register(edition, "deviation").filter(
        pl.col("supplier_id") == supplier_id, pl.col("contract_id") == contract_id, pl.col("state") != "dismissed"
    )
    rows = rows if case_id is None else rows.filter(pl.col("case_id") == case_id)
    return rows.sort("observed_on", "id", descending=True)


def has_delegation(edition: Edition, roles: frozenset[str], amount_ore: int, day: date) -> bool:
    """Whether somebody with these roles may decide a penalty of this amount, as far as is written down."""
    return delegated(register(edition, "delegation"), "penalty", roles, amount_ore, day) is not None
