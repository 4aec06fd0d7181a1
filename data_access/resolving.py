"""From the rows of a file to the lines of the ledger: names and codes become ids of SQL's dictionaries."""

from collections.abc import Sequence

import polars as pl
from sqlalchemy import Connection

from data_access.ledger_schema import LEDGER_SCHEMA
from data_access.supplier_keys import IDENTITY, with_supplier_key
from data_access.writes.dictionaries import write_accounts, write_categories, write_units
from data_access.writes.suppliers import write_supplier_keys

UNIT = ("unit_code", "unit_name")
ACCOUNT = ("account_code", "account_text")
CATEGORY = ("category_text",)


def resolve(connection: Connection, rows: pl.DataFrame, source: str) -> pl.DataFrame:
    """The rows with the columns of LEDGER_SCHEMA (all but `import_id`), unknown names and codes added to SQL.

    Names repeat by the thousand: as categories they are grouped and joined many times faster than as texts.
    """
    rows = rows.with_columns(pl.col(*IDENTITY, *UNIT, *ACCOUNT, *CATEGORY).cast(pl.Categorical))
    rows = _with_ids(rows, IDENTITY, _suppliers(connection, rows, source))
    rows = _with_ids(rows, UNIT, write_units(connection, _distinct(rows, UNIT)))
    rows = _with_ids(rows, ACCOUNT, write_accounts(connection, _distinct(rows, ACCOUNT)))
    rows = _with_ids(rows, CATEGORY, write_categories(connection, _distinct(rows, CATEGORY)))
    return rows.select(pl.col(name).cast(kind) for name, kind in LEDGER_SCHEMA.items() if name != "import_id")


def _distinct(rows: pl.DataFrame, columns: Sequence[str]) -> pl.DataFrame:
    met = rows.group_by(columns).agg(lines=pl.len())
    return met.with_columns(pl.col(columns).cast(pl.String)).sort(columns, nulls_last=True)


def _with_ids(rows: pl.DataFrame, columns: Sequence[str], ids: pl.DataFrame) -> pl.DataFrame:
    ids = ids.with_columns(pl.col(columns).cast(pl.Categorical))
    return rows.join(ids, on=list(columns), how="left", nulls_equal=True, maintain_order="left")


def _suppliers(connection: Connection, rows: pl.DataFrame, source: str) -> pl.DataFrame:
    met = with_supplier_key(_distinct(rows, IDENTITY), source)
    named = met.filter(pl.col("key").is_not_null()).rename({"supplier_name": "name"})
    written = write_supplier_keys(connection, named)
    return met.join(written, on="key", how="left").select(*IDENTITY, "alias_id")
