"""Amounts as files write them, to whole öre, exactly: no float is touched on the way.

The decimal mark is a property of a column, decided from all its values at once. A minus may stand before, after
or as parentheses; currency words and signs, blanks and thousands marks fall away.
"""

import polars as pl

_BLANKS = r"[\s\u00a0\u202f\u2009']"
_CURRENCY = r"(?i)(sek|kronor|kr\.?|£|\$|€|eur|gbp|:-)"
_MINUS = "[\u2212\u2013\u2010\u2011]"
_PLAIN = r"^[+-]?(\d+(\.\d*)?|\.\d+)$"
_MORE_THAN_ORE = r"\.\d\d\d*[1-9]"


def tidy(text: pl.Expr) -> pl.Expr:
    """The digits, marks and one leading minus of an amount; blanks and currency gone."""
    bare = text.str.replace_all(_BLANKS, "").str.replace_all(_CURRENCY, "").str.replace_all(_MINUS, "-")
    unwrapped = bare.str.replace(r"^\(-?(.+)\)$", "-$1")
    return unwrapped.str.replace(r"^([^-]+)-$", "-$1")


def with_ore(rows: pl.DataFrame, column: str, name: str) -> tuple[pl.DataFrame, int]:
    """The rows with `name` (öre, null where unreadable) and `_rounded`; and how many members' marks are unclear."""
    if rows[column].null_count() == rows.height:
        return rows.with_columns(pl.lit(None, dtype=pl.Int64).alias(name), _rounded=pl.lit(False)), 0
    plain, unclear = _plain(rows, column)
    number = plain.cast(pl.Decimal(38, 6), strict=False)
    if plain.str.contains(r"\.\d\d\d").any():
        rounded = plain.str.contains(_MORE_THAN_ORE).fill_null(False)
        whole = (number * 100).round(0, mode="half_away_from_zero")
    else:
        rounded = pl.Series([False]).new_from_index(0, rows.height)
        whole = number * 100
    return rows.with_columns(whole.cast(pl.Int64, strict=False).alias(name), rounded.alias("_rounded")), unclear


def with_number(rows: pl.DataFrame, column: str) -> pl.DataFrame:
    """The rows with `column`, a count and no money, as a float."""
    if rows[column].null_count() == rows.height:
        return rows.with_columns(pl.col(column).cast(pl.Float64))
    plain, _ = _plain(rows, column)
    return rows.with_columns(plain.cast(pl.Float64, strict=False).alias(column))


def _plain(rows: pl.DataFrame, column: str) -> tuple[pl.Series, int]:
    """Each text as a plain number with a dot, null where it is none; marks are judged for each member by itself.

    Most columns are plain but for a few cells: only those, and members whose marks must be judged, are looked at.
    """
    text = rows[column].str.strip_chars()
    odd = (~text.str.contains(_PLAIN)).fill_null(False).arg_true()
    if len(odd):
        text = text.scatter(odd, text.gather(odd).to_frame("_t").select(tidy(pl.col("_t"))).to_series())
    members = _members_to_judge(rows["member"], text)
    if members.is_empty():
        still_odd = odd.filter((~text.gather(odd).str.contains(_PLAIN)).fill_null(False))
        return text.scatter(still_odd, None) if len(still_odd) else text, 0
    judged = rows["member"].is_in(members.implode()).arg_true()
    plain, unclear = _judged(pl.DataFrame({"member": rows["member"].gather(judged), "_t": text.gather(judged)}))
    return pl.DataFrame({"_t": text.scatter(judged, plain)}).select(_only_plain(pl.col("_t"))).to_series(), unclear


def _members_to_judge(member: pl.Series, text: pl.Series) -> pl.Series:
    """The members with a comma, or with dots that never stand before one or two decimals."""
    told = pl.DataFrame({"member": member, "_t": text}).select(
        "member",
        comma=pl.col("_t").str.contains(",", literal=True),
        dot=pl.col("_t").str.contains(".", literal=True),
        short=pl.col("_t").str.contains(r"\.\d\d?$"),
    )
    by_member = told.group_by("member").agg(pl.col("comma", "dot", "short").any())
    return by_member.filter(pl.col("comma") | (pl.col("dot") & ~pl.col("short")))["member"]


def _judged(texts: pl.DataFrame) -> tuple[pl.Series, int]:
    marks = texts.group_by("member").agg(_mark=decimal_mark(pl.col("_t")), _unclear=is_mark_unclear(pl.col("_t")))
    judged = texts.join(marks, on="member", how="left", maintain_order="left")
    return judged.select(to_plain(pl.col("_t"), pl.col("_mark"))).to_series(), int(marks["_unclear"].sum())


def _only_plain(text: pl.Expr) -> pl.Expr:
    return pl.when(text.str.contains(_PLAIN)).then(text)


def decimal_mark(text: pl.Expr) -> pl.Expr:
    """The decimal mark of a column's tidied amounts, "" where every mark stands before three digits (thousands)."""
    comma = text.str.contains(r",\d{1,2}$|,\d{4,}$|\..*,\d+$").sum()
    dot = text.str.contains(r"\.\d{1,2}$|\.\d{4,}$|,.*\.\d+$").sum()
    return (
        pl.when((comma == 0) & (dot == 0)).then(pl.lit("")).when(comma > dot).then(pl.lit(",")).otherwise(pl.lit("."))
    )


def is_mark_unclear(text: pl.Expr) -> pl.Expr:
    """Whether the column's only marks stand before exactly three digits, once each: 1.234 may be either."""
    told = text.str.contains(r"[.,]\d{1,2}$|[.,]\d{4,}$|[.,]\d{3}[.,]").any()
    return text.str.contains(r"^-?\d{1,3}[.,]\d{3}$").any() & ~told


def to_plain(text: pl.Expr, mark: pl.Expr) -> pl.Expr:
    """The tidied amount with a dot as its decimal mark and no thousands marks; null where that is no number."""
    comma = text.str.replace_all(r"\.(\d{3})", "$1").str.replace(",", ".", literal=True)
    dot = text.str.replace_all(r",(\d{3})", "$1")
    none = text.str.replace_all(r"[.,](\d{3})", "$1")
    plain = pl.when(mark == ",").then(comma).when(mark == ".").then(dot).otherwise(none)
    return _only_plain(plain)


def in_kronor(ore: int) -> str:
    """Öre as a decimal string in kronor, such as -1234.05."""
    whole, part = divmod(abs(ore), 100)
    return f"{'-' if ore < 0 else ''}{whole}.{part:02d}"
