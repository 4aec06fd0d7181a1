"""Invoices without a contract reference, where the contract asks for one to be followed up."""

from datetime import date
from typing import Any

import polars as pl

from dashboard.rules.signals.kind import Frames, Signal
from dashboard.rules.signals.limits import SignalLimits
from dashboard.text import Text

MONTHS = 3
ON_CONTRACT = ("A", "A-", "B")


def find(frames: Frames, limits: SignalLimits, today: date) -> pl.DataFrame:
    """Suppliers and contracts whose lines of the last three months in the ledger lack a reference too often."""
    cube = frames["cube"].filter(pl.col("line_class").is_in(ON_CONTRACT), pl.col("contract_id").is_not_null())
    months = cube["period"].unique().sort().tail(MONTHS)
    lines, without = pl.col("lines"), ~pl.col("has_resolved_ref").fill_null(False)
    return (
        cube.filter(pl.col("period").is_in(months.implode()))
        .group_by(supplier_id=pl.col("supplier_id").cast(pl.Int64), contract_id=pl.col("contract_id").cast(pl.Int64))
        .agg(count=lines.sum().cast(pl.Int64), without=lines.filter(without).sum().cast(pl.Int64))
        .filter(pl.col("count") >= limits.min_answers)
        .with_columns(without_share=pl.col("without") / pl.col("count"))
        .filter(pl.col("without_share") > limits.reference_share)
        .with_columns(
            level=pl.col("without_share"),
            limit_share=pl.lit(limits.reference_share),
            began_on=_first_day(months),
        )
    )


def _first_day(months: pl.Series) -> pl.Expr:
    first: Any = months.min()
    return pl.lit(None if first is None else date(first // 100, first % 100, 1), pl.Date)


SIGNAL = Signal(
    key="no_reference",
    name=Text(sv="Fakturor utan avtalsreferens", en="Invoices without a contract reference"),
    says=Text(
        sv="{without} av {count} fakturarader ({without_share}) de senaste tre månaderna saknar avtalsreferens. "
        "Gränsen är {limit_share}.",
        en="{without} of {count} invoice lines ({without_share}) in the last three months lack a contract reference. "
        "The limit is {limit_share}.",
    ),
    find=find,
    category="reporting",
    severity=1,
)
