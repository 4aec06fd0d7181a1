"""Finding suppliers and contracts by whatever a person knows of them: a name, an alias, any of the numbers."""

import polars as pl
import streamlit as st

from dashboard.data.edition import Edition
from dashboard.data.registers import register
from dashboard.rules.search import INDEX_SCHEMA, find, with_folded
from dashboard.text import Text

FIELD_WORDS = {
    "name": Text(sv="namn", en="name"),
    "alias": Text(sv="annat namn", en="other name"),
    "orgnr": Text(sv="organisationsnummer", en="organisation number"),
    "number": Text(sv="avtalsnummer", en="contract number"),
    "registration_number": Text(sv="diarienummer", en="registration number"),
    "title": Text(sv="avtalets rubrik", en="the contract's title"),
    "supplier": Text(sv="leverantör", en="supplier"),
}


def supplier_index(
    suppliers: pl.DataFrame, aliases: pl.DataFrame, links: pl.DataFrame, contracts: pl.DataFrame
) -> pl.DataFrame:
    """Every way to know a supplier, also by the numbers of its contracts."""
    held = links.select("supplier_id", "contract_id").join(contracts, left_on="contract_id", right_on="id")
    return _index(
        "supplier",
        _rows(suppliers, "id", "name", "name"),
        _rows(suppliers, "id", "orgnr", "orgnr"),
        _rows(suppliers, "id", "orgnr", "foreign_id"),
        _rows(aliases, "supplier_id", "alias", "name"),
        _rows(held, "supplier_id", "number", "number"),
        _rows(held, "supplier_id", "registration_number", "registration_number"),
    )


def contract_index(
    suppliers: pl.DataFrame, aliases: pl.DataFrame, links: pl.DataFrame, contracts: pl.DataFrame
) -> pl.DataFrame:
    """Every way to know a contract, also by the names and numbers of its suppliers."""
    parties = links.select("contract_id", "supplier_id")
    named = parties.join(suppliers, left_on="supplier_id", right_on="id")
    known = parties.join(aliases, on="supplier_id")
    return _index(
        "contract",
        _rows(contracts, "id", "number", "number"),
        _rows(contracts, "id", "registration_number", "registration_number"),
        _rows(contracts, "id", "title", "title"),
        _rows(contracts, "id", "supplier", "supplier_name"),
        _rows(named, "contract_id", "supplier", "name"),
        _rows(named, "contract_id", "orgnr", "orgnr"),
        _rows(known, "contract_id", "supplier", "name"),
    )


def _rows(frame: pl.DataFrame, key: str, field: str, text: str) -> pl.DataFrame:
    return frame.select(id=pl.col(key), field=pl.lit(field), text=pl.col(text)).filter(pl.col("text").is_not_null())


def _index(kind: str, *parts: pl.DataFrame) -> pl.DataFrame:
    rows = with_folded(pl.concat(parts).with_columns(kind=pl.lit(kind)).select(INDEX_SCHEMA.keys()))
    return rows.unique(["id", "folded"], keep="first", maintain_order=True)


@st.cache_resource(max_entries=4, show_spinner=False)
def _indexed(edition: Edition, kind: str) -> pl.DataFrame:
    frames = [register(edition, name) for name in ("supplier", "supplier_alias", "contract_supplier", "contract")]
    return supplier_index(*frames) if kind == "supplier" else contract_index(*frames)


def found(edition: Edition, kind: str, query: str, limit: int = 200) -> pl.DataFrame:
    """The suppliers or contracts that fit: `kind, id, field, text, score`, best first."""
    return find(_indexed(edition.of_registers, kind), query, limit)
