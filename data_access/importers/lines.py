"""From rows of strings to lines of a ledger: amounts, hidden totals, days, suppliers, units and accounts.

Nothing here walks over lines: texts that repeat (days, suppliers, accounts) are judged once each and dealt out. The
columns of the frame do not need one another, so they are made side by side (Polars leaves Python's lock alone).
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import polars as pl

from data_access.importers import amounts, splits, totals
from data_access.importers.different import Different
from data_access.importers.frame import DAYS, FRAME_SCHEMA, TEXTS
from data_access.importers.left_out import blank_rows, refused_rows
from data_access.importers.periods import read_dates
from data_access.importers.person_references import without_persons
from data_access.importers.suppliers import read_suppliers

_WHO = ("supplier_name", "supplier_no", "orgnr", "vat_no", "country")
_WHAT = ("unit_name", "unit_code", "account_code", "account_text", "category_text", "basis", "invoice_format")
_SUMS = ("amount", "gross", "vat", "quantity", "unit_price", "currency")
_RAW = (*_WHO, *_WHAT, *_SUMS, *TEXTS, *DAYS, "period", "is_disputed", "label", "overflow")
_UNTIDY = r"^\s|\s$|^[-–]$"


@dataclass
class Lines:
    """What the rows came to. `refused` has member, row, column, reason, amount_ore.

    `taken` is FRAME_SCHEMA but for suppliers, units, accounts and categories: these are in `different`.
    """

    taken: pl.DataFrame
    refused: pl.DataFrame
    totals: pl.DataFrame
    is_gross: bool
    different: tuple[Different, ...] = ()
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
    missing = [pl.lit(None, dtype=pl.String).alias(name) for name in _RAW if name not in raw.columns]
    whole = raw.with_columns(missing).with_row_index("_at")
    with ThreadPoolExecutor(max_workers=1) as pool:  # references need not wait for amounts
        references = pool.submit(_references, whole)
        rows, is_gross, unclear = _with_amounts(whole)
    blank = blank_rows(rows)
    sums = totals.total_rows(rows, blank)
    refused = refused_rows(rows, pl.concat([blank, sums]))
    left_out = pl.concat([blank, sums, refused["_at"]])
    kept, tidy = rows, references.result()
    if len(left_out):
        is_kept = pl.repeat(True, rows.height, eager=True).scatter(left_out, False)
        kept, tidy = rows.filter(is_kept), tidy.filter(is_kept)
    lines = Lines(
        taken=kept,
        refused=refused.drop("_at"),
        totals=rows[sums].select("member", "row", "amount_ore"),
        is_gross=is_gross,
    )
    lines.note("decimal_mark_unclear", unclear, "amount")
    lines.note("amount_rounded", int(kept["_rounded"].sum()), "amount")
    lines.taken = _finished(kept.with_columns(tidy), lines, months)
    return lines


def _with_amounts(rows: pl.DataFrame) -> tuple[pl.DataFrame, bool, int]:
    """`amount_ore` and `_rounded`: net, or gross less VAT, or gross alone (then the second answer is true)."""
    if rows["amount"].null_count() < rows.height or rows["gross"].null_count() == rows.height:
        parsed, unclear = amounts.with_ore(rows, "amount", "amount_ore")
        return parsed, False, unclear
    parsed, unclear = amounts.with_ore(rows, "gross", "amount_ore")
    parsed = parsed.with_columns(amount=pl.col("gross"))
    if rows["vat"].null_count() == rows.height:
        return parsed, True, unclear
    parsed, _ = amounts.with_ore(parsed, "vat", "_vat_ore")
    return parsed.with_columns(amount_ore=pl.col("amount_ore") - pl.col("_vat_ore").fill_null(0)), False, unclear


def _finished(rows: pl.DataFrame, lines: Lines, months: dict[int, int]) -> pl.DataFrame:
    with ThreadPoolExecutor(max_workers=4) as pool:
        dated = pool.submit(read_dates, rows, months)
        few = [pool.submit(work, rows) for work in (read_suppliers, splits.read_account, splits.read_unit, _category)]
        made = [pool.submit(work, rows) for work in (_texts, _counts)]
        lines.different = tuple(future.result() for future in few)
        columns = [column for future in made for column in future.result()] + dated.result().columns
    rows = without_persons(rows, lines.different[0], TEXTS)
    frame = rows.select("member", "row", "amount_ore", *TEXTS, is_gross=pl.lit(lines.is_gross)).with_columns(columns)
    lines.note("day_unreadable", dated.result().unread)
    lines.note("day_order_unclear", dated.result().unclear)
    lines.note("period_from_file_name", dated.result().from_name)
    lines.note("rows_without_day", dated.result().without)
    _note_suppliers(lines.different[0], lines)
    lines.note("currency_not_sek", _foreign(rows["currency"]), "currency")
    return frame.select(pl.col(name).cast(kind) for name, kind in FRAME_SCHEMA.items() if name in frame.columns)


def _foreign(currency: pl.Series) -> int:
    """How many lines say that they are in another currency."""
    if currency.null_count() == len(currency):
        return 0
    return int((~currency.str.strip_chars().str.to_uppercase().is_in(["SEK", "KR", ""])).sum())


def _note_suppliers(who: Different, lines: Lines) -> None:
    told = who.values.select(
        bad=pl.col("is_orgnr_bad"),
        masked=pl.col("mask_key").is_not_null(),
        nobody=pl.all_horizontal(pl.col("supplier_name", "supplier_no", "mask_key").is_null()),
    )
    counted = told[who.place].sum().row(0, named=True)
    lines.note("orgnr_invalid", counted["bad"], "orgnr")
    lines.note("suppliers_masked", counted["masked"], "supplier_name")
    lines.note("rows_without_supplier", counted["nobody"], "supplier_name")


def _references(rows: pl.DataFrame) -> pl.DataFrame:
    """The references, few of which need tidying.

    They go on to the ledger, where they are sorted: from many pieces that takes thrice as long as from one.
    """
    return rows.select(_tidied(rows[name].rechunk()) for name in TEXTS)


def _texts(rows: pl.DataFrame) -> list[pl.Series]:
    """Texts that repeat."""
    return [splits.read_text(rows, name).deal()[0] for name in ("basis", "invoice_format")]


def _category(rows: pl.DataFrame) -> Different:
    return splits.read_text(rows, "category_text")


def _tidied(text: pl.Series) -> pl.Series:
    is_plain = text.null_count() == len(text) or not text.str.contains(_UNTIDY).any()
    return text if is_plain else splits.tidied(text.to_frame()).to_series()


def _counts(rows: pl.DataFrame) -> list[pl.Series]:
    """Quantity, unit price and whether the invoice is disputed."""
    parsed, _ = amounts.with_ore(amounts.with_number(rows, "quantity"), "unit_price", "unit_price_ore")
    return [parsed["quantity"], parsed["unit_price_ore"], _yes(rows["is_disputed"])]


def _yes(text: pl.Series) -> pl.Series:
    if text.null_count() == len(text):
        return text.cast(pl.Boolean)
    return text.str.strip_chars().str.to_lowercase().is_in(["ja", "j", "yes", "y", "true", "1", "x", "sant"])
