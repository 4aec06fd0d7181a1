"""Invoices, rolled up by month, unit, supplier, format and whether they were paid in time."""

import polars as pl

from dashboard.data.row_frames.ask import Ask, Tables, narrowed

FACTS = ("invoice_format", "paid_state")
SUMS = ("invoices", "amount_ore")


def invoice_rows(tables: Tables, ask: Ask) -> pl.DataFrame:
    """`period, unit_id, supplier_id, invoice_format, paid_state, invoices, amount_ore`. An invoice has no category."""
    months = sorted({month for window in ask.windows for month in window.months})
    rows = tables["invoices"].with_columns(
        pl.col("period", "unit_id", "supplier_id").cast(pl.Int64), category_id=pl.lit(None, dtype=pl.Int64)
    )
    return narrowed(rows.filter(pl.col("period").is_in(months)), ask)
