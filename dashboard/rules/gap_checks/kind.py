"""What a check of the registers is: what may be missing, why it matters, what to do, and whose it is."""

from dataclasses import dataclass

import polars as pl

from dashboard.text import Text


@dataclass(frozen=True)
class Check:
    """Rows of `table` that are `among` those it concerns and where something is `missing`; `do` says what to do."""

    code: str
    name: Text
    why: Text
    do: Text
    owner: Text
    table: str
    missing: pl.Expr
    among: pl.Expr
