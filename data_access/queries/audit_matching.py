"""Which of our suppliers the rows of a file of audit results are about, and which of them cannot be taken."""

from collections.abc import Iterator
from dataclasses import replace

import polars as pl
from sqlalchemy import Connection, select

from data_access.errors import Problem
from data_access.importers.headed_sheet import ReadSheet
from data_access.importers.register_problems import Found, as_errors, as_problems
from data_access.queries.frames import read_frame
from data_access.queries.supplier_word import read_audit_results
from data_access.supplier_keys import name_key, with_supplier_key
from data_access.tables.suppliers import supplier, supplier_alias

SAME = ("supplier_id", "source", "assessed_on")


def of_known_suppliers(connection: Connection, read: ReadSheet) -> ReadSheet:
    """The rows of suppliers that are here, with `supplier_id`; the others are refused, each with its row.

    Refused too is a row that says something else than an earlier one, here or in the file, of the same supplier,
    source and day: which of them is right is for a person to say.
    """
    matched = _with_supplier(connection, read.frame)
    known = matched.filter(pl.col("supplier_id").is_not_null()).join(
        read_audit_results(connection).select(*SAME, stands="result"),
        on=SAME,
        how="left",
        maintain_order="left",
    )
    judged = known.with_columns(stands=pl.coalesce("stands", pl.col("result").first().over(SAME)))
    found = list(_refused(matched, judged, read))
    good = judged.filter(pl.col("result") == pl.col("stands")).drop("stands")
    return _told(read, good, found)


def _refused(matched: pl.DataFrame, judged: pl.DataFrame, read: ReadSheet) -> Iterator[Found]:
    names = read.report.columns
    who = names.get("orgnr") or names.get("supplier")
    for row in matched.filter(pl.col("supplier_id").is_null())["row"]:
        yield Found("audit_supplier_unknown", row=row, column=who)
    for row in judged.filter(pl.col("result") != pl.col("stands"))["row"]:
        yield Found("audit_result_differs", row=row, column=names.get("result"))


def _told(read: ReadSheet, good: pl.DataFrame, found: list[Found]) -> ReadSheet:
    refused = read.report.rows_refused + len(found)
    others = tuple(one for one in read.report.problems if one.code != "rows_refused")
    summed = (Problem("rows_refused", count=refused),) if refused else ()
    report = replace(
        read.report,
        rows_taken=good.height,
        rows_refused=refused,
        problems=(*summed, *others, *as_problems(found)),
    )
    return ReadSheet(good, report, pl.concat([read.errors, as_errors(found)]))


def _with_supplier(connection: Connection, rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with `supplier_id`: by what identifies the supplier best, else by its name; null where nobody fits.

    A row with a number is never taken for a supplier of that name with another number.
    """
    aliases = read_frame(connection, select(supplier_alias.c.key, supplier_alias.c.supplier_id))
    keyed = with_supplier_key(rows, "audits").with_columns(
        other=pl.when(pl.col("mask_key").is_null()).then(name_key(pl.col("supplier_name")))
    )
    first = keyed.join(aliases, on="key", how="left", maintain_order="left")
    numbers = read_frame(connection, select(supplier.c.id.label("named_id"), supplier.c.orgnr.label("their_orgnr")))
    named = aliases.rename({"key": "other", "supplier_id": "named_id"}).join(numbers, on="named_id")
    both = first.join(named, on="other", how="left", maintain_order="left")
    is_same = pl.col("orgnr").is_null() | pl.col("their_orgnr").is_null()
    found = pl.coalesce("supplier_id", pl.when(is_same).then("named_id"))
    return both.with_columns(supplier_id=found).drop("key", "kind", "other", "named_id", "their_orgnr")
