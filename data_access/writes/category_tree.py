"""The categories of a register, with the ones that hold them where the register says so."""

from itertools import pairwise

import polars as pl
from sqlalchemy import Connection, bindparam, select, update

from data_access.tables.categories import category
from data_access.writes.dictionaries import write_categories


def write_category_tree(connection: Connection, scope: pl.DataFrame) -> pl.DataFrame:
    """`scope` has `category` and `above` (the widest first); gives `category`, `category_id`, one row a category.

    Unknown categories are added, with no owner. Only those get a parent: where a known category belongs was decided
    by somebody, and a register does not change it.
    """
    known = _parents(connection)
    names = pl.concat([scope["category"], scope["above"].explode(empty_as_null=False).cast(pl.String)])
    written = write_categories(connection, names.unique(maintain_order=True).alias("category_text").to_frame())
    ids = dict(written.iter_rows())
    tree = dict(known)
    for name, above in scope.select("category", "above").unique(maintain_order=True).iter_rows():
        for wider, narrower in pairwise([*above, name]):
            parent, child = ids[wider], ids[narrower]
            if child not in tree and not _is_below(parent, child, tree):
                tree[child] = parent
    rows = [{"b_id": child, "parent_id": parent} for child, parent in tree.items() if child not in known]
    if rows:
        connection.execute(update(category).where(category.c.id == bindparam("b_id")), rows)
    return written.rename({"category_text": "category"})


def _parents(connection: Connection) -> dict[int, int | None]:
    return {row.id: row.parent_id for row in connection.execute(select(category.c.id, category.c.parent_id))}


def _is_below(one: int, other: int, parents: dict[int, int | None]) -> bool:
    """Whether `one` is `other` or stands below it: it cannot then be its parent."""
    at: int | None = one
    while at is not None and at != other:
        at = parents.get(at)
    return at == other
