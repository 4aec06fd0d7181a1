"""Code and text in one cell, such as `41120 Läromedel` or `610 - Utbildningsnämnden`, taken apart."""

import polars as pl

from data_access.importers.different import Different, different
from data_access.importers.orgnr import without_person

_ACCOUNT = r"^(\d{3,8})\s*[-–:]?\s*(\D.*)$"
_UNIT = r"^(\d{2,6})\s*[-–:]\s*(\S.*)$"


_ACCOUNT_KEYS, _UNIT_KEYS = ["account_code", "account_text"], ["unit_code", "unit_name"]


def read_account(rows: pl.DataFrame) -> Different:
    """`account_code` and `account_text` tidied, and apart where most different cells of one hold both."""
    parts = different(rows, _ACCOUNT_KEYS)
    values = _split(tidied(parts.values), "account_code", "account_text", _ACCOUNT)
    return parts.answered(_split(values, "account_text", "account_code", _ACCOUNT))


def read_unit(rows: pl.DataFrame) -> Different:
    """`unit_code` and `unit_name` tidied, and apart where most different names begin with a code."""
    parts = different(rows, _UNIT_KEYS)
    return parts.answered(_split(tidied(parts.values), "unit_name", "unit_code", _UNIT))


def read_text(rows: pl.DataFrame, column: str) -> Different:
    """A text that repeats, tidied."""
    parts = different(rows, [column])
    return parts.answered(tidied(parts.values))


def tidied(rows: pl.DataFrame) -> pl.DataFrame:
    """Texts without blanks around them and personal numbers in them; an empty one, or a dash for nothing, is null."""
    text = without_person(pl.all().str.strip_chars())
    return rows.select(pl.when((text != "") & (text != "-") & (text != "–")).then(text))


def _split(values: pl.DataFrame, source: str, other: str, pattern: str) -> pl.DataFrame:
    """The cells of `source` apart, where the file has no `other` and most of them hold a code and a text."""
    has_both = values[other].null_count() < values.height
    if has_both or not values.select(pl.col(source).drop_nulls().str.contains(pattern).mean() >= 0.5).item():
        return values
    code, text = (source, other) if source.endswith("_code") else (other, source)
    return values.with_columns(
        pl.col(source).str.extract(pattern, 1).alias(code),
        pl.coalesce(pl.col(source).str.extract(pattern, 2), source).alias(text),
    )
