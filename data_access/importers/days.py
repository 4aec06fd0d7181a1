"""Days and months as files write them. What a column's values mean is decided from all of them at once.

Work is done on the few different texts of each column, never on its lines.
"""

import re

import polars as pl

from data_access.importers.different import different

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_ISO = r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$"
_YMD = r"^((?:19|20)\d{2})(\d{2})(\d{2})(?:\.0)?$"
_SIX = r"^(\d{2})(\d{2})(\d{2})(?:\.0)?$"
_MONTH = r"^((?:19|20)\d{2})[-/ ]?(0?[1-9]|1[0-2])(?:\.0)?$"
_PARTS = r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[t ].*)?$"
_NAMED = r"^(\d{1,2})[-/. ]*([a-z]{3})[a-z]*\.?[-/. ,]*(\d{4}|\d{2})(?: .*)?$"
_NAMED_MONTH = r"^([a-z]{3})[a-z]*\.?[-/. ]*(\d{4}|\d{2})$"
_SERIAL = r"^(\d{5})(?:\.\d+)?$"
_PLAIN_FORMATS = ((r"^\d{4}-\d\d-\d\d$", "%Y-%m-%d"), (r"^(19|20)\d{6}$", "%Y%m%d"))
_MONTH_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_ .]?(0[1-9]|1[0-2])(?!\d)")
_YEARS = (1970, 2099)  # what lies outside was written to mean "none" or "for ever", or by mistake
_FIRST_SERIAL, _LAST_SERIAL = 25_569, 73_050  # 1970-01-01 and 2099-12-31 in a spreadsheet's count
_SERIAL_ZERO = pl.date(1899, 12, 30)


def read_days(member: pl.Series, text: pl.Series) -> pl.DataFrame:
    """`day` (Date or null), `month` (202611 or null) and `order_unclear` of each text, in the order of `text`."""
    if member.n_unique() <= 1 and text.null_count() < len(text):
        return _by_place(text)
    found = _in_bulk(member, text)
    left = (found["month"].is_null() & text.is_not_null()).arg_true()
    if len(left) == 0:
        return found
    rest = _by_different(member.gather(left), text.gather(left))
    if len(left) == len(text):
        return rest
    return found.select(found[name].scatter(left, rest[name]) for name in found.columns)


def _by_place(text: pl.Series) -> pl.DataFrame:
    """The answers where there is one member: a million lines are booked on a few hundred different days."""
    parts = different(text.to_frame("_t"), ["_t"])
    known = _read(parts.values.drop_nulls().with_columns(member=pl.lit(0)))
    answers = parts.values.join(known, on="_t", how="left", maintain_order="left")
    answers = answers.select("day", "month", pl.col("order_unclear").fill_null(False))
    return answers[parts.place]


def _in_bulk(member: pl.Series, text: pl.Series) -> pl.DataFrame:
    """What of a column is of the plain format its first text is of; the rest null."""
    first = text.drop_nulls().head(1)
    day = pl.Series(dtype=pl.Date).extend_constant(None, len(text))
    month = pl.Series(dtype=pl.Int32).extend_constant(None, len(text))
    for pattern, form in _PLAIN_FORMATS:
        if first.str.contains(pattern).any():
            day = text.str.to_date(form, strict=False)
            day = day.set(~day.dt.year().is_between(*_YEARS), None)
            month = pl.DataFrame({"day": day}).select(_month_of("day")).to_series()
    if first.str.contains(_MONTH).any():
        number = text.cast(pl.Int32, strict=False)
        is_month = number.is_between(_YEARS[0] * 100 + 1, _YEARS[1] * 100 + 12) & (number % 100).is_between(1, 12)
        # Six digits that are no month may be a day (YYMMDD), and then all six digits of that member may be.
        is_other = (number.is_between(100_000, 999_999) & ~is_month).fill_null(False)
        is_told = is_month & ~member.is_in(member.filter(is_other).unique().implode()) if is_other.any() else is_month
        month = number.set(~is_told, None)
    return pl.DataFrame({"day": day, "month": month}).with_columns(order_unclear=pl.lit(False))


def _by_different(member: pl.Series, text: pl.Series) -> pl.DataFrame:
    """The answers of texts of any format, each different one of each member read once."""
    texts = pl.DataFrame({"member": member, "_t": text})
    keys = ["member", "_t"] if member.n_unique() > 1 else ["_t"]
    known = _read(texts.drop_nulls().unique(keys))
    joined = texts.join(known, on=keys, how="left", maintain_order="left")
    return joined.select("day", "month", pl.col("order_unclear").fill_null(False))


def _month_of(day: str) -> pl.Expr:
    return pl.col(day).dt.year() * 100 + pl.col(day).dt.month().cast(pl.Int32)


