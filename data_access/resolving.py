"""From the rows of a file to the lines of the ledger: names and codes become ids of SQL's dictionaries."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import polars as pl
from sqlalchemy import Connection

from data_access.importers.different import Different, different
from data_access.ledger_order import in_order
from data_access.ledger_schema import LEDGER_SCHEMA
from data_access.supplier_keys import IDENTITY, with_supplier_key
from data_access.writes.bulk import Insert, insert_with_ids
from data_access.writes.dictionaries import write_accounts, write_categories, write_units
from data_access.writes.suppliers import write_supplier_keys

UNIT = ("unit_code", "unit_name")
ACCOUNT = ("account_code", "account_text")
CATEGORY = ("category_text",)


def resolve(
    connection: Connection,
    rows: pl.DataFrame,
    source: str,
    known: Sequence[Different] = (),
    insert: Insert = insert_with_ids,
) -> pl.DataFrame:
    """The rows as lines of LEDGER_SCHEMA (all but `import_id`) in the ledger's order; unknown names and codes are
    added to SQL, and the lines put in order meanwhile.

    `known` are different values of the rows that somebody has found already. `insert` writes the new suppliers, of
    which there may be thousands, and may put that off.
    """
    who = _with_lines(_different(rows, IDENTITY, known))
    with ThreadPoolExecutor(max_workers=1) as pool:
        ordering = pool.submit(in_order, rows, who.place)
        ids = [
            _ids(who, "alias_id", lambda met: _suppliers(connection, met, source, insert)),
            _ids(_different(rows, UNIT, known), "unit_id", lambda met: write_units(connection, met)),
            _ids(_different(rows, ACCOUNT, known), "account_id", lambda met: write_accounts(connection, met)),
            _ids(_different(rows, CATEGORY, known), "category_id", lambda met: write_categories(connection, met)),
        ]
        ordered, at = ordering.result()
    lines = ordered.with_columns(one.gather(at) for one in ids)
    return lines.select(pl.col(name).cast(kind) for name, kind in LEDGER_SCHEMA.items() if name != "import_id")


def _different(rows: pl.DataFrame, columns: Sequence[str], known: Sequence[Different]) -> Different:
    found = next((parts for parts in known if set(columns) <= set(parts.values.columns)), None)
    return found.only(columns) if found else different(rows, columns)


def _ids(parts: Different, name: str, answer: Callable[[pl.DataFrame], pl.DataFrame]) -> pl.Series:
    """The id of each row's values: each different combination is asked about once."""
    columns = [column for column in parts.values.columns if column != "lines"]
    found = answer(parts.values.sort(columns, nulls_last=True))
    in_place = parts.values.join(found, on=columns, how="left", nulls_equal=True, maintain_order="left")
    return in_place[name].gather(parts.place).alias(name)


def _with_lines(parts: Different) -> Different:
    """The same with `lines`: how many rows each combination stands on."""
    counted = parts.place.rename("at").value_counts(name="lines")
    return parts.answered(parts.values.with_row_index("at").join(counted, on="at", maintain_order="left").drop("at"))


def _suppliers(connection: Connection, met: pl.DataFrame, source: str, insert: Insert) -> pl.DataFrame:
    keyed = with_supplier_key(met, source)
    named = keyed.filter(pl.col("key").is_not_null()).rename({"supplier_name": "name"})
    written = write_supplier_keys(connection, named, insert)
    return keyed.join(written, on="key", how="left").select(*IDENTITY, "alias_id")
