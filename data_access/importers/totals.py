"""Hidden total rows: sums that stand among the lines and would double them.

A row is one when it names no supplier and no day, and either says so ("Total", "Summa"), holds nothing but an
amount, equals the sum of all other lines of its file to the öre, or stands below such a row (a pivot table).
A company called Total is none: it is named as supplier on a row with a day.
"""

import polars as pl

_LABEL = (
    r"(?i)^\W*((grand|sub|del|slut|general)[\s-]*)?(total(t|er|sum|summa|en|s)?|summa|sum|slutsumma|delsumma|totalsumma"
    r"|sub-?total|grand total)(\W*|\s+(totalt?|sum|summa|amount|spend|belopp|kronor|kr|sek))\W*$"
)


_NAMES = ("supplier_name", "supplier_no", "orgnr")
_DAYS = ("posted_on", "invoiced_on", "paid_on", "due_on", "period")
_LABELS = ("label", "supplier_name", "unit_name", "account_text", "category_text", "voucher_no")
_CELLS = (
    "label",
    "unit_name",
    "unit_code",
    "account_code",
    "account_text",
    "category_text",
    "voucher_no",
    "invoice_no",
)


def with_total(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with `is_total`. Only rows that name no supplier, or one called a sum, are looked at further."""
    named = pl.any_horizontal(_filled(name) for name in _NAMES)
    odd_names = (
        rows.select("supplier_name").unique().filter(pl.col("supplier_name").str.contains(_LABEL))["supplier_name"]
    )
    looked_at = rows.filter(~named | pl.col("supplier_name").is_in(odd_names.implode()))
    if looked_at.is_empty():
        return rows.with_columns(is_total=pl.lit(False))
    sums = rows.group_by("member").agg(_all=pl.col("amount_ore").sum(), _rows=pl.len())
    found = looked_at.join(sums, on="member", how="left").filter(_is_total()).sort("member", "row")
    first = found.group_by("member").agg(_from=pl.col("row").min())
    below = looked_at.join(first, on="member").filter((pl.col("row") > pl.col("_from")) & ~_has_day())
    marked = pl.concat([found.select("member", "row"), below.select("member", "row")]).unique()
    return rows.join(
        marked.with_columns(is_total=pl.lit(True)), on=["member", "row"], how="left", maintain_order="left"
    ).with_columns(pl.col("is_total").fill_null(False))


def _filled(column: str) -> pl.Expr:
    return pl.col(column).str.contains(r"\S").fill_null(False)


def _has_day() -> pl.Expr:
    return pl.any_horizontal(_filled(day) for day in _DAYS)


def _is_total() -> pl.Expr:
    labelled = pl.any_horizontal(pl.col(label).str.contains(_LABEL).fill_null(False) for label in _LABELS)
    bare = ~pl.any_horizontal(_filled(cell) for cell in _CELLS) & pl.col("amount_ore").is_not_null()
    is_sum = (pl.col("amount_ore") * 2 == pl.col("_all")).fill_null(False) & (pl.col("_rows") > 2)
    return ~_has_day() & (labelled | bare | is_sum)
