"""Suppliers and the keys they are known by, in bulk: what is known is found, what is new is added.

A new key joins a supplier that is known already only where its name is that supplier's saved alias, the name stands
for nobody else in the same file, and nothing speaks against it (another number of the same sort). Else it becomes a
supplier of its own: two that turn out to be one can be merged, and that can be undone.
"""

import polars as pl
from sqlalchemy import Connection, bindparam, select, update

from data_access.queries.frames import read_frame
from data_access.supplier_keys import HOME, name_key
from data_access.tables.suppliers import supplier, supplier_alias
from data_access.writes.bulk import Insert, insert_with_ids

NAME_LENGTH = 300
KNOWN = ("alias_id", "key", "supplier_id")


def write_supplier_keys(connection: Connection, met: pl.DataFrame, insert: Insert = insert_with_ids) -> pl.DataFrame:
    """Finds or adds every key met; gives `key`, `alias_id`, `supplier_id`, one row a key.

    `met` has one row for each key and name: `key`, `kind`, `name`, `orgnr`, `country`, `supplier_no`, `lines` (how
    many rows of the file it stands on; the commonest name becomes the supplier's). `insert` may put off writing what
    is new: nothing here reads it back.
    """
    named = met.with_columns(
        name=pl.col("name").fill_null("").str.slice(0, NAME_LENGTH), as_name=name_key(pl.col("name"))
    )
    known = _read_known(connection)
    for part in (named.filter(pl.col("kind") != "name"), named.filter(pl.col("kind") == "name")):
        known = _add_keys(connection, part, known, insert)
        known = _add_names(connection, part.filter(~pl.col("kind").is_in(["name", "mask"])), known, insert)
    return known.join(met.select("key").unique(), on="key", how="semi")


def _read_known(connection: Connection) -> pl.DataFrame:
    query = select(supplier_alias.c.id.label("alias_id"), supplier_alias.c.key, supplier_alias.c.supplier_id)
    return read_frame(connection, query)


def _add_keys(connection: Connection, met: pl.DataFrame, known: pl.DataFrame, insert: Insert) -> pl.DataFrame:
    """`known` plus the keys of `met` that were not in it, now written."""
    new = _one_row_a_key(met).join(known, on="key", how="anti", maintain_order="left")
    if new.is_empty():
        return known
    new = _with_known_supplier(connection, new, met, known)
    joining = new.filter(pl.col("supplier_id").is_not_null())
    _write_numbers(connection, joining)
    made = _insert_suppliers(connection, new.filter(pl.col("supplier_id").is_null()), insert)
    return _insert_aliases(connection, pl.concat([joining, made], how="diagonal"), known, insert)


def _one_row_a_key(met: pl.DataFrame) -> pl.DataFrame:
    commonest = met.sort(["lines", "name"], descending=[True, False], nulls_last=True, maintain_order=True)
    return commonest.unique("key", keep="first", maintain_order=True)


def _with_known_supplier(
    connection: Connection, new: pl.DataFrame, met: pl.DataFrame, known: pl.DataFrame
) -> pl.DataFrame:
    """`new` plus `supplier_id`: the supplier whose saved name this is, or null."""
    bearers = met.group_by("as_name").agg(bearers=pl.col("key").n_unique())
    saved = known.select(pl.col("key").alias("as_name"), "supplier_id")
    found = new.join(bearers, on="as_name", how="left", maintain_order="left")
    found = found.join(saved, on="as_name", how="left", maintain_order="left")
    found = found.join(_numbers(connection, found, known), on="supplier_id", how="left", maintain_order="left")
    is_numbered = pl.col("kind").is_in(["orgnr", "foreign"])
    may_join = (
        (pl.col("bearers") == 1)
        & (pl.len().over("supplier_id") == 1)
        & (pl.col("kind") != "mask")
        & ~(is_numbered & pl.col("has_number").fill_null(False))
        & ~((pl.col("kind") == "internal") & _shares_source())
    )
    return found.with_columns(supplier_id=pl.when(may_join).then("supplier_id")).drop(
        "bearers", "has_number", "sources"
    )


def _shares_source() -> pl.Expr:
    source = pl.col("key").str.extract(r"^(internal:.*:)[^:]*$")
    return pl.col("sources").fill_null([]).list.contains(source)


def _numbers(connection: Connection, found: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """What the suppliers in question are numbered by: `supplier_id`, `has_number`, `sources` of internal numbers."""
    query = select(
        supplier.c.id.label("supplier_id"),
        (supplier.c.orgnr.is_not(None) | supplier.c.foreign_id.is_not(None)).label("has_number"),
    )
    asked = read_frame(connection, query).join(found.select("supplier_id").unique(), on="supplier_id", how="semi")
    own = known.with_columns(sources=pl.col("key").str.extract(r"^(internal:.*:)[^:]*$"))
    own = own.filter(pl.col("sources").is_not_null()).group_by("supplier_id").agg("sources")
    return asked.join(own, on="supplier_id", how="left")


def _write_numbers(connection: Connection, joining: pl.DataFrame) -> None:
    """A supplier known by name alone gets the number it is now seen with."""
    for kind, column, value in (("orgnr", "orgnr", "orgnr"), ("foreign", "foreign_id", "supplier_no")):
        rows = joining.filter(pl.col("kind") == kind).select(b_id="supplier_id", b_value=value).to_dicts()
        if rows:
            change = update(supplier).where(supplier.c.id == bindparam("b_id"))
            connection.execute(change.values({column: bindparam("b_value")}), rows)


def _insert_suppliers(connection: Connection, new: pl.DataFrame, insert: Insert) -> pl.DataFrame:
    is_masked = pl.col("kind") == "mask"
    rows = new.select(
        orgnr=pl.when(pl.col("kind") == "orgnr").then("orgnr"),
        name=pl.when(pl.col("name") == "").then(pl.col("key").str.slice(0, NAME_LENGTH)).otherwise("name"),
        country=pl.col("country").fill_null(HOME),
        foreign_id=pl.when(pl.col("kind") == "foreign").then(pl.col("supplier_no").str.slice(0, 60)),
        is_sole_trader=pl.lit(False),
        is_masked=is_masked,
    )
    written = insert(connection, supplier, rows)
    return new.with_columns(supplier_id=written["id"])


def _insert_aliases(connection: Connection, new: pl.DataFrame, known: pl.DataFrame, insert: Insert) -> pl.DataFrame:
    written = insert(connection, supplier_alias, new.select("supplier_id", "key", "name", "kind"))
    return pl.concat([known, written.rename({"id": "alias_id"}).select(KNOWN)])


def _add_names(connection: Connection, met: pl.DataFrame, known: pl.DataFrame, insert: Insert) -> pl.DataFrame:
    """`known` plus the names met that stand for one supplier only and were nobody's alias."""
    of_one = pl.col("supplier_id").n_unique() == 1
    names = (
        met.filter(pl.col("as_name").is_not_null())
        .join(known.select("key", "supplier_id"), on="key", maintain_order="left")
        .group_by("as_name", maintain_order=True)
        .agg(pl.col("supplier_id").first(), pl.col("name").first(), of_one=of_one)
        .filter("of_one")
        .select("supplier_id", "name", key="as_name", kind=pl.lit("name"))
        .join(known, on="key", how="anti", maintain_order="left")
    )
    return known if names.is_empty() else _insert_aliases(connection, names, known, insert)
