"""The different values of a column, or of several together, and where each row's stands among them.

A million lines name a few thousand suppliers: what is asked of a text is asked once of each, and dealt out again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class Different:
    """`values` holds each different combination once; `place` is the row's index in it."""

    values: pl.DataFrame
    place: pl.Series

    def answered(self, answers: pl.DataFrame) -> "Different":
        """The same rows with `answers` (one row for each of `values`) for their values."""
        return Different(answers, self.place)

    def head(self, rows: int) -> "Different":
        """The same of the first rows."""
        return Different(self.values, self.place.head(rows))

    def only(self, keys: Sequence[str]) -> "Different":
        """The different combinations of these columns of the values."""
        found = different(self.values, keys)
        return Different(found.values, found.place.gather(self.place))

    def deal(self) -> list[pl.Series]:
        """The columns of the values with one row for each line; empty columns last."""
        empty = [name for name in self.values.columns if self.values[name].null_count() == self.values.height]
        dealt = self.values.drop(empty)[self.place] if len(empty) < self.values.width else None
        missing = [
            pl.Series(name, dtype=self.values[name].dtype).extend_constant(None, len(self.place)) for name in empty
        ]
        return [*(dealt.get_columns() if dealt is not None else []), *missing]


def different(rows: pl.DataFrame, keys: Sequence[str]) -> Different:
    """The different combinations of the text columns `keys`, nulls being a value like any other."""
    filled = [key for key in keys if rows[key].null_count() < rows.height]
    if not filled:
        nothing = pl.DataFrame({key: [None] for key in keys}, schema=dict.fromkeys(keys, pl.String()))
        return Different(nothing, pl.repeat(0, rows.height, dtype=pl.UInt32, eager=True))
    found = _combined(rows, filled)
    missing = (pl.lit(None, dtype=pl.String).alias(key) for key in keys if key not in filled)
    return Different(found.values.with_columns(*missing).select(keys), found.place)


def _combined(rows: pl.DataFrame, keys: list[str]) -> Different:
    found = _one(rows, keys[0])
    for key in keys[1:]:
        found = _together(found, _one(rows, key))
    return found


def _together(one: Different, other: Different) -> Different:
    """The combinations of both. Where one says what the other is, as a number does a name, no pairs are counted."""
    for known, told in ((one, other), (other, one)):
        partner = pl.zeros(known.values.height, dtype=pl.UInt32, eager=True).scatter(known.place, told.place)
        if partner.gather(known.place).equals(told.place):
            return Different(known.values.hstack(told.values[partner]), known.place)
    return _pairs(one, other)


def _pairs(one: Different, other: Different) -> Different:
    many = other.values.height
    code = one.place.cast(pl.UInt64) * many + other.place
    codes = code.unique()
    where = pl.DataFrame({"code": codes}).with_row_index("at")
    at = pl.DataFrame({"code": code}).join(where, on="code", how="left", maintain_order="left")["at"]
    return Different(one.values[codes // many].hstack(other.values[codes % many]), at)


def _one(rows: pl.DataFrame, key: str) -> Different:
    """The texts of one column: the codes of a categorical of its own, and one more where there are nulls."""
    own = pl.Categorical(pl.Categories.random())
    coded = rows[key].cast(own)  # held on to: the texts live as long as a column of theirs
    code = coded.to_physical()
    many = int(code.max()) + 1  # type: ignore[arg-type]  # never empty: the caller asks only for filled columns
    texts = pl.int_range(many, dtype=pl.UInt32, eager=True).cat.to(own).cast(pl.String)
    if code.null_count():
        code, texts = code.fill_null(many), texts.extend_constant(None, 1)
    return Different(texts.to_frame(key), code.cast(pl.UInt32))
