"""The decision timeline and the ways of the chosen contracts on a day, and one contract's."""

from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl
import streamlit as st

from dashboard.data import edition as editions
from dashboard.data.ceiling_days import ceiling_days
from dashboard.data.decision_frames import Decisions, decisions_on, read_decision_frames
from dashboard.data.edition import Edition
from dashboard.data.narrowing import contracts_for
from dashboard.data.registers import register
from dashboard.data.search import found as hits
from dashboard.filters import Filters
from dashboard.rules.decisions.ways import count_ways
from data_access.engine import reading

YEAR = 365
SOON = timedelta(days=91)
NOBODY = "ingen"  # asks for the contracts without an owner
ALL_HITS = 100_000
KINDS = ("kommande", "passerade", "ej_paborjat", "beslutade", "okanda", "alla")


@dataclass(frozen=True)
class Portfolio:
    """The contracts in force that were chosen, on a day.

    `dated`: as `Decisions.dated`, with `gate_on` (the decision gate, else the first part of it that is known); the next
    gate first, those without one last. `counts`: `way, state, contracts`. `owners`: of the contracts before one owner
    was chosen, None for those that have none.
    """

    day: date
    dated: pl.DataFrame
    ways: pl.DataFrame
    counts: pl.DataFrame
    owners: tuple[str | None, ...]

    def of(self, kind: str) -> pl.DataFrame:
        """One of KINDS: not handled and to come, passed (the latest first), not begun in time or without a gate.

        Handled, the newest decision first; else all of them.
        """
        rows = self.dated.filter(_is(kind, self.day))
        match kind:
            case "passerade":
                return rows.reverse()
            case "beslutade":
                return rows.sort("decided_on", "number", descending=[True, False])
        return rows

    def count(self, kind: str) -> int:
        """How many there are of the kind."""
        return self.dated.filter(_is(kind, self.day)).height

    @property
    def soon(self) -> int:
        """How many gates that are not handled come within three months."""
        return self.of("kommande").filter(pl.col("gate_on") <= self.day + SOON).height


def _is(kind: str, day: date) -> pl.Expr:
    """Whether a contract is of the kind; on a gate that is handled there is nothing left to decide."""
    gate, is_left = pl.col("gate_on"), ~pl.col("is_handled")
    return {
        "kommande": (gate >= day) & is_left,
        "passerade": (gate < day) & is_left,
        "ej_paborjat": pl.col("is_alerted"),
        "beslutade": pl.col("is_handled"),
        "okanda": pl.col("decision_gate").is_null() & is_left,
    }.get(kind, pl.lit(True))


@st.cache_resource(max_entries=32, show_spinner=False)
def on_day(edition: Edition, day: date) -> Decisions:
    """Every contract on `day`, with the daily spend of the ledger's last twelve months and each ceiling's last day."""
    known = _daily_spend(edition).join(ceiling_days(edition, day), on="contract_id", how="full", coalesce=True)
    return decisions_on(_frames(edition), day, known)


@st.cache_resource(max_entries=3, show_spinner=False)
def _frames(edition: Edition) -> dict[str, pl.DataFrame]:
    """The tables the dates rest on, as of one moment."""
    with reading() as connection:
        return read_decision_frames(connection)


@st.cache_resource(max_entries=3, show_spinner=False)
def _daily_spend(edition: Edition) -> pl.DataFrame:
    """`contract_id, daily_spend_ore`: what is bought a day on each contract, over the ledger's last twelve months."""
    last = edition.as_of
    first = (last.year - 1) * 100 + last.month
    bought = editions.cube(edition).filter(
        pl.col("contract_id").is_not_null(),
        pl.col("line_class").is_in(["A", "A-", "B"]),
        pl.col("period") > first,
        pl.col("period") <= last.year * 100 + last.month,
    )
    days = pl.col("amount_ore").sum().clip(0) / YEAR
    return bought.group_by(pl.col("contract_id").cast(pl.Int64)).agg(daily_spend_ore=days)


@st.cache_resource(max_entries=32, show_spinner=False)
def portfolio(
    edition: Edition, filters: Filters, day: date, risk_class: int | None = None, owner: str = "", query: str = ""
) -> Portfolio:
    """The portfolio on `day`: by department, category, supplier, risk class, owner and what is searched for.

    `owner` is a name, NOBODY, or nothing for everybody's. Secret contracts are left out.
    """
    found = on_day(edition, day)
    rows = _chosen(found.dated.filter(~pl.col("is_ended"), ~pl.col("is_secret")), edition, filters)
    if risk_class is not None:
        rows = rows.filter(pl.col("risk_class") == risk_class)
    if query:
        rows = rows.filter(pl.col("id").is_in(hits(edition, "contract", query, ALL_HITS)["id"].implode()))
    owners = rows["owner"].unique().sort(nulls_last=True).to_list()
    if owner:
        rows = rows.filter(pl.col("owner").is_null() if owner == NOBODY else pl.col("owner") == owner)
    dated = rows.with_columns(gate_on=pl.coalesce("decision_gate", "gate_no_later_than"), contract_id=pl.col("id"))
    ways = found.ways.join(dated.select("contract_id"), on="contract_id", how="semi")
    ordered = dated.sort("gate_on", "current_end", "number", nulls_last=True)
    return Portfolio(day, ordered, ways, count_ways(ways), tuple(owners))


def _chosen(rows: pl.DataFrame, edition: Edition, filters: Filters) -> pl.DataFrame:
    """Contracts the department may use, that cover the category and that the supplier is on."""
    fits = contracts_for(edition, filters)
    if fits is not None:
        rows = rows.filter(pl.col("id").is_in(fits.implode()))
    if filters.supplier_id is not None:
        links = register(edition, "contract_supplier").filter(pl.col("supplier_id") == filters.supplier_id)
        rows = rows.filter(pl.col("id").is_in(links["contract_id"].implode()))
    return rows


@dataclass(frozen=True)
class OneContract:
    """One contract on a day: its dates, its five ways, its options, and why a date is missing."""

    row: dict[str, object]
    ways: pl.DataFrame
    options: pl.DataFrame
    missing: dict[str, list[str]]


def contract_on(edition: Edition, day: date, contract_id: int) -> OneContract | None:
    """One contract; None where there is none with this id, or it is secret."""
    found = on_day(edition, day)
    of_this = pl.col("contract_id") == contract_id
    row = found.dated.filter(pl.col("id") == contract_id, ~pl.col("is_secret"))
    if row.is_empty():
        return None
    missing = found.missing.filter(pl.col("id") == contract_id).row(0, named=True)
    return OneContract(row.row(0, named=True), found.ways.filter(of_this), found.options.filter(of_this), {**missing})


def last_day(today: date) -> date:
    """How far ahead the day can be moved."""
    return today + timedelta(days=2 * YEAR)
