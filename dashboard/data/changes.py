"""Changes of contracts: judged under LOU 17 kap, how each contract stands with them, and what that rests on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard.data.edition import Edition
from dashboard.data.narrowing import contracts_for
from dashboard.data.registers import register
from dashboard.filters import Filters
from dashboard.rules.changes.inputs import PPM
from dashboard.rules.changes.judged import judged_changes
from dashboard.rules.changes.limits import change_limits
from dashboard.rules.changes.paragraphs import Answer
from dashboard.rules.changes.standing import standing
from dashboard.rules.scope import is_of

OVER = pl.col("arithmetic") == Answer.PROBABLY_NOT.value
PART = "andringar"  # of the contract's page
KEPT = ("version", "description", "registration_number")


def judged(edition: Edition, today: date) -> pl.DataFrame:
    """The rows of `judged_changes` for every change signed by `today`, and `version`, `description` and
    `registration_number` as they were noted. The frame `change` of the red flags. Secret contracts are left out.
    """
    return _on(edition, today)[0]


def standings(edition: Edition, today: date) -> pl.DataFrame:
    """A row of `standing` for every contract that is not secret, changed or not, with its `number` and `title`, and how
    many of its changes are above a limit (`over`) and cannot be judged (`unknown`).
    """
    return _on(edition, today)[1]


@st.cache_resource(max_entries=8, show_spinner=False)
def _on(edition: Edition, day: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    contracts = inputs(edition, day)
    return judge(edition, contracts, noted(edition).join(contracts, on="contract_id", how="semi"), day)


def noted(edition: Edition) -> pl.DataFrame:
    """Every change as it is noted, in the columns `judged_changes` asks for, and KEPT."""
    rows = register(edition, "amendment")
    told = rows.rename({"id": "change_id", "signed_on": "decided_on", "ground": "legal_basis"})
    names = ("change_id", "contract_id", "decided_on", "value_delta_ore", "legal_basis", "notice_published_on")
    return told.select(*names, *KEPT)


def judge(
    edition: Edition, contracts: pl.DataFrame, changes: pl.DataFrame, day: date
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What `judged` and `standings` give, for these contracts (as `inputs`) and these changes of theirs."""
    limits, thresholds = change_limits(register(edition, "rule_limit"), day), register(edition, "threshold")
    rows = judged_changes(contracts, changes, thresholds, limits, day)
    stands = standing(contracts, rows, thresholds, limits, day)
    counted = rows.group_by("contract_id").agg(
        over=OVER.sum().cast(pl.Int64), unknown=(pl.col("answer") == Answer.UNKNOWN.value).sum().cast(pl.Int64)
    )
    joined = stands.join(counted, on="contract_id", how="left", maintain_order="left")
    return rows, joined.with_columns(pl.col("over", "unknown").fill_null(0))


def inputs(edition: Edition, day: date) -> pl.DataFrame:
    """`contract_id`, `number`, `title`, `regime`, `estimated_value_ore` (the register's, which may lack options: it is
    never the value of LOU 5:3), and of the last valuation by `day` `value_ore`, `index_ppm`, `kind`, `valued_on` and
    `source`, null where there is none.
    """
    last = register(edition, "contract_valuation").filter(pl.col("valued_on") <= day).sort("valued_on", "id")
    valued = last.unique("contract_id", keep="last").select(
        "contract_id",
        "value_ore",
        "valued_on",
        "source",
        index_ppm=(pl.col("index_factor") * PPM).round(0).cast(pl.Int64),
        kind="purchase_type",
    )
    open_to_all = register(edition, "contract").filter(~pl.col("is_secret"))
    named = open_to_all.select("number", "title", "regime", "estimated_value_ore", contract_id="id")
    return named.join(valued, on="contract_id", how="left", maintain_order="left")


