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
    places, values = zip(*(_one(rows[key]) for key in keys), strict=True)
    if len(keys) == 1:
        return Different(values[0].to_frame(keys[0]), places[0])
    code = places[0].cast(pl.UInt64)
    for place, texts in zip(places[1:], values[1:], strict=True):
        code = code * len(texts) + place
    codes = code.unique()
    where = pl.DataFrame({"code": codes}).with_row_index("at")
    at = pl.DataFrame({"code": code}).join(where, on="code", how="left", maintain_order="left")["at"]
    columns = {}
    for key, texts in reversed(list(zip(keys, values, strict=True))):
        columns[key] = texts[codes % len(texts)]
        codes = codes // len(texts)
    return Different(pl.DataFrame(columns), at)


def _one(text: pl.Series) -> tuple[pl.Series, pl.Series]:
    """The place of each text, and the texts: the codes of a categorical of its own, and one more for null."""
    own = pl.Categorical(pl.Categories.random())
    coded = text.cast(own)  # held on to: the texts live as long as a column of theirs
    code = coded.to_physical()
    many = int(code.max()) + 1  # type: ignore[arg-type]  # never empty: the caller asks only for filled columns
    texts = pl.int_range(many, dtype=pl.UInt32, eager=True).cat.to(own).cast(pl.String)
    return code.fill_null(many), texts.extend_constant(None, 1)
