"""How a search found what it found, in words."""

import polars as pl

from dashboard.data.search import FIELD_WORDS
from dashboard.language import t
from dashboard.text import Text

DIRECT = 90.0  # the score from which the words themselves were found
NEAR = Text(sv="liknar {wording}", en="like {wording}")
HIT = Text(sv="{field}: {wording}", en="{field}: {wording}")


def with_hit_words(found: pl.DataFrame) -> pl.DataFrame:
    """Adds `hit`: what it was that fitted; a near hit says what it is like."""
    hits = [
        t(NEAR, wording=row["text"])
        if row["score"] < DIRECT
        else t(HIT, field=t(FIELD_WORDS[row["field"]]), wording=row["text"])
        for row in found.iter_rows(named=True)
    ]
    return found.with_columns(hit=pl.Series(hits, dtype=pl.String))
