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


_NAMES = ("supplier_name", "supplier_no", "orgnr", "vat_no")
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


def total_rows(rows: pl.DataFrame, blank: pl.Series) -> pl.Series:
    """The `_at` of the total rows. Only rows that name no supplier, or one called a sum, are looked at further."""
    looked_at = _doubtful(rows).filter(~pl.col("_at").is_in(blank.implode()))
    looked_at = looked_at.filter(~pl.any_horizontal(_filled(name) & ~_is_label(name) for name in _NAMES) & ~_has_day())
    if looked_at.is_empty():
        return looked_at["_at"]
    sums = rows.group_by("member").agg(_all=pl.col("amount_ore").sum(), _rows=pl.len())
    found = looked_at.join(sums, on="member", how="left").filter(_is_total())
    first = found.group_by("member").agg(_from=pl.col("row").min())
    below = looked_at.join(first, on="member").filter(pl.col("row") > pl.col("_from"))
    return pl.concat([found["_at"], below["_at"]]).unique().sort()


def _doubtful(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows without a supplier, or with one whose name is empty or that of a sum."""
    names = [name for name in _NAMES if rows[name].null_count() < rows.height]
    if not names:
        return rows
    doubtful = rows.select(pl.all_horizontal(pl.col(name).is_null() for name in names)).to_series()
    different = rows.select(pl.col("supplier_name").unique())
    odd = different.filter(~_filled("supplier_name") | _is_label("supplier_name"))["supplier_name"].drop_nulls()
    return rows.filter(doubtful | rows["supplier_name"].is_in(odd.implode()) if len(odd) else doubtful)


def _is_label(column: str) -> pl.Expr:
    return pl.col(column).str.contains(_LABEL).fill_null(False)


def _filled(column: str) -> pl.Expr:
    return pl.col(column).str.contains(r"\S").fill_null(False)


def _has_day() -> pl.Expr:
    return pl.any_horizontal(_filled(day) for day in _DAYS)


def _is_total() -> pl.Expr:
    labelled = pl.any_horizontal(_is_label(label) for label in _LABELS)
    bare = ~pl.any_horizontal(_filled(cell) for cell in _CELLS) & pl.col("amount_ore").is_not_null()
    is_sum = (pl.col("amount_ore") * 2 == pl.col("_all")).fill_null(False) & (pl.col("_rows") > 2)
    return labelled | bare | is_sum
