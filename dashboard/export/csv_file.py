"""A frame as a CSV file that a Swedish spreadsheet opens right and that cannot carry a formula."""

from collections.abc import Mapping

import polars as pl

FORMULA = r"^[=+\-@\t\r\n|]"  # how a spreadsheet tells a formula (or a command) from text


def csv_file(frame: pl.DataFrame, heads: Mapping[str, str]) -> bytes:
    """The columns named in `heads`, in that order and under those words.

    Semicolons between, a comma in decimals, days as 2026-11-22, UTF-8 with a byte order mark; amounts in öre (columns
    that end in `_ore`) become kronor. Text that could be read as a formula gets an apostrophe before it.
    """
    cells = frame.select(_cell(name, frame.schema[name]).alias(_plain(word)) for name, word in heads.items())
    body = cells.write_csv(separator=";", decimal_comma=True, date_format="%Y-%m-%d", line_terminator="\r\n")
    return b"\xef\xbb\xbf" + body.encode()


def _cell(name: str, kind: pl.DataType) -> pl.Expr:
    if name.endswith("_ore"):
        return _kronor(name)
    return _guarded(name) if kind == pl.String() else pl.col(name)


def _kronor(name: str) -> pl.Expr:
    """Exact kronor as text: floating point would lose öre in large sums."""
    ore = pl.col(name)
    whole = ore.abs() // 100
    sign = pl.when(ore < 0).then(pl.lit("-")).otherwise(pl.lit(""))
    cents = (ore.abs() % 100).cast(pl.String).str.zfill(2)
    return pl.concat_str(sign, whole.cast(pl.String), pl.lit(","), cents)


def _guarded(name: str) -> pl.Expr:
    text = pl.col(name)
    return pl.when(text.str.contains(FORMULA)).then(pl.concat_str(pl.lit("'"), text)).otherwise(text)


def _plain(word: str) -> str:
    return word.replace(";", ",")
