"""Example values of a file's columns for the person who checks the mapping; persons are masked in them."""

import polars as pl

from data_access.importers.table import Layout

_MANY = 3
LOOKED_AT = 1_000
_PERSON_NUMBER = r"^(19|20)?\d{2}[01]\d[0-9]\d[-+ ]?\d{4}$"
_HIDDEN = "•••"


def examples(layout: Layout, mapping: dict[str, str], taken: pl.DataFrame) -> dict[str, list[str]]:
    """A few different values by column name. Suppliers come from the frame, where persons have pseudonyms."""
    found = {name: _few(values) for name, values in zip(layout.header, layout.values, strict=True) if name}
    for meaning in ("supplier_name", "supplier_no", "orgnr"):
        if meaning in mapping:
            found[mapping[meaning]] = (
                taken[meaning].head(LOOKED_AT).drop_nulls().unique(maintain_order=True).head(_MANY).to_list()
            )
    return found


def _few(values: list[str]) -> list[str]:
    different = pl.Series(list(dict.fromkeys(value for value in values if value))[:_MANY], dtype=pl.String)
    hidden = different.str.contains(_PERSON_NUMBER)
    return [_HIDDEN if is_person else value for value, is_person in zip(different, hidden, strict=True)]
