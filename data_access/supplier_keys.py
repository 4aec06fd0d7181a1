"""The key a supplier is known by: what identifies it best of what the row says.

Order: a mask (the person is not to be known), the organisation number, a foreign number with its country, the
source's own number, and last the name.
"""

import polars as pl

IDENTITY = ("mask_key", "orgnr", "country", "supplier_no", "supplier_name")
HOME = "SE"


def normalised_name(name: pl.Expr) -> pl.Expr:
    """A name so written that case, punctuation and spaces make no difference: 'AB  Exempel.' -> 'ab exempel'."""
    return name.str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()


def name_key(name: pl.Expr) -> pl.Expr:
    """'name:ab exempel', or null where the name holds no letter and no digit."""
    plain = normalised_name(name)
    return pl.when(plain != "").then(pl.lit("name:") + plain.str.slice(0, 300))


def with_supplier_key(rows: pl.DataFrame, source: str) -> pl.DataFrame:
    """`rows` (the IDENTITY columns) plus `key` and its `kind`; both null where the row names no supplier."""
    is_foreign = pl.col("country").fill_null(HOME) != HOME
    keys = {
        "mask": pl.col("mask_key"),
        "orgnr": pl.lit("orgnr:") + pl.col("orgnr"),
        "foreign": pl.when(is_foreign).then(pl.format("foreign:{}:{}", "country", "supplier_no")),
        "internal": pl.lit(f"internal:{source}:") + pl.col("supplier_no"),
        "name": name_key(pl.col("supplier_name")),
    }
    return rows.with_columns(
        key=pl.coalesce(keys.values()),
        kind=pl.coalesce(pl.when(key.is_not_null()).then(pl.lit(kind)) for kind, key in keys.items()),
    )
