"""Personal numbers in the references of persons: a sole trader may number invoices by who they are.

Asked only of the lines of masked suppliers, so an ordinary supplier's ten digits stay. A number is hidden where it is
the supplier's own, whatever its check digit, or where its day of birth and check digit are right.
"""

import polars as pl

from data_access.importers.different import Different
from data_access.importers.orgnr import BIRTH, HIDDEN, PARTED, is_luhn, ten_digits

_NUMBER = rf"{BIRTH}{PARTED}?\d{{4}}"


def without_persons(rows: pl.DataFrame, who: Different, names: tuple[str, ...]) -> pl.DataFrame:
    """The rows with personal numbers hidden in the columns `names` where the supplier is masked.

    `rows` has `orgnr` and `supplier_no` as the file writes them; `who` has `mask_key`.
    """
    is_masked = who.values["mask_key"].is_not_null()
    filled = [name for name in names if rows[name].null_count() < rows.height]
    if not is_masked.any() or not filled:
        return rows
    at = is_masked.gather(who.place).arg_true()
    found = rows.select("orgnr", "supplier_no", *filled)[at]
    own = pl.coalesce(ten_digits(pl.col("orgnr")), ten_digits(pl.col("supplier_no")))
    hidden = found.with_columns(_own=own).select(_hidden(pl.col(name)).alias(name) for name in filled)
    return rows.with_columns(rows[name].scatter(at, hidden[name]) for name in filled)


def _hidden(text: pl.Expr) -> pl.Expr:
    cut = text.str.replace_all(rf"(?:19|20)?{_NUMBER}", HIDDEN)
    is_cut = (cut != text) & ~_holds_own(cut)
    return pl.when(~(_holds_own(text) | _is_somebody(text))).then(text).when(is_cut).then(cut).otherwise(pl.lit(HIDDEN))


def _holds_own(text: pl.Expr) -> pl.Expr:
    return text.str.replace_all(r"\D", "").str.contains(pl.col("_own"), literal=True).fill_null(False)


def _is_somebody(text: pl.Expr) -> pl.Expr:
    number = text.str.extract(rf"(?:^|\D)(?:19|20)?({_NUMBER})(?:\D|$)", 1)
    return is_luhn(number.str.replace_all(r"\D", ""))
