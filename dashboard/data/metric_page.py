"""What the page of one metric shows beside its value: the split with names, and the rows behind."""

from dataclasses import dataclass
from typing import get_args

import polars as pl
import streamlit as st

from dashboard.data import metrics
from dashboard.data.edition import Edition
from dashboard.data.filter_choices import choices
from dashboard.data.open_procurements import masked
from dashboard.filters import Filters
from dashboard.metrics import metric
from dashboard.periods import Grain, Window, window, window_label
from dashboard.text import Language, Text

LEDGER_GROUP = ["supplier_id", "line_class", "is_known", "is_good"]
INVOICE_GROUP = ["supplier_id", "paid_state", "invoice_format", "is_known", "is_good"]
WHOLE = Text(sv="{period}", en="{period}")
SO_FAR = Text(sv="{period} hittills", en="{period} so far")
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
    """`metrics.split` plus `id` and `name` (null: not stated); groups without rows are left out.

    Where two groups bear one name, the second says so: a chart would otherwise put one on top of the other.
    """
    found = metrics.split(edition, code, by, filters).filter((pl.col("n") > 0) | (pl.col("n_unknown") > 0))
    available = choices(edition)
    names = {"unit": available.units, "category": available.categories, "supplier": available.suppliers}[by]
    named = found.with_columns(id=pl.col(f"{by}_id"), name=_named(pl.col(f"{by}_id"), names))
    number = pl.int_range(1, pl.len() + 1).over("name")
    again = pl.concat_str("name", pl.lit(" ("), number, pl.lit(")"))
    return named.with_columns(name=pl.when(number > 1).then(again).otherwise("name"))


@st.cache_resource(max_entries=64, show_spinner=False)
def labelled_series(edition: Edition, code: str, filters: Filters, grain: Grain) -> pl.DataFrame:
    """`metrics.series` plus `label_sv` and `label_en`: the period in words, the last month alone for rolling ones."""
    found = metrics.series(edition, code, filters, grain)
    short = Grain.MONTH if grain is Grain.ROLLING else grain
    windows = [window(last, grain, first) for first, last in found.select("period_from", "period").iter_rows()]
    labels = [SO_FAR if one.is_partial else WHOLE for one in windows]
    return found.with_columns(
        pl.Series(
            f"label_{spoken}", [_label(one, short, words, spoken) for one, words in zip(windows, labels, strict=True)]
        )
        for spoken in get_args(Language)
    )


def _label(of: Window, grain: Grain, words: Text, spoken: Language) -> str:
    return words.in_language(spoken, period=window_label(of, grain).in_language(spoken))


@st.cache_resource(max_entries=32, show_spinner=False)
def behind(edition: Edition, code: str, filters: Filters) -> Behind:
    """The rows behind the metric's value. Ledger rows and invoices are added up by supplier and by how they count."""
    found = metrics.rows(edition, code, filters)
    known, unknown = found.filter(pl.col("is_known")), found.filter(~pl.col("is_known"))
    frame = metric(code).rows
    judged = found.with_columns(is_good=pl.col("is_known") & (pl.col("good_of") != 0))
    rows = _added_up(judged, frame).sort(pl.col("weight_of").abs(), descending=True, nulls_last=True)
    available = choices(edition)
    if "registration_number" in rows.columns:  # rows of procurements
        rows = masked(edition, rows)
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
