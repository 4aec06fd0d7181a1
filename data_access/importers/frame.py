"""The canonical frame every ledger becomes before its suppliers, units and accounts are given ids."""

from collections.abc import Sequence

import polars as pl

from data_access.importers.different import Different

DAYS = ("posted_on", "invoiced_on", "due_on", "paid_on", "ordered_on", "delivered_on")
TEXTS = (
    "voucher_no",
    "invoice_no",
    "order_ref",
    "contract_ref",
    "article_no",
)
FRAME_SCHEMA: dict[str, pl.DataType] = {
    "member": pl.Int16(),  # index into ImportReport.members
    "row": pl.Int32(),  # the file's own row number, header included
    "supplier_name": pl.String(),  # a pseudonym where mask_key is set
    "supplier_no": pl.String(),  # as the file says; null where mask_key is set
    "orgnr": pl.String(),  # ten digits, valid, legal persons only
    "country": pl.String(),  # of a foreign id, such as FI; null: Swedish or not said
    "mask_key": pl.String(),  # "mask:<16 hex>" for persons
    "unit_code": pl.String(),
    "unit_name": pl.String(),
    "account_code": pl.String(),
    "account_text": pl.String(),
    "category_text": pl.String(),
    "period": pl.Int32(),
    **{day: pl.Date() for day in DAYS},
    "amount_ore": pl.Int64(),
    "is_gross": pl.Boolean(),
    **{text: pl.String() for text in TEXTS},
    "quantity": pl.Float64(),
    "unit_price_ore": pl.Int64(),
    "basis": pl.String(),
    "invoice_format": pl.String(),
    "is_disputed": pl.Boolean(),
}
ERROR_SCHEMA: dict[str, pl.DataType] = {
    "member": pl.String(),  # the file inside an archive; null where there is one file
    "row": pl.Int32(),
    "column": pl.String(),
    "reason": pl.String(),  # a code of report.REASONS
}


def whole_frame(rows: pl.DataFrame, different: Sequence[Different]) -> pl.DataFrame:
    """FRAME_SCHEMA of rows that lack the columns which are known by their different values."""
    dealt = [column for parts in different for column in parts.deal()]
    return rows.with_columns(dealt).select(pl.col(name).cast(kind) for name, kind in FRAME_SCHEMA.items())


def empty_frame() -> pl.DataFrame:
    """No lines, every column."""
    return pl.DataFrame(schema=FRAME_SCHEMA)


def empty_errors() -> pl.DataFrame:
    """No errors, every column."""
    return pl.DataFrame(schema=ERROR_SCHEMA)
