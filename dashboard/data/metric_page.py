"""What the page of one metric shows beside its value: the split with names, and the rows behind."""

from dataclasses import dataclass

import polars as pl
import streamlit as st

from dashboard.data import metrics
from dashboard.data.edition import Edition
from dashboard.data.filter_choices import choices
from dashboard.filters import Filters
from dashboard.metrics import metric
from dashboard.periods import Grain, Window, window_label

LEDGER_GROUP = ["supplier_id", "line_class", "is_known", "is_good"]
INVOICE_GROUP = ["supplier_id", "paid_state", "invoice_format", "is_known", "is_good"]
ADDED = ("n_of", "weight_of", "good_of")


@dataclass(frozen=True)
class Behind:
    """The rows behind a value, the heaviest first, and their sums; `frame` names the kind of row."""

    frame: str
    rows: pl.DataFrame
    good: float
    known: float
    unknown: float


@st.cache_resource(max_entries=64, show_spinner=False)
def named_split(edition: Edition, code: str, by: str, filters: Filters) -> pl.DataFrame:
    """`metrics.split` plus `id` and `name` (null: not stated); groups nothing is known of are left out."""
    found = metrics.split(edition, code, by, filters).filter((pl.col("n") > 0) | (pl.col("n_unknown") > 0))
    available = choices(edition)
    names = {"unit": available.units, "category": available.categories, "supplier": available.suppliers}[by]
    return found.with_columns(id=pl.col(f"{by}_id"), name=_named(pl.col(f"{by}_id"), names))


@st.cache_resource(max_entries=64, show_spinner=False)
def labelled_series(edition: Edition, code: str, filters: Filters, grain: Grain) -> pl.DataFrame:
    """`metrics.series` plus `label_sv` and `label_en`: the period in words, the last month alone for rolling ones."""
    found = metrics.series(edition, code, filters, grain)
    short = Grain.MONTH if grain is Grain.ROLLING else grain
    labels = [
        window_label(Window(first, last), short) for first, last in found.select("period_from", "period").iter_rows()
    ]
    return found.with_columns(
        label_sv=pl.Series([label.sv for label in labels], dtype=pl.String),
        label_en=pl.Series([label.en for label in labels], dtype=pl.String),
    )


@st.cache_resource(max_entries=32, show_spinner=False)
def behind(edition: Edition, code: str, filters: Filters) -> Behind:
    """The rows behind the metric's value. Ledger rows and invoices are added up by supplier and by how they count."""
    found = metrics.rows(edition, code, filters)
    known, unknown = found.filter(pl.col("is_known")), found.filter(~pl.col("is_known"))
    frame = metric(code).rows
    judged = found.with_columns(is_good=pl.col("is_known") & (pl.col("good_of") != 0))
    rows = _added_up(judged, frame).sort(pl.col("weight_of").abs(), descending=True, nulls_last=True)
    available = choices(edition)
    if "supplier_name" not in rows.columns:
        rows = rows.with_columns(supplier_name=_named(pl.col("supplier_id"), available.suppliers))
    return Behind(frame, rows, _total(known["good_of"]), _total(known["weight_of"]), _total(unknown["weight_of"]))


def _total(values: pl.Series) -> float:
    return float(values.sum())


def _added_up(rows: pl.DataFrame, frame: str) -> pl.DataFrame:
    group = {"ledger": LEDGER_GROUP, "invoices": INVOICE_GROUP}.get(frame)
    return rows.group_by(group).agg(pl.col(*ADDED, "amount_ore").sum()) if group else rows


def _named(ids: pl.Expr, names: dict[int, str]) -> pl.Expr:
    return ids.replace_strict(list(names), list(names.values()), default=None, return_dtype=pl.String)
