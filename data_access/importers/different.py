"""The different values of a column, or of several together, and where each row's stands among them.

A million lines name a few thousand suppliers: what is asked of a text is asked once of each, and dealt out again.
"""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class Different:
    """`values` holds each different combination once; `place` is the row's index in it."""

    values: pl.DataFrame
    place: pl.Series

    def deal(self, answers: pl.DataFrame) -> list[pl.Series]:
        """The columns of `answers` (one row for each of `values`, in their order), one row for each line."""
        return [column.gather(self.place) for column in answers.get_columns()]


def different(rows: pl.DataFrame, keys: list[str]) -> Different:
    """The different combinations of the text columns `keys`, nulls being a value like any other."""
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
        columns[key] = texts.gather(codes % len(texts))
        codes = codes // len(texts)
    return Different(pl.DataFrame(columns).select(keys), at)


def _one(text: pl.Series) -> tuple[pl.Series, pl.Series]:
    """The place of each text, and the texts: the codes of a categorical of its own, and one more for null."""
    coded = text.cast(pl.Categorical(pl.Categories.random()))
    seen = coded.unique().drop_nulls()
    texts = seen.cast(pl.String).gather(seen.to_physical().arg_sort())
    with_null = pl.concat([texts, pl.Series([None], dtype=pl.String)])
    return coded.to_physical().cast(pl.UInt32).fill_null(len(texts)), with_null
