"""What is missing or wrong in real registers, put into ours: each kind on a handful of single contracts."""

from dataclasses import dataclass
from datetime import timedelta

import polars as pl

from sample_data.contracts import Contract
from sample_data.draw import stream

COUNTS = {
    "no_end": 10,
    "end_before_start": 4,
    "no_supplier": 12,
    "no_category": 9,
    "endless_automatic": 6,
    "secret": 3,
    "no_start": 3,
}


@dataclass(frozen=True)
class Mistakes:
    """Positions of the contracts with each kind of mistake; no contract has two."""

    of: dict[str, set[int]]


def choose_mistakes(contracts: list[Contract]) -> Mistakes:
    """Draws them among the contracts of one department and one supplier."""
    singles = [place for place, one in enumerate(contracts) if one.type in ("kontrakt", "avrop") and not one.options]
    drawn = [int(place) for place in stream("mistakes").permutation(singles)]
    chosen: dict[str, set[int]] = {}
    for kind, count in COUNTS.items():
        chosen[kind] = set(drawn[:count])
        drawn = drawn[count:]
    return Mistakes(chosen)


def with_mistakes(rows: pl.DataFrame, mistakes: Mistakes) -> pl.DataFrame:
    """The rows of `contract` as the register holds them."""

    def is_one(kind: str) -> pl.Expr:
        return (pl.col("id") - 1).is_in(sorted(mistakes.of[kind]))

    swapped = pl.col("start_on") - timedelta(days=30)
    return rows.with_columns(
        initial_end_on=pl.when(is_one("end_before_start"))
        .then(swapped)
        .when(~is_one("no_end") & ~is_one("endless_automatic"))
        .then("initial_end_on"),
        start_on=pl.when(~is_one("no_start")).then("start_on"),
        is_secret=is_one("secret"),
        supplier_name=pl.when(is_one("no_supplier"))
        .then(pl.concat_str("supplier_name", pl.lit(" m.fl., f.d. annat namn")))
        .otherwise("supplier_name"),
    )


def automatic_options(mistakes: Mistakes) -> list[tuple[int, int, int, str, None, None, None, None]]:
    """Options that renew a contract for ever: automatic, and no end to count from."""
    return [
        (place + 1, 1, 12, "automatic", None, None, None, None) for place in sorted(mistakes.of["endless_automatic"])
    ]
