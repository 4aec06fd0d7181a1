"""How much of the spend we know something about: each thing as a share of kronor."""

from dataclasses import dataclass

import polars as pl

from dashboard.text import Text


@dataclass(frozen=True)
class Known:
    """A thing one would like to know of a line. `among`: the lines it is asked of."""

    code: str
    name: Text
    known: pl.Expr
    is_of_addressable: bool = False


THINGS: tuple[Known, ...] = (
    Known(
        "spend_class",
        Text(sv="Vad köpet avser (konto eller kategori)", en="What was bought (account or category)"),
        pl.col("spend_class") != "unknown",
    ),
    Known("supplier", Text(sv="Vem som sålde", en="Who sold it"), pl.col("supplier_id").is_not_null()),
    Known("unit", Text(sv="Vem som köpte", en="Who bought it"), pl.col("unit_id").is_not_null()),
    Known(
        "line_class",
        Text(sv="Om avtal användes, av det som går att påverka", en="Whether a contract was used, of the addressable"),
        pl.col("line_class") != "U",
        is_of_addressable=True,
    ),
    Known(
        "reference",
        Text(
            sv="Order- eller avtalsreferens som går att följa, av det som går att påverka",
            en="An order or contract reference that leads somewhere, of the addressable",
        ),
        pl.col("has_resolved_ref"),
        is_of_addressable=True,
    ),
)

SCHEMA = {"code": pl.String, "known_ore": pl.Int64, "of_ore": pl.Int64}


def coverage_shares(cube: pl.DataFrame) -> pl.DataFrame:
    """One row a thing: `code, known_ore, of_ore, share`; a share of nothing is null."""
    addressable = cube.filter(pl.col("line_class").is_not_null())
    rows = []
    for thing in THINGS:
        of = addressable if thing.is_of_addressable else cube
        rows.append((thing.code, int(of.filter(thing.known)["amount_ore"].sum()), int(of["amount_ore"].sum())))
    shares = pl.DataFrame(rows, schema=SCHEMA, orient="row")
    return shares.with_columns(share=pl.when(pl.col("of_ore") > 0).then(pl.col("known_ore") / pl.col("of_ore")))
