"""How fast a ceiling is used: its share used against the share of the term that has passed.

Above 1 it is used faster than time. A ceiling of null or 0 is unknown, never "none", and gives null.
"""

import polars as pl


def burn_index(consumed: pl.Expr, ceiling: pl.Expr, passed: pl.Expr, whole: pl.Expr) -> pl.Expr:
    """(consumed / ceiling) / (passed / whole); null where the ceiling or the time is not known."""
    is_known = (ceiling > 0) & (passed > 0) & (whole > 0)
    return pl.when(is_known).then((consumed / ceiling) / (passed / whole))


def time_left(consumed: pl.Expr, ceiling: pl.Expr, passed: pl.Expr) -> pl.Expr:
    """How long the rest of the ceiling lasts at the rate so far, in the unit of `passed`; null where none is used."""
    is_known = (ceiling > 0) & (consumed > 0)
    return pl.when(is_known).then((ceiling - consumed).clip(0) / (consumed / passed))
