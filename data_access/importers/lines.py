"""From rows of strings to lines of a ledger: amounts, hidden totals, days, suppliers, units and accounts.

Nothing here walks over lines: texts that repeat (days, suppliers, accounts) are judged once each and joined back.
"""

from dataclasses import dataclass, field

import polars as pl

from data_access.importers import amounts, splits, suppliers, totals
from data_access.importers.column_names import NAMES
from data_access.importers.days import read_days
from data_access.importers.different import different
from data_access.importers.frame import DAYS, FRAME_SCHEMA, TEXTS

_CELLS = ("supplier_name", "supplier_no", "orgnr", "vat_no", "unit_name", "unit_code", "account_code", "account_text")
_MORE_CELLS = (*TEXTS, "category_text", *DAYS, "period", "basis", "label")
_RAW = (*_CELLS, *_MORE_CELLS, "country", "amount", "gross", "vat", "quantity", "unit_price", "invoice_format")
_ALL_RAW = (*_RAW, "is_disputed", "currency", "overflow")


@dataclass
class Lines:
    """What the rows came to. `taken` is FRAME_SCHEMA; `refused` has member, row, column, reason, amount_ore."""

    taken: pl.DataFrame
    refused: pl.DataFrame
    totals: pl.DataFrame
    is_gross: bool
    notices: dict[str, int] = field(default_factory=dict)
    columns_of: dict[str, str] = field(default_factory=dict)

    def note(self, code: str, count: int, column: str | None = None) -> None:
        """Remembers a notice that has any count, and the meaning it is about."""
        if count:
            self.notices[code] = count
            if column:
                self.columns_of[code] = column


def read_lines(raw: pl.DataFrame, months: dict[int, int]) -> Lines:
    """The lines of raw rows; `months` is the month in the name of each member that has one."""
    rows = raw.with_columns(pl.lit(None, dtype=pl.String).alias(name) for name in _ALL_RAW if name not in raw.columns)
    rows, is_gross, unclear = _with_amounts(rows)
    rows = _without_blank(rows).with_row_index("_at")
    lines = Lines(rows.head(0), rows.head(0), rows.head(0), is_gross)
    lines.note("decimal_mark_unclear", unclear, "amount")
    total_at = totals.total_rows(rows)
    lines.totals = rows[total_at].select("member", "row", "amount_ore")
    refused = _refused(rows, total_at)
    lines.refused = refused.drop("_at")
    left_out = pl.concat([total_at, refused["_at"]])
    if len(left_out):
        rows = rows.filter(_all_but(rows, left_out))
    lines.note("amount_rounded", int(rows["_rounded"].sum()), "amount")
    lines.taken = _finished(rows, lines, months)
    return lines


def _all_but(rows: pl.DataFrame, places: pl.Series) -> pl.Series:
    return pl.repeat(True, rows.height, eager=True).scatter(places, False)


def _with_amounts(rows: pl.DataFrame) -> tuple[pl.DataFrame, bool, int]:
    """`amount_ore` and `_rounded`: net, or gross less VAT, or gross alone (then the second answer is true)."""
    if rows["amount"].null_count() < rows.height or rows["gross"].null_count() == rows.height:
        parsed, unclear = amounts.with_ore(rows, "amount", "amount_ore")
        return parsed, False, unclear
    parsed, unclear = amounts.with_ore(rows, "gross", "amount_ore")
    parsed = parsed.with_columns(amount=pl.col("gross"))
    if rows["vat"].null_count() == rows.height:
        return parsed, True, unclear
    parsed, _ = amounts.with_ore(parsed.rename({"_rounded": "_gross_rounded"}), "vat", "_vat_ore")
    return parsed.with_columns(amount_ore=pl.col("amount_ore") - pl.col("_vat_ore").fill_null(0)), False, unclear


