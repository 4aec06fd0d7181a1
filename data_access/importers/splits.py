"""Code and text in one cell, such as `41120 Läromedel` or `610 - Utbildningsnämnden`, taken apart."""

import polars as pl

_ACCOUNT = r"^(\d{3,8})\s*[-–:]?\s*(\D.*)$"
_UNIT = r"^(\d{2,6})\s*[-–:]\s*(\S.*)$"


def with_account(frame: pl.DataFrame) -> pl.DataFrame:
    """`account_code` and `account_text`, apart where most of a column's different values hold both."""
    return _split(
        _split(frame, "account_code", "account_code", "account_text", _ACCOUNT),
        "account_text",
        "account_code",
        "account_text",
        _ACCOUNT,
    )


def with_unit(frame: pl.DataFrame) -> pl.DataFrame:
    """`unit_code` and `unit_name`, apart where most different names begin with a code."""
    return _split(frame, "unit_name", "unit_code", "unit_name", _UNIT)


def _split(frame: pl.DataFrame, source: str, code: str, text: str, pattern: str) -> pl.DataFrame:
    other = text if source == code else code
    if frame[other].null_count() < frame.height:
        return frame  # the file has both
    different = frame.select(source).drop_nulls().unique()
    if different.is_empty() or different.select(pl.col(source).str.contains(pattern).mean()).item() < 0.5:
        return frame
    parts = different.with_columns(
        _code=pl.col(source).str.extract(pattern, 1),
        _text=pl.col(source).str.extract(pattern, 2).fill_null(pl.col(source)),
    )
    return (
        frame.join(parts, on=source, how="left", maintain_order="left")
        .drop(code, text)
        .rename({"_code": code, "_text": text})
    )
