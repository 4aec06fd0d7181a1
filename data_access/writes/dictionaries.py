"""Units, accounts and categories in bulk: what is known is found, what is new is added."""

import polars as pl
from sqlalchemy import Connection, select

from data_access.queries.frames import read_frame
from data_access.tables.categories import account, category
from data_access.tables.organisation import org_unit, org_unit_alias
from data_access.writes.bulk import insert_with_ids


def plain(name: pl.Expr) -> pl.Expr:
    """A name or code as a key: lower case, single spaces; null where there is nothing."""
    text = name.str.to_lowercase().str.replace_all(r"\s+", " ").str.strip_chars().str.slice(0, 200)
    return pl.when(text != "").then(text)


def write_units(connection: Connection, met: pl.DataFrame) -> pl.DataFrame:
    """`met` (`unit_code`, `unit_name`, one row for each pair) plus `unit_id`; null where both are empty.

    The code decides before the name. A unit nobody knew is added as a department in scope, under no parent.
    """
    keyed = met.with_columns(as_code=plain(pl.col("unit_code")), as_name=plain(pl.col("unit_name")))
    keyed = keyed.with_columns(key=pl.coalesce("as_code", "as_name"))
    known = read_frame(connection, select(org_unit_alias.c.key, org_unit_alias.c.unit_id))
    new = keyed.filter(pl.col("key").is_not_null()).unique("key", keep="first", maintain_order=True)
    new = new.join(known, on="key", how="anti", maintain_order="left")
    if not new.is_empty():
        known = _add_units(connection, new, known)
    return keyed.join(known, on="key", how="left").select("unit_code", "unit_name", "unit_id")


def _add_units(connection: Connection, new: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    code = pl.col("unit_code").str.strip_chars()
    rows = new.select(
        code=pl.when(code.str.len_chars().is_between(1, 40)).then(code),
        name=pl.coalesce(pl.when(plain(pl.col("unit_name")).is_not_null()).then("unit_name"), "unit_code")
        .str.strip_chars()
        .str.slice(0, 200),
        type=pl.lit("forvaltning"),
        is_in_scope=pl.lit(True),
    )
    new = new.with_columns(unit_id=insert_with_ids(connection, org_unit, rows)["id"])
    both = [new.select("unit_id", key=pl.col(column)) for column in ("key", "as_name")]
    aliases = pl.concat(both).drop_nulls().unique("key", keep="first", maintain_order=True)
    aliases = aliases.join(known, on="key", how="anti", maintain_order="left")
    insert_with_ids(connection, org_unit_alias, aliases)
    return pl.concat([known, aliases.select(known.columns)])


def write_accounts(connection: Connection, met: pl.DataFrame) -> pl.DataFrame:
    """`met` (`account_code`, `account_text`, one row for each pair) plus `account_id`; null where both are empty."""
    keyed = met.with_columns(
        code=pl.col("account_code").fill_null("").str.strip_chars().str.slice(0, 60),
        text=pl.col("account_text").fill_null("").str.strip_chars().str.slice(0, 300),
    )
    known = read_frame(connection, select(account.c.id, account.c.code, account.c.text))
    new = keyed.select("code", "text").unique(maintain_order=True).filter((pl.col("code") + pl.col("text")) != "")
    new = new.join(known, on=["code", "text"], how="anti", maintain_order="left")
    written = insert_with_ids(connection, account, new)
    known = pl.concat([known, written.select(known.columns)]).rename({"id": "account_id"})
    return keyed.join(known, on=["code", "text"], how="left").select("account_code", "account_text", "account_id")


def write_categories(connection: Connection, met: pl.DataFrame) -> pl.DataFrame:
    """`met` (`category_text`) plus `category_id`: the category with that name or code, added where there is none."""
    keyed = met.with_columns(key=plain(pl.col("category_text")))
    stored = read_frame(connection, select(category.c.id.label("category_id"), category.c.code, category.c.name))
    known = pl.concat([stored.select("category_id", key=plain(pl.col(one))) for one in ("code", "name")])
    known = known.unique("key", keep="first", maintain_order=True)
    new = keyed.drop_nulls().unique("key", keep="first", maintain_order=True)
    new = new.join(known, on="key", how="anti", maintain_order="left")
    if not new.is_empty():
        rows = new.select(code=_short_code(), name=pl.col("category_text").str.strip_chars().str.slice(0, 200))
        written = insert_with_ids(connection, category, rows.with_columns(is_labour_risk=pl.lit(False)))
        known = pl.concat([known, new.select(key="key").with_columns(category_id=written["id"]).select(known.columns)])
    return keyed.join(known, on="key", how="left").select("category_text", "category_id")


def _short_code() -> pl.Expr:
    """At most 40 characters that differ where the names differ."""
    mark = pl.col("key").hash(seed=0).cast(pl.String)
    long = pl.col("key").str.slice(0, 19) + "-" + mark
    return pl.when(pl.col("key").str.len_chars() <= 40).then("key").otherwise(long)
