"""The red flags within the filters: what each is raised at, and of how many it was looked for."""

from dataclasses import dataclass
from datetime import date

import polars as pl
import streamlit as st

from dashboard.data.changes import judged
from dashboard.data.decision_page import on_day
from dashboard.data.edition import Edition
from dashboard.data.metrics import tables
from dashboard.data.narrowing import contracts_for
from dashboard.data.open_procurements import without_secret
from dashboard.data.registers import names, register
from dashboard.filters import Filters
from dashboard.rules.red_flags import all_flags
from dashboard.rules.red_flags.bids import announced, bids_by_lot
from dashboard.rules.red_flags.limits import FlagLimits, flag_limits
from dashboard.rules.scope import counts, is_of

METRICS = {"single_bid": "K-EKO-3", "few_bids": "K-EKO-3a", "review_rate": "K-OVE-1"}  # where its numbers are followed


@dataclass(frozen=True)
class Raised:
    """One flag: its `rows` as its `find` gives them, with `thing` (what it is about in words) and `contract_id` where
    one is known; and `of`, how many were looked at: lots with bids, categories, changes or changed contracts.
    """

    key: str
    rows: pl.DataFrame
    of: int


@st.cache_resource(max_entries=16, show_spinner=False)
def red_flags(edition: Edition, filters: Filters, today: date) -> tuple[Raised, ...]:
    """Every flag, in order, of the department, the category and the supplier; the period does not matter.

    A procurement is the supplier's where it bid in it. Secret contracts are left out.
    """
    frames = _procurements(edition, filters) | _contracts(edition, filters, today)
    limits = flag_limits(register(edition, "rule_limit"), today)
    looked_at = _looked_at(frames, limits, today)
    return tuple(
        Raised(flag.key, _named(edition, flag.about, flag.find(frames, limits, today)), looked_at[flag.key])
        for flag in all_flags()
    )


def _procurements(edition: Edition, filters: Filters) -> dict[str, pl.DataFrame]:
    known = tables(edition)
    rows, bids = without_secret(edition, known["procurement"]), known["bid"]
    for column in ("category_id", "unit_id"):
        if (wanted := getattr(filters, column)) is not None:
            rows = rows.filter(is_of(column, wanted))
    if filters.unit_id is None and filters.left_out:
        rows = rows.filter(counts(filters.left_out, filters.scope))
    if filters.supplier_id is not None:
        mine = bids.filter(is_of("supplier_id", filters.supplier_id))["procurement_id"].unique()
        rows = rows.filter(pl.col("id").is_in(mine.implode()))
    return {"procurement": rows, "bid": bids, "review_case": known["review_case"]}


def _contracts(edition: Edition, filters: Filters, today: date) -> dict[str, pl.DataFrame]:
    dated = on_day(edition, today).dated.filter(~pl.col("is_secret"))
    if (fits := contracts_for(edition, filters)) is not None:
        dated = dated.filter(pl.col("id").is_in(fits.implode()))
    if filters.supplier_id is not None:
        links = register(edition, "contract_supplier").filter(is_of("supplier_id", filters.supplier_id))
        dated = dated.filter(pl.col("id").is_in(links["contract_id"].implode()))
    active = dated.select(contract_id="id", from_on="start_on", to_on="current_end")
    return {"active": active, "change": judged(edition, today).join(active, on="contract_id", how="semi")}


def _looked_at(frames: dict[str, pl.DataFrame], limits: FlagLimits, today: date) -> dict[str, int]:
    lots = bids_by_lot(frames["procurement"], frames["bid"], today, limits.bid_months).height
    since, published = pl.lit(today).dt.offset_by(f"-{limits.review_months}mo"), pl.col("published_on")
    reviewable = announced(frames["procurement"]).filter(published > since, published <= today)
    by_category = reviewable.drop_nulls("category_id").group_by("category_id").len()
    changes = frames["change"].filter((pl.col("decided_on") <= today).fill_null(True))
    return {
        "single_bid": lots,
        "few_bids": lots,
        "review_rate": by_category.filter(pl.col("len") >= limits.review_least).height,
        "late_changes": changes.height,
        "large_changes": changes["contract_id"].n_unique(),
    }


def _named(edition: Edition, about: str, rows: pl.DataFrame) -> pl.DataFrame:
    """Adds `thing` and `contract_id`: a procurement's is the first contract it led to that may be shown."""
    if about == "category_id":
        return rows.with_columns(
            contract_id=pl.lit(None, pl.Int64),
            thing=pl.col(about).cast(pl.Int64).replace_strict(names(edition, "category"), default=None),
        )
    if about == "contract_id":
        known = register(edition, "contract").select(
            contract_id="id", thing=pl.concat_str("number", "title", separator=" ")
        )
        return rows.join(known, on="contract_id", how="left", maintain_order="left")
    led_to = register(edition, "contract").filter(~pl.col("is_secret")).drop_nulls("procurement_id").sort("id")
    first = led_to.unique("procurement_id", keep="first").select("procurement_id", contract_id="id")
    named = rows.with_columns(thing=pl.coalesce("registration_number", "title"))
    return named.join(first, on="procurement_id", how="left", maintain_order="left")
