"""The 95 per cent interval of a share of few: Wilson's score interval, which stays inside 0 and 1."""

import polars as pl

Z = 1.959963984540054  # the 97.5th percentile of the normal distribution


def wilson_low(hits: pl.Expr, n: pl.Expr) -> pl.Expr:
    """The lower end for `hits` of `n`; null where n is 0."""
    return (_middle(hits, n) - _half(hits, n)).clip(0.0, 1.0)


def wilson_high(hits: pl.Expr, n: pl.Expr) -> pl.Expr:
    """The upper end for `hits` of `n`; null where n is 0."""
    return (_middle(hits, n) + _half(hits, n)).clip(0.0, 1.0)


def _middle(hits: pl.Expr, n: pl.Expr) -> pl.Expr:
    return pl.when(n > 0).then((hits + Z * Z / 2) / (n + Z * Z))


def _half(hits: pl.Expr, n: pl.Expr) -> pl.Expr:
    share = hits / n
    return Z * (share * (1 - share) * n + Z * Z / 4).sqrt() / (n + Z * Z)
