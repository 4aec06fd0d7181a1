"""Invoices out of ledger lines: a supplier's lines with the same invoice number are one invoice."""

import polars as pl

PARTS = 4
INVOICE_KEYS = ("period", "unit_id", "supplier_id", "invoice_format", "paid_state")


def invoices(lines: pl.LazyFrame, suppliers: pl.LazyFrame) -> pl.LazyFrame:
    """One row an invoice: supplier_id, period, unit_id (of its first line), amount_ore, invoice_format, paid_state.

    `lines` are those of the ledger; `suppliers` has alias_id and supplier_id. A line without supplier or invoice number
    belongs to no invoice.
    """
    order = (pl.col("import_id").cast(pl.Int64) * 2**16 + pl.col("member")) * 2**32 + pl.col("row")
    first = ("period", "unit_id", "invoice_format", "due_on", "paid_on")
    return (
        lines.filter(pl.col("invoice_no").is_not_null())
        .select("alias_id", "invoice_no", "amount_ore", "is_disputed", *first, order=order)
        .join(suppliers.select("alias_id", "supplier_id"), on="alias_id")
        .group_by("supplier_id", "invoice_no")
        .agg(
            pl.col("amount_ore").sum(),
            pl.col("is_disputed").any(),
            *(pl.col(column).min_by("order") for column in first),
        )
        .with_columns(paid_state=paid_state())
        .drop("due_on", "paid_on", "is_disputed")
    )


def paid_state() -> pl.Expr:
    """A disputed invoice is judged by nobody; without a due day or a day of payment nothing is known of time."""
    return (
        pl.when(pl.col("is_disputed").fill_null(False))
        .then(pl.lit("disputed"))
        .when(pl.col("due_on").is_null())
        .then(pl.lit("unknown"))
        .when(pl.col("paid_on").is_null())
        .then(pl.lit("unpaid"))
        .when(pl.col("paid_on") <= pl.col("due_on"))
        .then(pl.lit("in_time"))
        .otherwise(pl.lit("late"))
    )


def roll_up_invoices(lines: pl.LazyFrame, suppliers: pl.LazyFrame) -> pl.DataFrame:
    """Invoices and öre of each combination of INVOICE_KEYS.

    Some suppliers at a time: invoice numbers are nearly all different, so that all at once would fill the memory.
    """
    parts = [_rolled_up(lines, suppliers.filter(pl.col("supplier_id") % PARTS == part)) for part in range(PARTS)]
    summed = pl.concat([part.collect(engine="streaming") for part in parts])
    return summed.group_by(*INVOICE_KEYS).agg(pl.col("invoices", "amount_ore").sum()).sort(INVOICE_KEYS)


def _rolled_up(lines: pl.LazyFrame, suppliers: pl.LazyFrame) -> pl.LazyFrame:
    return (
        invoices(lines, suppliers)
        .group_by(*INVOICE_KEYS)
        .agg(invoices=pl.len().cast(pl.Int64), amount_ore=pl.col("amount_ore").sum())
    )
