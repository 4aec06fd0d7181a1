"""Amounts as files write them, to whole öre, exactly: no float is touched on the way.

The decimal mark is a property of a column, decided from all its values at once. A minus may stand before, after
or as parentheses; currency words and signs, blanks and thousands marks fall away.
"""

import polars as pl

_BLANKS = [" ", "\t", "\u00a0", "\u202f", "\u2009", "'"]
_CURRENCY = r"(?i)(sek|kronor|kr\.?|£|\$|€|eur|gbp|:-)"
_MINUS = "[\u2212\u2013\u2010\u2011]"
_TOO_LARGE = 10**17  # millionths of a krona: 100 billion kronor on one line
_PLAIN = r"^[+-]?(\d+(\.\d*)?|\.\d+)$"


def tidy(text: pl.Expr) -> pl.Expr:
    """The digits, marks and one leading minus of an amount that has no blanks; currency gone."""
    bare = text.str.replace_all(_CURRENCY, "").str.replace_all(_MINUS, "-")
    unwrapped = bare.str.replace(r"^\(-?(.+)\)$", "-$1")
    return unwrapped.str.replace(r"^([^-]+)-$", "-$1")


def with_ore(rows: pl.DataFrame, column: str, name: str) -> tuple[pl.DataFrame, int]:
    """The rows with `name` (öre, null where unreadable) and `_rounded`; and how many members' marks are unclear."""
    if rows[column].null_count() == rows.height:
        return rows.with_columns(pl.lit(None, dtype=pl.Int64).alias(name), _rounded=pl.lit(False)), 0
    number, unclear = _numbers(rows["member"], rows[column])
    parts = _possible(number.to_physical()).cast(pl.Int64).to_frame("_millionths")
    part = pl.col("_millionths") % 10_000
    ore = pl.col("_millionths") // 10_000
    if parts.select((part != 0).any()).item():
        # Half an öre goes away from zero; // goes down, so that a negative half stays where // left it.
        up = (part > 5_000) | ((part == 5_000) & (pl.col("_millionths") > 0))
        parts = parts.select((ore + up.cast(pl.Int64)).alias(name), (part != 0).alias("_rounded"))
    else:
        parts = parts.select(ore.alias(name), _rounded=pl.lit(False))
    return rows.with_columns(parts[name], parts["_rounded"].fill_null(False)), unclear


def _possible(millionths: pl.Series) -> pl.Series:
    """The amounts without those that no invoice line has: they would make sums overflow, and are written by mistake.

    What is left fits 64 bits, in which to divide is quick.
    """
    is_too_large = (millionths >= _TOO_LARGE) | (millionths <= -_TOO_LARGE)
    return millionths.set(is_too_large, None) if is_too_large.any() else millionths


def with_number(rows: pl.DataFrame, column: str) -> pl.DataFrame:
    """The rows with `column`, a count and no money, as a float."""
    if rows[column].null_count() == rows.height:
        return rows.with_columns(pl.col(column).cast(pl.Float64))
    return rows.with_columns(_numbers(rows["member"], rows[column])[0].cast(pl.Float64).alias(column))


def _numbers(member: pl.Series, text: pl.Series) -> tuple[pl.Series, int]:
    """Each text as an exact decimal, null where it is none; marks are judged for each member by itself.

    Most columns are plain but for a few cells. So the plain reading is tried on all, and what it leaves, or may
    have misread, is looked at again: members in which a mark stands before three digits, or both marks occur.
    """
    is_comma = _is_comma(text.head(1_000))
    number, doubtful, has_dot = _plainly(text, is_comma)
    if is_comma and has_dot:
        is_comma = False
        number, doubtful, _ = _plainly(text, is_comma)
    bare, blank = text, (number.is_null() & text.is_not_null()).arg_true()
    if len(blank):
        bared = text.gather(blank).str.replace_many(_BLANKS, [""] * len(_BLANKS))
        again = _plainly(bared, is_comma)[:2]
        bare, number, doubtful = (
            whole.scatter(blank, part) for whole, part in zip((text, number, doubtful), (bared, *again), strict=True)
        )
    if not is_comma and number.null_count() > bare.null_count():
        doubtful = doubtful | bare.str.contains(",", literal=True)
    doubtful = doubtful.fill_null(False)
    judged, unclear = doubtful, 0
    if doubtful.any():
        judged = member.is_in(member.filter(doubtful).unique().implode())
        at = judged.arg_true()
        found, unclear = _judged(member.gather(at), bare.gather(at))
        number = number.scatter(at, found)
    odd = (number.is_null() & bare.is_not_null() & ~judged).arg_true()
    if len(odd):
        tidied = bare.gather(odd).to_frame("_t").select(to_plain(tidy(pl.col("_t")), pl.lit("," if is_comma else ".")))
        number = number.scatter(odd, _exact(tidied.to_series()))
    return number, unclear


def _plainly(text: pl.Series, is_comma: bool) -> tuple[pl.Series, pl.Series, bool]:
    """Each text read as it stands, whether its mark stands before three digits, and whether any has a dot.

    Whether there is a dot is only asked where the mark is a comma.
    """
    own = pl.col(text.name)
    dotted = own.str.replace(",", ".", literal=True) if is_comma else own
    found = text.to_frame().select(
        _number=dotted.cast(pl.Decimal(38, 6), strict=False),
        _odd=own.str.contains("[eE.]" if is_comma else "[eE]"),
        _doubtful=own.str.tail(4).str.starts_with("," if is_comma else "."),
    )
    has_dot = is_comma and bool(text.filter(found["_odd"]).str.contains(".", literal=True).any())
    return _without_exponents(found["_number"], found["_odd"]), found["_doubtful"], has_dot


def _is_comma(sample: pl.Series) -> bool:
    """Whether commas stand in the sample and no dots."""
    marks = sample.str
    return marks.contains(",", literal=True).any() and not marks.contains(".", literal=True).any()


def _exact(plain: pl.Series) -> pl.Series:
    """A decimal of six places."""
    return _without_exponents(plain.cast(pl.Decimal(38, 6), strict=False), plain.str.contains("[eE]"))


def _without_exponents(number: pl.Series, has_exponent: pl.Series) -> pl.Series:
    """A number with an exponent is none, for it has lost its digits."""
    return pl.select(pl.when(~has_exponent).then(number)).to_series() if has_exponent.any() else number


def _judged(member: pl.Series, text: pl.Series) -> tuple[pl.Series, int]:
    texts = pl.DataFrame({"member": member, "_t": text}).with_columns(_t=tidy(pl.col("_t")))
    marks = texts.group_by("member").agg(_mark=decimal_mark(pl.col("_t")), _unclear=is_mark_unclear(pl.col("_t")))
    judged = texts.join(marks, on="member", how="left", maintain_order="left")
    return _exact(judged.select(to_plain(pl.col("_t"), pl.col("_mark"))).to_series()), int(marks["_unclear"].sum())


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
    return pl.when(plain.str.contains(_PLAIN)).then(plain)


def in_kronor(ore: int) -> str:
    """Öre as a decimal string in kronor, such as -1234.05."""
    whole, part = divmod(abs(ore), 100)
    return f"{'-' if ore < 0 else ''}{whole}.{part:02d}"