def _read(texts: pl.DataFrame) -> pl.DataFrame:
    """`member`, `_t`, `day`, `month`, `order_unclear` of different texts."""
    parts = texts.with_columns(_key=pl.col("_t"), _t=pl.col("_t").str.strip_chars().str.to_lowercase()).with_columns(
        _a=pl.col("_t").str.extract(_PARTS, 1).cast(pl.Int32),
        _b=pl.col("_t").str.extract(_PARTS, 2).cast(pl.Int32),
        _y=_full_year(pl.col("_t").str.extract(_PARTS, 3)),
        _six=pl.col("_t").str.contains(_SIX),
        _month=pl.col("_t").str.contains(_MONTH),
    )
    judged = parts.with_columns(*_order(), _is_ymd6=(pl.col("_six") & ~pl.col("_month")).any().over("member"))
    days = judged.with_columns(day=_day()).with_columns(month=_month())
    days = days.with_columns(
        day=pl.when(pl.col("day").dt.year().is_between(*_YEARS)).then("day"),
        month=pl.when((pl.col("month") // 100).is_between(*_YEARS)).then("month"),
    )
    return days.select("member", "day", "month", "order_unclear", _t="_key")


def _order() -> tuple[pl.Expr, pl.Expr]:
    """Whether the month stands first in `01/02/2026`, and whether nothing in the member tells.

    A part above 12 is a day. Where none is, the reading with fewer different months is taken, since a ledger file
    covers few months and many days; where that ties too, the day stands first, and it is said to be unclear.
    """
    day_first = (pl.col("_a") > 12).sum().over("member")
    month_first = (pl.col("_b") > 12).sum().over("member")
    months_if_day_first = (pl.col("_y") * 100 + pl.col("_b")).n_unique().over("member")
    months_if_month_first = (pl.col("_y") * 100 + pl.col("_a")).n_unique().over("member")
    untold = (day_first == 0) & (month_first == 0)
    fewer = months_if_month_first < months_if_day_first
    is_month_first = pl.when(untold).then(fewer).otherwise(month_first > day_first)
    tie = untold & (months_if_day_first == months_if_month_first)
    differs = (pl.col("_a") != pl.col("_b")).any().over("member")
    return is_month_first.alias("_month_first"), (tie & differs & pl.col("_a").is_not_null()).alias("order_unclear")


def _full_year(year: pl.Expr) -> pl.Expr:
    number = year.cast(pl.Int32)
    return pl.when(year.str.len_chars() == 2).then(number + 2000).otherwise(number)


def _date(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """A date, or null where there is no such day."""
    whole = pl.format("{}-{}-{}", year, month.cast(pl.String).str.zfill(2), day.cast(pl.String).str.zfill(2))
    return whole.str.to_date("%Y-%m-%d", strict=False)


def _extracted(pattern: str) -> pl.Expr:
    text = pl.col("_t")
    return _date(text.str.extract(pattern, 1), text.str.extract(pattern, 2), text.str.extract(pattern, 3))


def _day() -> pl.Expr:
    text = pl.col("_t")
    month = pl.when("_month_first").then(pl.col("_a")).otherwise(pl.col("_b"))
    day = pl.when("_month_first").then(pl.col("_b")).otherwise(pl.col("_a"))
    named = text.str.extract(_NAMED, 2).replace_strict(_MONTHS, default=None, return_dtype=pl.Int32)
    serial = text.str.extract(_SERIAL, 1).cast(pl.Int32)
    six = _date(_full_year(text.str.extract(_SIX, 1)), text.str.extract(_SIX, 2), text.str.extract(_SIX, 3))
    return pl.coalesce(
        _extracted(_ISO),
        _extracted(_YMD),
        _date(pl.col("_y"), month, day),
        _date(_full_year(text.str.extract(_NAMED, 3)), named, text.str.extract(_NAMED, 1)),
        pl.when(serial.is_between(_FIRST_SERIAL, _LAST_SERIAL)).then(_SERIAL_ZERO + pl.duration(days=serial)),
        pl.when("_is_ymd6").then(six),
    )


def _month() -> pl.Expr:
    text = pl.col("_t")
    numbered = text.str.extract(_MONTH, 1).cast(pl.Int32) * 100 + text.str.extract(_MONTH, 2).cast(pl.Int32)
    named = text.str.extract(_NAMED_MONTH, 1).replace_strict(_MONTHS, default=None, return_dtype=pl.Int32)
    in_words = _full_year(text.str.extract(_NAMED_MONTH, 2)) * 100 + named
    return pl.coalesce(_month_of("day"), pl.when(~pl.col("_is_ymd6")).then(numbered), in_words).cast(pl.Int32)


def month_in_name(name: str) -> int | None:
    """The month a file's name carries, such as 2020-01, 202001 or 2020_01; null where it names none or a whole year."""
    found = _MONTH_IN_NAME.search(name)
    return int(found[1] + found[2]) if found else None
