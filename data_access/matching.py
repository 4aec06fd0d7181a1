"""Names that are nearly the same: a proposal for a person to decide, never a match by itself."""

import re

import numpy as np
import polars as pl
from rapidfuzz import fuzz, process

FLOOR = 85.0  # 0-100; below this two names are two suppliers
MOST = 3  # proposals for one name
_FORMS = re.compile(
    r"\b(aktiebolaget|aktiebolag|ab|publ|handelsbolag|hb|kommanditbolag|kb|ekonomisk förening|ek för|ltd|limited|oy|oyj"
    r"|as|a s|aps|gmbh|inc|i sverige|sverige|sweden|svenska|och|and|filial)\b"
)
_FORMER = re.compile(r"\bf\.?\s?d\.?(?!\w).*", re.DOTALL)
_SCHEMA = {"name": pl.String(), "supplier_id": pl.Int64(), "score": pl.Float64()}
_CHUNK = 500


def core_name(name: str) -> str:
    """The name without company form, marks, case and former name: 'AB Exempel (publ)' -> 'exempel'."""
    lower = _FORMER.sub("", name.casefold()) or name.casefold()
    words = re.sub(r"[^\w]+|_", " ", lower).strip()
    return " ".join(_FORMS.sub(" ", words).split()) or words


def near_matches(names: pl.Series, known: pl.DataFrame, floor: float = FLOOR) -> pl.DataFrame:
    """The suppliers each name is like: `name`, `supplier_id`, `score`, best first, at most three a name.

    `known` has `supplier_id` and `name`, one row for each name a supplier goes under.
    """
    asked = names.drop_nulls().unique(maintain_order=True).to_list()
    if not asked or known.is_empty():
        return pl.DataFrame(schema=_SCHEMA)
    cores = [core_name(name) for name in known["name"]]
    ids = known["supplier_id"].to_list()
    found: list[tuple[str, int, float]] = []
    for start in range(0, len(asked), _CHUNK):
        part = asked[start : start + _CHUNK]
        asked_cores = [core_name(name) for name in part]
        scores = process.cdist(asked_cores, cores, scorer=fuzz.token_sort_ratio, score_cutoff=floor)
        found += [
            (part[row], ids[at], float(scores[row, at]))
            for row, at in zip(*np.nonzero(scores), strict=True)
            if _numbers(asked_cores[row]) == _numbers(cores[at])
        ]
    rows = pl.DataFrame(found, schema=_SCHEMA, orient="row")
    best = rows.group_by("name", "supplier_id", maintain_order=True).agg(pl.col("score").max())
    return best.sort(["name", "score", "supplier_id"], descending=[False, True, False]).group_by(
        "name", maintain_order=True
    ).head(MOST)  # fmt: skip


def _numbers(name: str) -> list[str]:
    """The numbers in a name: 'Fastigheten 1' and 'Fastigheten 2' are two suppliers, however alike."""
    return sorted(re.findall(r"\d+", name))
