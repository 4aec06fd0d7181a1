"""Lists of codes for many rows: few combinations occur, so each list is made once and given to all who have it."""

from collections.abc import Mapping, Sequence

import polars as pl


def marks(tests: Mapping[str, pl.Expr]) -> pl.Expr:
    """One number a row that says which of the tests hold: the first is 1, the second 2, the third 4."""
    bits = [test.fill_null(False).cast(pl.Int64) * (1 << place) for place, test in enumerate(tests.values())]
    return pl.sum_horizontal(bits)


def chosen(codes: Sequence[str], mark: int, among: Sequence[str] | None = None) -> list[str]:
    """The codes that a number of `marks` stands for, in the order of `among`, or of the tests."""
    holds = {code for place, code in enumerate(codes) if mark >> place & 1}
    return [code for code in (codes if among is None else among) if code in holds]


def listed(frame: pl.DataFrame, tests: Mapping[str, pl.Expr]) -> pl.Series:
    """For each row of the frame the codes of the tests that hold, in their order."""
    marked = frame.select(mark=marks(tests))
    every = marked["mark"].unique().to_list()
    lists = pl.DataFrame(
        {"mark": every, "codes": [chosen(list(tests), mark) for mark in every]},
        schema={"mark": pl.Int64, "codes": pl.List(pl.String)},
    )
    return marked.join(lists, on="mark", how="left", maintain_order="left")["codes"]