def _without_blank(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows in which anything stands. Asked only where there is no amount."""
    unread = rows["amount_ore"].is_null().arg_true()
    filled = pl.any_horizontal(pl.col(name).str.contains(r"\S").fill_null(False) for name in _ALL_RAW)
    blank = unread.filter(rows[unread].select(~filled).to_series()) if len(unread) else unread
    return rows.filter(_all_but(rows, blank)) if len(blank) else rows


def _refused(rows: pl.DataFrame, total_at: pl.Series) -> pl.DataFrame:
    """`_at, member, row, amount_ore, column, reason` of the rows that are neither lines nor totals."""
    doubtful = rows.filter(pl.col("amount_ore").is_null() | pl.col("overflow").is_not_null())
    reason = pl.col("reason")
    return (
        doubtful.filter(~pl.col("_at").is_in(total_at.implode()))
        .with_columns(reason=_reason())
        .filter(reason.is_not_null())
        .with_columns(column=pl.when(reason != "too_many_fields").then(pl.lit("amount")))
        .select("_at", "member", "row", "amount_ore", "column", "reason")
    )


def _reason() -> pl.Expr:
    text = pl.col("amount").str.strip_chars()
    letters = text.str.to_lowercase().str.replace_all("[^a-zåäö]", "")
    return (
        pl.when(pl.col("overflow").str.contains(r"\S").fill_null(False))
        .then(pl.lit("too_many_fields"))
        .when(pl.col("amount_ore").is_not_null())
        .then(None)
        .when(text.is_null() | (text == ""))
        .then(pl.lit("amount_empty"))
        .when(letters.is_in(_AMOUNT_WORDS))
        .then(pl.lit("repeated_header"))
        .otherwise(pl.lit("amount_unreadable"))
    )


_AMOUNT_WORDS = list(NAMES["amount"] + NAMES["gross"])


def _finished(rows: pl.DataFrame, lines: Lines, months: dict[int, int]) -> pl.DataFrame:
    rows = _with_days(rows, lines)
    rows = _with_period(rows, lines, months)
    rows = suppliers.with_suppliers(rows)
    lines.note("orgnr_invalid", int(rows["is_orgnr_bad"].sum()), "orgnr")
    lines.note("suppliers_masked", rows.height - rows["mask_key"].null_count(), "supplier_name")
    nobody = pl.col("supplier_name").is_null() & pl.col("supplier_no").is_null() & pl.col("mask_key").is_null()
    lines.note("rows_without_supplier", rows.select(nobody.sum()).item(), "supplier_name")
    currency = pl.col("currency").str.strip_chars().str.to_uppercase()
    lines.note("currency_not_sek", rows.select((~currency.is_in(["SEK", "KR", ""])).sum()).item(), "currency")
    rows = splits.with_account(splits.with_unit(rows))
    rows, _ = amounts.with_ore(rows, "unit_price", "unit_price_ore")
    rows = _with_texts(amounts.with_number(rows, "quantity")).with_columns(
        is_gross=pl.lit(lines.is_gross), is_disputed=_is_yes("is_disputed")
    )
    return rows.select(pl.col(name).cast(kind) for name, kind in FRAME_SCHEMA.items())


def _with_texts(rows: pl.DataFrame) -> pl.DataFrame:
    """The references tidied, few of which need it, and the texts that repeat, each different one once."""
    filled = [name for name in (*TEXTS, *_REPEATED) if rows[name].null_count() < rows.height]
    for name in filled:
        if name in _REPEATED:
            parts = different(rows, [name])
            rows = rows.with_columns(parts.deal(splits.tidied(parts.values)))
        elif _needs_tidying(rows[name]):
            rows = rows.with_columns(splits.tidied(rows.select(name)))
    return rows


_REPEATED = ("category_text", "basis", "invoice_format")


def _needs_tidying(text: pl.Series) -> bool:
    blank = any(text.str.starts_with(sign).any() or text.str.ends_with(sign).any() for sign in (" ", "\t", "\u00a0"))
    return bool(blank or (text == "-").any() or (text == "–").any())


def _is_yes(name: str) -> pl.Expr:
    return pl.col(name).str.strip_chars().str.to_lowercase().is_in(["ja", "j", "yes", "y", "true", "1", "x", "sant"])


def _with_days(rows: pl.DataFrame, lines: Lines) -> pl.DataFrame:
    """Each day column as Date, `_month_<column>` beside it, and what could not be read as a notice."""
    unread, unclear = 0, 0
    for column in (*DAYS, "period"):
        if rows[column].null_count() == rows.height:
            rows = rows.with_columns(
                pl.lit(None, dtype=pl.Date).alias(column), pl.lit(None, dtype=pl.Int32).alias(f"_month_{column}")
            )
            continue
        known = read_days(rows["member"], rows[column])
        if column != "period":
            unread += int((known["month"].is_null() & rows[column].is_not_null()).sum())
        unclear += int(known["order_unclear"].sum())
        rows = rows.with_columns(known["day"].alias(column), known["month"].alias(f"_month_{column}"))
    lines.note("day_unreadable", unread)
    lines.note("day_order_unclear", unclear)
    return rows


def _with_period(rows: pl.DataFrame, lines: Lines, months: dict[int, int]) -> pl.DataFrame:
    """The month a row is booked in: its posting day's, unless the period column agrees with most of those days.

    A period column may count fiscal months (201009 for December), and then the day is right.
    """
    told, posted = pl.col("_month_period"), pl.col("_month_posted_on")
    agrees = rows.select((told == posted).mean()).item()
    first = [told, posted] if agrees is not None and agrees >= 0.5 else [posted, told]
    day_month = pl.coalesce(*first, "_month_invoiced_on", "_month_paid_on", "_month_delivered_on")
    rows = rows.with_columns(period=day_month)
    missing = rows["period"].null_count()
    if missing and months and missing == rows.height:
        named = pl.col("member").replace_strict(months, default=None, return_dtype=pl.Int32)
        rows = rows.with_columns(period=named)
        lines.note("period_from_file_name", rows.height - rows["period"].null_count())
    lines.note("rows_without_day", rows["period"].null_count())
    return rows
