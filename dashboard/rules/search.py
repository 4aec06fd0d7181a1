"""Finds suppliers and contracts by any name or number, forgiving case, accents, spaces and small misspellings.

An index row is one way to know one thing: `kind` (supplier, contract), `id`, `field` (name, alias, orgnr, number,
registration_number, title), `text` as written, `folded` (small letters, no accents), `compact` (and no spaces).
"""

import unicodedata

import polars as pl
from rapidfuzz import fuzz, process

INDEX_SCHEMA = {"kind": pl.String, "id": pl.Int64, "field": pl.String, "text": pl.String}
FUZZY_FIELDS = ("name", "alias", "title")
SHORTEST = 4  # letters from which a misspelling can be told from another word
NEAR = 82.0  # likeness from which a near hit is worth showing


def folded(text: str) -> str:
    """`text` in small letters without accents, everything but letters and digits as single spaces."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("ø", "o").replace("æ", "ae"))
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split())


def with_folded(index: pl.DataFrame) -> pl.DataFrame:
    """The index plus `folded` and `compact`, by the same rule as `folded()`; rows without text are left out."""
    plain = (
        pl.col("text").str.to_lowercase().str.replace_many(["ø", "æ"], ["o", "ae"]).str.normalize("NFKD")
    ).str.replace_all(r"\p{M}", "")
    spaced = plain.str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()
    return (
        index.filter(pl.col("text").is_not_null())
        .with_columns(folded=spaced)
        .with_columns(compact=pl.col("folded").str.replace_all(" ", ""))
        .filter(pl.col("compact") != "")
    )


def find(index: pl.DataFrame, query: str, limit: int = 50) -> pl.DataFrame:
    """The best hit for each thing: `kind, id, field, text, score` (100 the same … 90 holds it)."""
    wanted = folded(query)
    if not wanted:
        return _answer(index.clear().with_columns(score=pl.lit(None, pl.Float64)), limit)
    hits = _direct(index, wanted)
    near_too = hits.is_empty() and len(wanted) >= SHORTEST
    return _answer(_near(index, wanted) if near_too else hits, limit)


def _direct(index: pl.DataFrame, wanted: str) -> pl.DataFrame:
    compact = wanted.replace(" ", "")
    score = (
        pl.when(pl.col("compact") == compact)
        .then(100.0)
        .when(pl.col("compact").str.starts_with(compact))
        .then(95.0)
        .when(pl.col("folded").str.contains(f" {wanted}", literal=True))
        .then(93.0)
        .when(pl.col("compact").str.contains(compact, literal=True))
        .then(90.0)
    )
    return index.with_columns(score=score).filter(pl.col("score").is_not_null())


def _near(index: pl.DataFrame, wanted: str) -> pl.DataFrame:
    names = index.filter(pl.col("field").is_in(FUZZY_FIELDS))
    found = process.extract(wanted, names["folded"].to_list(), scorer=fuzz.WRatio, score_cutoff=NEAR, limit=20)
    rows = pl.DataFrame(
        {"at": [at for _, _, at in found], "score": [min(s, 89.0) for _, s, _ in found]},
        schema={"at": pl.UInt32, "score": pl.Float64},
    )
    return names.with_row_index("at").join(rows, on="at", maintain_order="right").select(*index.columns, "score")


def _answer(hits: pl.DataFrame, limit: int) -> pl.DataFrame:
    best = hits.sort("score", "folded", descending=[True, False]).unique(
        ["kind", "id"], keep="first", maintain_order=True
    )
    return best.select("kind", "id", "field", "text", "score").head(limit)
