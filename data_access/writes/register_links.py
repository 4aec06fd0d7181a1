"""From a register's names to ids: suppliers by number, then by saved alias; categories by code, then name; units."""

from dataclasses import dataclass

import polars as pl
from sqlalchemy import Connection

from data_access.importers.register import ReadRegister
from data_access.queries.register import read_alias_suppliers, read_unit_names
from data_access.supplier_keys import name_key, with_supplier_key
from data_access.tables.suppliers import supplier_alias
from data_access.writes.bulk import insert_with_ids
from data_access.writes.category_tree import write_category_tree
from data_access.writes.dictionaries import plain
from data_access.writes.suppliers import write_supplier_keys


@dataclass(frozen=True)
class Links:
    """`suppliers`: number, supplier_id, rank. `scope`: number, category_id, unit_id. `unmatched`: number, name.

    `waiting`: number, category_id, unit; the scope in units that nobody has, until a ledger names them.
    """

    suppliers: pl.DataFrame
    scope: pl.DataFrame
    waiting: pl.DataFrame
    unmatched: pl.DataFrame


def link(connection: Connection, read: ReadRegister) -> Links:
    """The ids of all the register names. Unknown categories are added; a scope in an unknown unit is left out."""
    keyed = with_supplier_key(
        read.suppliers.select("*", supplier_no="foreign_id", supplier_name="name"), read.report.source
    )
    numbered = keyed.filter(pl.col("kind") != "name")
    _write_numbered(connection, numbered)
    _write_former_names(connection, numbered)
    found = keyed.join(read_alias_suppliers(connection), on="key", how="left", maintain_order="left")
    scope = _scope(connection, read.scope)
    return Links(
        suppliers=found.drop_nulls("supplier_id")
        .group_by("number", "supplier_id", maintain_order=True)
        .agg(pl.col("rank").min()),
        scope=scope.filter("is_known").select("number", "category_id", "unit_id").unique(maintain_order=True),
        waiting=scope.filter(~pl.col("is_known")).select("number", "category_id", "unit").unique(maintain_order=True),
        unmatched=found.filter(pl.col("supplier_id").is_null() & pl.col("name").is_not_null()).select("number", "name"),
    )


def _write_numbered(connection: Connection, numbered: pl.DataFrame) -> None:
    identity = ("key", "kind", "name", "orgnr", "country", "supplier_no")
    write_supplier_keys(connection, numbered.group_by(identity, maintain_order=True).agg(lines=pl.len()))


def _write_former_names(connection: Connection, numbered: pl.DataFrame) -> None:
    """The former name of a supplier known by number becomes a name it goes under, unless it is somebody's already."""
    known = read_alias_suppliers(connection)
    former = (
        numbered.drop_nulls("former_name")
        .join(known, on="key", maintain_order="left")
        .select("supplier_id", name="former_name", key=name_key(pl.col("former_name")), kind=pl.lit("name"))
        .drop_nulls("key")
        .filter(pl.col("supplier_id").n_unique().over("key") == 1)
        .unique("key", keep="first", maintain_order=True)
        .join(known, on="key", how="anti", maintain_order="left")
    )
    insert_with_ids(connection, supplier_alias, former)


def _scope(connection: Connection, scope: pl.DataFrame) -> pl.DataFrame:
    """`scope` plus `category_id`, `unit_id` and `is_known`: false where it names a unit nobody has."""
    categories = write_category_tree(connection, scope)
    units = unit_ids(connection)
    return (
        scope.join(categories, on="category", how="left", maintain_order="left")
        .with_columns(unit_key=plain(pl.col("unit")))
        .join(units, on="unit_key", how="left", maintain_order="left")
        .with_columns(is_known=pl.col("unit").is_null() | pl.col("unit_id").is_not_null())
    )


def unit_ids(connection: Connection) -> pl.DataFrame:
    """Every code and name a unit goes under: `unit_key`, `unit_id`, one row a key."""
    names = read_unit_names(connection).select(unit_key=plain(pl.col("name")), unit_id="unit_id")
    return names.drop_nulls().unique("unit_key", keep="first", maintain_order=True)