@dataclass(frozen=True)
class Changed:
    """The contracts that have changes: rows of `standings` with `used_share` (of what 17:9 allows in per cent) and
    `is_above` (17:9 is used up, by either limit), those that used most first; `part` leads there.
    """

    rows: pl.DataFrame

    def of(self, kind: str) -> pl.DataFrame:
        """Those that lack a notice, are above a limit, or have a change that cannot be judged; else all."""
        match kind:
            case "annons":
                return self.rows.filter(pl.col("notices_missing") > 0)
            case "over":
                return self.rows.filter(pl.col("over") > 0)
            case "okanda":
                return self.rows.filter(pl.col("unknown") > 0)
        return self.rows

    def count(self, kind: str) -> int:
        """How many `of` gives."""
        return self.of(kind).height

    def guided(self) -> int:
        """How many above a limit 17 kap does not hold for: there the limit is guidance."""
        return self.of("over").filter(~pl.col("is_direct").fill_null(False)).height


@st.cache_resource(max_entries=16, show_spinner=False)
def changed(edition: Edition, filters: Filters, today: date) -> Changed:
    """The changed contracts of the department, the category and the supplier; the period does not matter."""
    rows = standings(edition, today).filter(pl.col("changes") > 0)
    fits = contracts_for(edition, filters)
    if fits is not None:
        rows = rows.filter(pl.col("contract_id").is_in(fits.implode()))
    if filters.supplier_id is not None:
        links = register(edition, "contract_supplier").filter(is_of("supplier_id", filters.supplier_id))
        rows = rows.filter(pl.col("contract_id").is_in(links["contract_id"].implode()))
    net = pl.col("net_ore").abs()
    is_above = (net > pl.col("largest_share_ore")) | (net >= pl.col("threshold_ore"))
    known = rows.with_columns(
        used_share=net / pl.col("largest_share_ore"), is_above=is_above.fill_null(False), part=pl.lit(PART)
    )
    ordered = known.sort("used_share", "number", descending=[True, False], nulls_last=True)
    return Changed(ordered)


@dataclass(frozen=True)
class OneContract:
    """One contract on a day: its row of `standings`, what it rests on (a row of `inputs`), and its changes."""

    row: dict[str, Any]
    basis: dict[str, Any]
    changes: pl.DataFrame


def contract_on(edition: Edition, day: date, contract_id: int) -> OneContract | None:
    """One contract; None where there is none with this id, or it is secret."""
    of_this = pl.col("contract_id") == contract_id
    row = standings(edition, day).filter(of_this)
    if row.is_empty():
        return None
    basis = inputs(edition, day).filter(of_this).row(0, named=True)
    return OneContract(row.row(0, named=True), basis, judged(edition, day).filter(of_this))


def with_change(edition: Edition, day: date, contract_id: int, change: dict[str, Any]) -> OneContract | None:
    """The contract as it would stand with this change too, or corrected: `change_id` is 0 for a new one."""
    of_this = pl.col("contract_id") == contract_id
    mine = noted(edition).filter(of_this)
    number = change["change_id"] or 1 + max(register(edition, "amendment")["id"], default=0)
    told = dict.fromkeys(KEPT) | change | {"change_id": number, "contract_id": contract_id}
    row = pl.DataFrame([told], schema_overrides=mine.schema).select(mine.columns)
    changes = pl.concat([mine.filter(pl.col("change_id") != number), row])
    return _one(edition, inputs(edition, day).filter(of_this), changes, day)


def with_value(edition: Edition, day: date, contract_id: int, value: dict[str, Any]) -> OneContract | None:
    """The contract as it would stand with this `value_ore`, `index_ppm` and `kind`."""
    of_this = pl.col("contract_id") == contract_id
    basis = inputs(edition, day).filter(of_this).with_columns(**{name: pl.lit(told) for name, told in value.items()})
    return _one(edition, basis, noted(edition).filter(of_this), day)


def _one(edition: Edition, basis: pl.DataFrame, changes: pl.DataFrame, day: date) -> OneContract | None:
    if basis.is_empty():
        return None
    rows, stands = judge(edition, basis, changes, day)
    return OneContract(stands.row(0, named=True), basis.row(0, named=True), rows)
